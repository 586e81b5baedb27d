import { expect, test } from 'vitest';
import { underHeadings } from '../src/lib/under-headings.ts';

const parts = (...items: string[]) => underHeadings(items, (item) => item.slice(0, 3));

test('items stand under their headings in the order given', () => {
  expect(parts('mar 2', 'mar 1', 'feb 9').map(({ heading, items }) => [heading, items])).toEqual([
    ['mar', ['mar 2', 'mar 1']],
    ['feb', ['feb 9']],
  ]);
});

test('a heading keeps its key when something comes above or below its items', () => {
  const keys = parts('mar 1', 'feb 9').map(({ key }) => key);
  expect(parts('mar 2', 'mar 1', 'feb 9', 'feb 8').map(({ key }) => key)).toEqual(keys);
});

test('a heading that comes twice has two keys', () => {
  expect(new Set(parts('feb 1', 'mar 1', 'feb 9').map(({ key }) => key)).size).toBe(3);
});
