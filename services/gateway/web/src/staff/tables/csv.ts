import type { Table } from '../../lib/api.ts';
import { session } from '../../lib/session.svelte.ts';
import { t as tShell } from '../../lib/words.ts';
import { csvText, saveCsvFile, type Cell } from '../lib/csv.ts';
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
} from './labels.ts';

/** A table as a file that a spreadsheet opens: first the definition, then the figures. */
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
  return csvText(lines);
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
  saveCsvFile(csvName(table), csvOf(table));
}
