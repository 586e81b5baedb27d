import { expect, test } from 'vitest';
import type { Table } from '../../src/lib/api.ts';
import { words as shell } from '../../src/lib/words.ts';
import { wordsReady } from '../../src/lib/i18n.svelte.ts';
import { words as codes } from '../../src/staff/lib/words.ts';
import { words } from '../../src/staff/tables/words.ts';
import { cell } from '../../src/staff/lib/csv.ts';
import { csvName, csvOf } from '../../src/staff/tables/csv.ts';

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
  const table = { table: 2, centre: null, population: null, from: '2026-01-01', to: '2026-03-31', asOf: { requested: null, day: null } };
  const known = { ...table, asOf: { requested: '2026-04-14T07:05:00Z', day: null } };
  const ofDay = { ...table, asOf: { requested: null, day: '2026-04-14' } };
  expect(csvName(table as unknown as Table)).toBe('stc-2_all_both_2026-01-01_2026-03-31.csv');
  expect(csvName(known as unknown as Table)).toBe('stc-2_all_both_2026-01-01_2026-03-31_known-2026-04-14T07.05.csv');
  expect(csvName(ofDay as unknown as Table)).toBe('stc-2_all_both_2026-01-01_2026-03-31_known-2026-04-14.csv');
});

const columns = [{ group: 'actions', code: 'intake' }, { group: 'actions', code: 'stcTool' }];
const ROUNDED = {
  table: 2,
  centre: null,
  population: null,
  from: '2026-01-01',
  to: '2026-12-31',
  persons: 5,
  roundedTo: 5,
  notShownBelow: 3,
  definition: '1',
  hash: 'c0ffee',
  asOf: { requested: null, day: '2026-12-31', recordedAt: '2026-12-31T22:59:59Z', position: 7 },
  columns,
  rows: [{ code: 'motor', values: [null, 5] }],
  extraRows: [],
  total: { code: 'total', values: [5, 5] },
  activity: [
    { category: 'intake', persons: null, actions: null, minutes: null, firstOn: null, lastOn: null },
    { category: 'stcTool', persons: 5, actions: 10, minutes: null, firstOn: null, lastOn: null },
  ],
} as unknown as Table;
const EXACT = {
  ...ROUNDED,
  roundedTo: null,
  notShownBelow: null,
  rows: [{ code: 'motor', values: [0, 5] }],
  activity: [{ category: 'intake', persons: 0, actions: 0, minutes: 0, firstOn: null, lastOn: null }],
} as unknown as Table;

async function linesOf(table: Table, synthetic = false): Promise<string[]> {
  await wordsReady();
  return csvOf(table, synthetic).slice(1).split('\r\n');
}

test('what is not shown is a word in the file, and the file says what it means', async () => {
  const lines = await linesOf(ROUNDED);
  expect(lines).toContain(`${cell(codes.t('disability.motor'))};niet getoond;5`);
  expect(lines).toContain('niet getoond: niet getoond. Het zijn minder dan 3 personen, of niemand.');
  expect(lines).toContain(`${cell(codes.t('category.intake'))};niet getoond;niet getoond;niet getoond`);
  expect(lines).toContain(`${cell(codes.t('category.stcTool'))};5;10;niet getoond`);
});

test('nobody is zero in the file of a centre, with no word about what is not shown', async () => {
  const text = (await linesOf(EXACT)).join('\n');
  expect(text).toContain(`${cell(codes.t('disability.motor'))};0;5`);
  expect(text).toContain(`${cell(codes.t('category.intake'))};0;0;0;;`);
  expect(text).not.toContain('niet getoond');
});

test('figures of invented people say so in the file, too', async () => {
  expect((await linesOf(ROUNDED, true))[0]).toBe(shell.t('demo'));
  expect((await linesOf(ROUNDED))[0]).toBe(words.t('tables.2.title'));
});
