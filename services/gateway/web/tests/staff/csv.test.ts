import { expect, test } from 'vitest';
import { cell } from '../../src/staff/tables/csv.ts';

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
