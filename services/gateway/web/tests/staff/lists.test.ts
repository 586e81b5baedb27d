import { expect, test } from 'vitest';
import type { YouthRow } from '../../src/lib/api.ts';
import { grouped } from '../../src/staff/coach/caseload.ts';
import { setLang } from '../../src/lib/i18n.svelte.ts';
import { byName, fits } from '../../src/staff/lib/search.ts';

const youth = (name: string, daysWithoutContact: number | null) => ({ name, daysWithoutContact }) as YouthRow;

test('six days ago is within the last seven days, a week ago asks for a sign of life', () => {
  const parts = grouped([youth('Noor', 6), youth('Jelle', 7), youth('Amira', null), youth('Sofie', 12)]);
  expect(parts.map(({ group, youths }) => [group, youths.map(({ name }) => name)])).toEqual([
    ['quiet', ['Sofie', 'Jelle']],
    ['new', ['Amira']],
    ['recent', ['Noor']],
  ]);
});

test.each([
  ['Zoë Van den Broeck', 'broeck zoe'],
  ['Zoë Van den Broeck', 'ZOE'],
  ['Zoe\u0308', 'zoë'],
  ['Aisling O’Brien', "o'brien"],
  ['Aisling O’Brien', 'obrien'],
  ["Aisling O'Brien", 'O’Brien'],
  ['Jean-Pierre', 'jean pierre'],
  ['Jean Pierre', 'jean-pierre'],
  ['Łukasz Sørensen', 'lukasz sorensen'],
  ['Işıl Şahin', 'isil sahin'],
  ['İpek', 'ipek'],
  ['Strauß', 'strauss'],
  ['Æneas', 'aeneas'],
  ['Äijälä', 'aijala'],
  ['Anna\u200DMaria', 'annamaria'],
  ['Иван', 'иван'],
  ['نور', 'نور'],
  ['Noor', '  '],
])('%j is found by %j', (name, typed) => {
  expect(fits(name, typed)).toBe(true);
});

test.each([
  ['Zoë Van den Broeck', 'zoe peeters'],
  ['Noor', 'noors'],
])('%j is not found by %j', (name, typed) => {
  expect(fits(name, typed)).toBe(false);
});

test('names stand in the order of the language of the page', async () => {
  const inOrder = (names: string[]) => [...names].reverse().sort(byName);
  expect(inOrder(['Aalst', 'Émile', 'Özlem', 'Zoë'])).toEqual(['Aalst', 'Émile', 'Özlem', 'Zoë']);
  await setLang('fi');
  expect(inOrder(['Virtanen', 'Åberg', 'Äijälä', 'Öhman'])).toEqual(['Virtanen', 'Åberg', 'Äijälä', 'Öhman']);
  const silent = grouped([youth('Äijälä', 9), youth('Åberg', 9), youth('Zoë', 9)]);
  expect(silent[0]!.youths.map(({ name }) => name)).toEqual(['Zoë', 'Åberg', 'Äijälä']);
  await setLang('nl');
});
