import { expect, test } from 'vitest';
import type { YouthRow } from '../../src/lib/api.ts';
import { grouped } from '../../src/staff/coach/caseload.ts';
import { Pages } from '../../src/staff/lib/pages.svelte.ts';
import { fits } from '../../src/staff/lib/search.ts';

const youth = (name: string, daysWithoutContact: number | null) => ({ name, daysWithoutContact }) as YouthRow;

test('a week of contact is fine, a day more asks for a sign of life', () => {
  const parts = grouped([youth('Noor', 7), youth('Jelle', 8), youth('Amira', null), youth('Sofie', 12)]);
  expect(parts.map(({ group, youths }) => [group, youths.map(({ name }) => name)])).toEqual([
    ['quiet', ['Sofie', 'Jelle']],
    ['new', ['Amira']],
    ['recent', ['Noor']],
  ]);
});

test('a name is found without its accents and in any order', () => {
  expect(fits('Zoë Van den Broeck', 'broeck zoe')).toBe(true);
  expect(fits('Zoë Van den Broeck', 'zoe peeters')).toBe(false);
});

test('an item that moved to the next page is shown once', async () => {
  const given = [
    { items: [4, 3], nextPage: 'b' },
    { items: [3, 2], nextPage: null },
  ];
  const pages = new Pages(async () => given.shift()!, (item: number) => item);
  await Promise.resolve();
  await pages.more();
  expect(pages.items).toEqual([4, 3, 2]);
  expect(pages.nextPage).toBeNull();
});

test('what is there stays when the next page fails', async () => {
  let calls = 0;
  const pages = new Pages(
    async () => {
      if (calls++ > 0) throw new Error('lost');
      return { items: [1], nextPage: 'b' };
    },
    (item: number) => item,
  );
  await Promise.resolve();
  await pages.more();
  expect(pages.items).toEqual([1]);
  expect(pages.problem?.kind).toBe('internal');
});
