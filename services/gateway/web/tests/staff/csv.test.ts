import { expect, test } from 'vitest';
import type { Table } from '../../src/lib/api.ts';
import { words as shell } from '../../src/lib/words.ts';
import { words } from '../../src/staff/words.ts';
import { cell, csvName, csvOf } from '../../src/staff/tables/csv.ts';

test('a name that starts like a formula stays text in a spreadsheet', () => {
  expect(cell('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`);
  expect(cell('+32')).toBe("'+32");
});

test('a negative number stays a number', () => {
  expect(cell(-5)).toBe('-5');
});

test('signs that break or hold a line on the screen are not in the file', () => {
  expect(cell('kennis\u00ADmakings\u00ADgesprek')).toBe('kennismakingsgesprek');
  expect(cell('15\u2060–\u206017')).toBe('15–17');
});

test('a separator inside a cell is quoted', () => {
  expect(cell('Kempen; Turnhout')).toBe('"Kempen; Turnhout"');
});

test('the file of an earlier moment has a name of its own', () => {
  const table = { table: 2, centre: null, population: null, from: '2026-01-01', to: '2026-03-31', asOf: { requested: null } };
  const known = { ...table, asOf: { requested: '2026-04-14T07:05:00Z' } };
  expect(csvName(table as unknown as Table)).toBe('stc-2_all_both_2026-01-01_2026-03-31.csv');
  expect(csvName(known as unknown as Table)).toBe('stc-2_all_both_2026-01-01_2026-03-31_known-2026-04-14T07.05.csv');
});

test('figures of invented people say so in the file, too', async () => {
  await Promise.all([shell.ready(), words.ready()]);
  const known = { table: 1, from: '2026-01-01', to: '2026-12-31', persons: 5, roundedTo: 5, definition: '1', hash: 'c0ffee' };
  const asOf = { requested: null, recordedAt: null, position: 7 };
  const none = { centre: null, population: null, columns: [], rows: [], extraRows: [], total: { code: 'total', values: [] } };
  const table = { ...known, ...none, asOf, activity: null } as unknown as Table;
  const firstLine = (synthetic: boolean) => csvOf(table, synthetic).slice(1).split('\r\n')[0];
  expect(firstLine(true)).toBe(shell.t('demo'));
  expect(firstLine(false)).toBe(words.t('tables.1.title'));
});
