import { expect, test } from 'vitest';
import type { YouthRow } from '../../src/lib/api.ts';
import { grouped } from '../../src/staff/coach/caseload.ts';
import { fits } from '../../src/staff/lib/search.ts';
import cases from '../../../../lib/kernel/tests/search.json';

const youth = (name: string, daysWithoutContact: number | null) => ({ name, daysWithoutContact }) as YouthRow;

test('six days ago is within the last seven days, a week ago asks for a sign of life', () => {
  const parts = grouped([youth('Noor', 6), youth('Jelle', 7), youth('Amira', null), youth('Sofie', 12)]);
  expect(parts.map(({ group, youths }) => [group, youths.map(({ name }) => name)])).toEqual([
    ['quiet', ['Sofie', 'Jelle']],
    ['new', ['Amira']],
    ['recent', ['Noor']],
  ]);
});

test.each(cases)('typed on a page, "$typed" finds in "$name" what the server finds', ({ typed, name, found }) => {
  expect(fits(name, typed)).toBe(found);
});

test('a name is found without its accents and in any order', () => {
  expect(fits('Zoë Van den Broeck', 'broeck zoe')).toBe(true);
  expect(fits('Zoë Van den Broeck', 'zoe peeters')).toBe(false);
});
