import { expect, test } from 'vitest';
import { daysBefore, today } from '../../src/staff/lib/dates.ts';
import { issuesIn, otherThan } from '../../src/staff/trajectory/moving.ts';

test('who is in education can move to NEET, and back', () => {
  expect(otherThan('education')).toBe('neet');
  expect(otherThan('neet')).toBe('education');
});

test('nobody moves before the registration or tomorrow', () => {
  const since = daysBefore(10);
  const on = (occurredOn: string) => issuesIn({ population: 'neet', occurredOn }, since);
  expect(on(daysBefore(11))).toEqual({ occurredOn: 'beforeRegistration' });
  expect(on(daysBefore(-1))).toEqual({ occurredOn: 'inTheFuture' });
  expect(on('')).toEqual({ occurredOn: 'required' });
  expect([on(since), on(today())]).toEqual([{}, {}]);
});
