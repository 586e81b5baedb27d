import { expect, it } from 'vitest';
import { grouped } from '../../src/staff/accountability/documents.ts';

it('what is about the same people stands together, in the order in which it comes', () => {
  const rows = [
    { who: 'coach', what: 'notes' },
    { who: 'lead', what: 'intake' },
    { who: 'coach', what: 'trajectory' },
  ];
  const found = grouped(rows, ({ who }) => who).map(([who, those]) => [who, those.map(({ what }) => what)]);
  expect(found).toEqual([
    ['coach', ['notes', 'trajectory']],
    ['lead', ['intake']],
  ]);
  expect(grouped([], String)).toEqual([]);
});
