import { expect, test } from 'vitest';
import { queryOf, readView, writeView } from '../../src/staff/tables/view.svelte.ts';

const SHARED = '?centre=lsc07&population=neet&from=2026-01-01&to=2026-03-31&asOf=2026-04-14T07%3A00%3A00.000Z&by=activity&compare=1';

test('the address of a view gives the same view again', () => {
  expect(writeView(readView(SHARED))).toBe(SHARED);
});

test('what does not fit is left out instead of trusted', () => {
  expect(queryOf(readView('?centre=../x&population=all&from=yesterday&asOf=soon'))).toEqual({});
});

test('without choices the address stays short', () => {
  expect(writeView(readView(''))).toBe('');
});

test('what nobody chose is left to the screen', () => {
  expect(readView('').by).toBeUndefined();
  expect(readView('?by=chart').by).toBeUndefined();
  for (const by of ['disability', 'activity', 'month']) expect(writeView(readView(`?by=${by}`))).toBe(`?by=${by}`);
});

test('a comparison needs a moment to compare with', () => {
  expect(writeView(readView('?compare=1'))).toBe('');
});
