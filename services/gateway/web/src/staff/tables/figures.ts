import type { Table } from '../../lib/api.ts';
import { formatNumber } from '../../lib/format.ts';
import { t } from './words.ts';

/**
 * What a figure of a table says. A table that leaves a centre is rounded, and a small count is not in it at all:
 * not shown is another thing than nobody, and the difference of two rounded figures is a range.
 */
export type Figure = number | null;
type Precision = Pick<Table, 'roundedTo' | 'notShownBelow'>;

/** The least and the most that came to a figure, below zero what went. */
export interface Change {
  least: number;
  most: number;
}

/** What came to a figure; `undefined` where it reads the same as then. */
export function changeOf(now: Figure, then: Figure, precision: Precision): Change | undefined {
  if (now === then) return undefined;
  const [least, most] = bounds(now, precision);
  const [leastThen, mostThen] = bounds(then, precision);
  return { least: least - mostThen, most: most - leastThen };
}

/** How many persons more or fewer there may be where a figure reads the same. */
export function slackOf({ roundedTo }: Precision): number {
  return roundedTo === null ? 0 : 2 * Math.floor(roundedTo / 2);
}

function bounds(figure: Figure, { roundedTo, notShownBelow }: Precision): [number, number] {
  if (figure === null) return [0, Math.max(0, (notShownBelow ?? 1) - 1)];
  const half = roundedTo === null ? 0 : Math.floor(roundedTo / 2);
  return [figure - half, figure + half];
}

/** "+5", or "+1…+9" where it is not known better. */
export function changeShort({ least, most }: Change): string {
  return least === most ? signed(least) : `${signed(least)}…${signed(most)}`;
}

/** The same for somebody who listens. */
export function changeInWords({ least, most }: Change): string {
  const more = least > 0;
  const [a, b] = [Math.abs(more ? least : most), Math.abs(more ? most : least)];
  const range = a === b ? formatNumber(a) : t('tables.compare.range', { a: formatNumber(a), b: formatNumber(b) });
  return t(more ? 'tables.compare.more' : 'tables.compare.fewer', { n: range });
}

/** A figure where there is only text, such as in a file. */
export function figureInWords(figure: Figure): string | number {
  return figure ?? t('tables.notShown');
}

const signed = (n: number) => (n > 0 ? `+${formatNumber(n)}` : `−${formatNumber(-n)}`);
