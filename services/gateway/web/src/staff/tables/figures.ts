import type { Table } from '../../lib/api.ts';
import { formatNumber } from '../../lib/format.ts';
import { t } from './words.ts';

/**
 * What a figure of a table says. A table that leaves a centre is rounded, and a small count is not in it at all:
 * not shown is another thing than nobody, and the difference of two rounded figures is a range.
 */
export type Figure = number | null;
export type Precision = Pick<Table, 'roundedTo' | 'notShownBelow'>;

/** The least and the most that a number may be. */
export interface Range {
  least: number;
  most: number;
}
/** What came to a figure, below zero what went. */
export type Change = Range;

/** What came to a figure; `undefined` where it reads the same as then. */
export function changeOf(now: Figure, then: Figure, precision: Precision): Change | undefined {
  if (now === then) return undefined;
  const [is, was] = [rangeOf(now, precision), rangeOf(then, precision)];
  return { least: is.least - was.most, most: is.most - was.least };
}

/** How many persons more or fewer there may be where a figure reads the same. */
export function slackOf({ roundedTo }: Precision): number {
  return roundedTo === null ? 0 : 2 * Math.floor(roundedTo / 2);
}

/**
 * Between which numbers the true one lies: as far off as the answer says that it is rounded (adr/0007), and from
 * nobody on where it is not shown.
 */
export function rangeOf(figure: Figure, { roundedTo, notShownBelow }: Precision): Range {
  if (figure === null) return { least: 0, most: Math.max(0, (notShownBelow ?? 1) - 1) };
  const half = roundedTo === null ? 0 : Math.floor(roundedTo / 2);
  return { least: figure - half, most: figure + half };
}

/** "8 tot 12" */
export function rangeInWords({ least, most }: Range): string {
  if (least === most) return formatNumber(least);
  return t('tables.compare.range', { a: formatNumber(least), b: formatNumber(most) });
}

/** "+5", or "+1…+9" where it is not known better. */
export function changeShort({ least, most }: Change): string {
  return least === most ? signed(least) : `${signed(least)}…${signed(most)}`;
}

/** The same for somebody who listens. */
export function changeInWords({ least, most }: Change): string {
  const more = least > 0;
  const range = more ? { least, most } : { least: -most, most: -least };
  return t(more ? 'tables.compare.more' : 'tables.compare.fewer', { n: rangeInWords(range) });
}

/** A figure where there is only text, such as in a file. */
export function figureInWords(figure: Figure): string | number {
  return figure ?? t('tables.notShown');
}

const signed = (n: number) => (n > 0 ? `+${formatNumber(n)}` : `−${formatNumber(-n)}`);
