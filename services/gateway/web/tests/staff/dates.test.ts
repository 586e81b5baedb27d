import { expect, test } from 'vitest';
import { dayIn } from '../../src/lib/days.ts';
import { daysBefore, today } from '../../src/staff/lib/dates.ts';

const justAfterMidnightInFinland = new Date('2027-01-10T22:30:00Z');

test('a day is that of the centre, not that of the device', () => {
  expect(dayIn('Europe/Helsinki', justAfterMidnightInFinland)).toBe('2027-01-11');
  expect(dayIn('Europe/Brussels', justAfterMidnightInFinland)).toBe('2027-01-10');
  expect(dayIn('Pacific/Kiritimati', justAfterMidnightInFinland)).toBe('2027-01-11');
});

test('across centres it is the day in Belgium, as on the server', () => {
  expect(today(justAfterMidnightInFinland)).toBe('2027-01-10');
});

test('a zone that the browser does not know stops nobody', () => {
  expect(dayIn('Europe/Atlantis', justAfterMidnightInFinland)).toMatch(/^2027-01-1[01]$/);
});

test('the day before is the day before, also when clocks change', () => {
  expect(daysBefore(1, new Date('2026-03-30T10:00:00Z'))).toBe('2026-03-29');
  expect(daysBefore(1, new Date('2026-03-01T10:00:00Z'))).toBe('2026-02-28');
});
