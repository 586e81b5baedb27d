import type { Table } from '../../lib/api.ts';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { momentInWords } from '../lib/dates.ts';
import { t as tCodes, words as codeWords } from '../lib/words.ts';
import { t, words } from './words.ts';

/** The words around the figures of a table, the same on the screen, on paper and in a file. */

const inTables = (key: string, code: string) => (words.has(key) ? t(key) : code);
const ofCode = (key: string, code: string) => (codeWords.has(key) ? tCodes(key) : code);

export const groupLabel = (group: string) => inTables(`tables.group.${group}`, group);
export const columnLabel = (code: string) => inTables(`column.${code}`, code);
export const rowLabel = (code: string) => (code === 'total' ? t('tables.total') : ofCode(`disability.${code}`, code));
export const categoryLabel = (code: string) => ofCode(`category.${code}`, code);

export function placeOf(table: Table): string {
  return table.centre?.name ?? t('tables.flanders');
}

export function populationOf(table: Table): string {
  return table.population ? tCodes(`population.${table.population}`) : t('tables.populationBoth');
}

export function periodOf(table: Table): string {
  return t('tables.period', { from: formatDate(table.from), to: formatDate(table.to) });
}

/**
 * The moment of what was known: the end of a day, what was asked, or the last fact that was there. With `present`
 * a table that nobody asked for at a moment is of now.
 */
export function knownOn(table: Table, present = false): string {
  const { day, requested, recordedAt } = table.asOf;
  if (day) return t('tables.asOf.day', { day: formatDate(day) });
  const moment = requested ?? (present ? null : recordedAt);
  return moment ? momentInWords(moment) : t('tables.asOf.now');
}

/** As known when; with `then` the figures are those of `table`, beside the difference. */
export function stampOf(table: Table, then?: Table): string {
  const { day } = table.asOf;
  if (!then) return day ? t('tables.asOf.stampDay', { day: formatDate(day) }) : t('tables.asOf.stamp', { moment: knownOn(table) });
  if (!day) return t('tables.compare.stamp', { moment: knownOn(then) });
  return t('tables.compare.stampDay', { now: formatDate(day), moment: formatDate(then.asOf.day ?? day) });
}

/** What the mark for a figure that is not shown means; with its word in place of the mark for a file. */
export function notShownNote(table: Table, mark = '–'): string {
  return t('tables.note.notShown', { mark, n: String(table.notShownBelow) });
}

/** Sentences a reader needs to read the figures right; of its months only how exact they are. */
export function notesOf(table: Table, months = false): string[] {
  const exactness = table.roundedTo ? t('tables.note.rounded', { n: table.roundedTo }) : t('tables.note.exact');
  if (months) return [exactness];
  return [
    exactness,
    ...(table.roundedTo && table.table === 2 ? [t('tables.note.hours')] : []),
    t(`tables.note.multi.${table.table}`),
    ...(table.table === 1 ? [t('tables.note.age'), t('tables.note.unlabelled')] : []),
  ];
}

/** Where the figures come from, so that somebody else can make the same table again; `raw` for machines. */
export function sourceOf(table: Table, raw = false): [label: string, value: string][] {
  const { position, recordedAt, day } = table.asOf;
  return [
    [t('tables.note.definition'), table.definition],
    [t('tables.note.position'), raw ? String(position) : formatNumber(position)],
    [t(day ? 'tables.note.until' : 'tables.note.recorded'), raw ? (recordedAt ?? '') : recordedAt ? momentInWords(recordedAt) : '–'],
    [t('tables.note.hash'), table.hash],
  ];
}
