import { formatList, formatNumber } from '../../lib/format.ts';
import { figureInWords, rangeInWords, rangeOf, type Figure, type Precision } from '../tables/figures.ts';
import { unbroken } from '../lib/in-line.ts';
import { t, words } from './words.ts';

/** What a chart shows, in words: for who does not see it, in one sentence. */

export interface Told {
  label: string;
  value: Figure;
}
/** More names than this are no summary any more. */
const NAMES_MAX = 3;

/** The longest bar first. What is not shown comes last: less than whatever is. */
export function inOrder<T extends Told>(bars: T[]): T[] {
  return [...bars].sort((a, b) => (b.value ?? -1) - (a.value ?? -1));
}

/** Who has the most, and how many: "werk (40)", "taal en netwerk (5)". */
export function topOf(bars: Told[]): string {
  const [first] = inOrder(bars);
  if (!first || first.value === null) return t('charts.top.hidden');
  if (first.value === 0) return t('charts.top.nobody');
  const names = bars.filter(({ value }) => value === first.value).map(({ label }) => unbroken(label));
  const those = names.length > NAMES_MAX ? words.count('charts.top.shared', names.length) : formatList(names);
  return `${those} (${formatNumber(first.value)})`;
}

/** A figure, and between which numbers the true one lies: "10 (8 tot 12)". */
export function figureWithin(value: Figure, precision: Precision): string {
  const told = value === null ? figureInWords(value) : formatNumber(value);
  const range = rangeOf(value, precision);
  return range.least === range.most ? String(told) : `${told} (${rangeInWords(range)})`;
}

/** Whether anything at all is told: a picture of nothing answers nothing. */
export const tellsAnything = (bars: Told[]) => bars.some(({ value }) => value);
