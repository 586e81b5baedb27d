import type { Table } from '../../lib/api.ts';
import { session } from '../../lib/session.svelte.ts';
import { t as tShell } from '../../lib/words.ts';
import { t } from './words.ts';
import { figureInWords } from './figures.ts';
import {
  categoryLabel,
  columnLabel,
  groupLabel,
  notShownNote,
  notesOf,
  placeOf,
  populationOf,
  rowLabel,
  sourceOf,
  unbroken,
} from './labels.ts';

/**
 * A table as a file that a spreadsheet opens: first the definition, then the figures.
 * Semicolons, because a comma is the decimal sign in Flanders and Finland.
 */
const SEPARATOR = ';';
/** Spreadsheets read UTF-8 only when the file says so. */
const BYTE_ORDER_MARK = '\uFEFF';
type Cell = string | number | null;

export function csvOf(table: Table, synthetic = session.current?.synthetic): string {
  const lines: Cell[][] = [
    // A file travels further than the screen that says so.
    ...(synthetic ? [[tShell('demo')]] : []),
    [t(`tables.${table.table}.title`)],
    [t(`tables.${table.table}.sub`), figureInWords(table.persons)],
    [t('tables.centre'), placeOf(table)],
    [t('tables.population'), populationOf(table)],
    [t('tables.from'), table.from, t('tables.to'), table.to],
    [t('tables.asOf'), table.asOf.day ?? table.asOf.requested ?? table.asOf.recordedAt],
    ...sourceOf(table, true),
    ...(table.notShownBelow ? [[notShownNote(table, t('tables.notShown'))]] : []),
    ...notesOf(table).map((note) => [note]),
    [],
    ['', ...table.columns.map(({ group }) => groupLabel(group))],
    [t('tables.rowHead'), ...table.columns.map(({ code }) => columnLabel(code))],
    ...[...table.rows, ...table.extraRows, table.total].map(({ code, values }) => [
      rowLabel(code),
      ...values.map(figureInWords),
    ]),
  ];
  if (table.activity) {
    // Rounded tables tell no days, so they have no empty columns for them.
    const days = table.roundedTo ? [] : (['first', 'last'] as const);
    const heads = ['category', 'persons', 'actions', 'minutes', ...days] as const;
    lines.push([], [t('tables.activity.caption')], heads.map((name) => t(`tables.activity.${name}`)));
    for (const row of table.activity) {
      const figures = [row.persons, row.actions, row.minutes].map(figureInWords);
      lines.push([categoryLabel(row.category), ...figures, ...(days.length > 0 ? [row.firstOn, row.lastOn] : [])]);
    }
  }
  return BYTE_ORDER_MARK + lines.map((line) => line.map(cell).join(SEPARATOR) + '\r\n').join('');
}

/** What the file is called: sorted in a folder, tables of the same kind stand together. */
export function csvName(table: Table): string {
  const parts = [`stc-${table.table}`, table.centre?.id ?? 'all', table.population ?? 'both', table.from, table.to];
  // Two moments of one period are two tables, also in a folder.
  const known = table.asOf.day ?? table.asOf.requested;
  if (known) parts.push(`known-${known.slice(0, 16).replace(':', '.')}`);
  return `${parts.join('_')}.csv`;
}

export function saveCsv(table: Table): void {
  const url = URL.createObjectURL(new Blob([csvOf(table)], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = csvName(table);
  link.click();
  // The download reads the address after this turn.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

export function cell(value: Cell): string {
  if (value === null) return '';
  const text = unbroken(String(value));
  // A name that starts like a formula must stay text in a spreadsheet.
  const safe = typeof value === 'string' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
