import type { Table } from '../../lib/api.ts';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { momentInWords } from '../lib/dates.ts';
import { t, words } from '../words.ts';

/** The words around the figures of a table, the same on the screen, on paper and in a file. */

const coded = (key: string, code: string) => (words.has(key) ? t(key) : code);

export const groupLabel = (group: string) => coded(`tables.group.${group}`, group);
export const columnLabel = (code: string) => coded(`column.${code}`, code);
export const rowLabel = (code: string) => (code === 'total' ? t('tables.total') : coded(`disability.${code}`, code));
export const categoryLabel = (code: string) => coded(`category.${code}`, code);

export function placeOf(table: Table): string {
  return table.centre?.name ?? t('tables.flanders');
}

export function populationOf(table: Table): string {
  return table.population ? t(`population.${table.population}`) : t('tables.populationBoth');
}

export function periodOf(table: Table): string {
  return t('tables.period', { from: formatDate(table.from), to: formatDate(table.to) });
}

/** The moment of what was known: what was asked, or the last fact that was there. */
export function knownOn(table: Table): string {
  const moment = table.asOf.requested ?? table.asOf.recordedAt;
  return moment ? momentInWords(moment) : t('tables.asOf.now');
}

/** Sentences a reader needs to read the figures right. */
export function notesOf(table: Table): string[] {
  return [
    table.roundedTo ? t('tables.note.rounded', { n: table.roundedTo }) : t('tables.note.exact'),
    t(`tables.note.multi.${table.table}`),
    ...(table.table === 1 ? [t('tables.note.age'), t('tables.note.unlabelled')] : []),
  ];
}

/** Where the figures come from, so that somebody else can make the same table again; `raw` for machines. */
export function sourceOf(table: Table, raw = false): [label: string, value: string][] {
  const { position, recordedAt } = table.asOf;
  return [
    [t('tables.note.definition'), table.definition],
    [t('tables.note.position'), raw ? String(position) : formatNumber(position)],
    [t('tables.note.recorded'), raw ? (recordedAt ?? '') : recordedAt ? momentInWords(recordedAt) : '–'],
    [t('tables.note.hash'), table.hash],
  ];
}
