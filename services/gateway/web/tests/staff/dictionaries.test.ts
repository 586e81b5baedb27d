import { expect, test } from 'vitest';
import en from '../../src/i18n/staff.en.ts';
import fi from '../../src/i18n/staff.fi.ts';
import nl from '../../src/i18n/staff.nl.ts';

const placeholders = (sentence: string) => [...sentence.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

test('every sentence is there in every language, with the same placeholders', () => {
  const different = (Object.keys(nl) as (keyof typeof nl)[]).filter((key) =>
    [fi, en].some((other) => !other[key] || placeholders(other[key]).join() !== placeholders(nl[key]).join()),
  );
  expect(different).toEqual([]);
});
