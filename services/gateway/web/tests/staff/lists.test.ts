import { expect, test } from 'vitest';
import type { YouthRow } from '../../src/lib/api.ts';
import { grouped } from '../../src/staff/coach/caseload.ts';
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
