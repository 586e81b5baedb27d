import { expect, test } from 'vitest';
import { daysBefore, today } from '../../src/staff/lib/dates.ts';
import { bodyOf, issuesIn, type ExitDraft } from '../../src/staff/trajectory/closing.ts';

const SINCE = daysBefore(100);
const draft = (change: Partial<ExitDraft> = {}): ExitDraft => ({
  kind: 'moved',
  form: undefined,
  hours: '',
  occurredOn: today(),
  ...change,
});
const job = (change: Partial<ExitDraft> = {}) => draft({ kind: 'job', form: 'regular', hours: '50', ...change });

test('how it ended is never filled in beforehand', () => {
  expect(issuesIn(draft({ kind: undefined }), SINCE)).toEqual({ kind: 'choose' });
  expect(issuesIn(draft(), SINCE)).toEqual({});
});

test('a job has a form, any other end has none', () => {
  expect(issuesIn(job({ form: undefined }), SINCE)).toEqual({ form: 'choose' });
  expect(bodyOf(job())).toEqual({ kind: 'job', form: 'regular', hoursPercent: 50, occurredOn: today() });
  expect(bodyOf({ ...job(), kind: 'diploma' })).toEqual({ kind: 'diploma', occurredOn: today() });
});

test('hours that nobody knows are left out', () => {
  expect(issuesIn(job({ hours: ' ' }), SINCE)).toEqual({});
  expect(bodyOf(job({ hours: ' ' }))).not.toHaveProperty('hoursPercent');
});

test.each(['1', '100', '80 %'])('"%s" is a working time', (hours) => {
  expect(issuesIn(job({ hours }), SINCE)).toEqual({});
});

test.each(['0', '101', '7.5', '50,5', '-1', 'half'])('"%s" is no working time in whole percents', (hours) => {
  expect(issuesIn(job({ hours }), SINCE)).toEqual({ hoursPercent: 'hoursOutOfRange' });
  expect(issuesIn(draft({ hours }), SINCE), 'and does not matter without a job').toEqual({});
});

test('a trajectory ends between the registration and today', () => {
  const on = (occurredOn: string) => issuesIn(draft({ occurredOn }), SINCE);
  expect(on(daysBefore(-1))).toEqual({ occurredOn: 'inTheFuture' });
  expect(on(daysBefore(101))).toEqual({ occurredOn: 'beforeRegistration' });
  expect(on('')).toEqual({ occurredOn: 'required' });
  expect(on(SINCE)).toEqual({});
});
