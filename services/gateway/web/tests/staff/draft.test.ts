import { expect, test } from 'vitest';
import { bodyOf, follow, freshDraft, issuesIn, type Draft } from '../../src/staff/coach/draft.svelte.ts';
import { daysBefore, today } from '../../src/staff/lib/dates.ts';

const usual = {
  minutes: '45',
  place: 'school',
  channel: 'faceToFace',
  role: 'assistant',
  coachingStep: 'whereTo',
  mode: 'individual',
} as const;
const draft = (change: Partial<Draft> = {}): Draft => ({
  ...freshDraft({ currentRole: null }, usual),
  category: 'intake',
  ...change,
});

test('a step that is as usual needs only its action', () => {
  expect(issuesIn(freshDraft({ currentRole: null }, usual))).toEqual({ category: 'choose' });
  expect(issuesIn(draft())).toEqual({});
});

test('the role agreed with this youth goes before the habit of the coach', () => {
  expect(freshDraft({ currentRole: 'bridgeBuilder' }, usual).role).toBe('bridgeBuilder');
});

test('a step cannot lie in the future', () => {
  expect(issuesIn(draft({ occurredOn: daysBefore(-1) }))).toEqual({ occurredOn: 'inTheFuture' });
  expect(issuesIn(draft({ occurredOn: today() }))).toEqual({});
});

test.each(['', '0', '601', '7.5', 'x'])('"%s" is not a number of minutes', (minutes) => {
  expect(issuesIn(draft({ minutes }))).toEqual({ minutes: 'minutesOutOfRange' });
});

test('who meets online does not meet face to face', () => {
  const step = draft({ place: 'online' });
  follow(step, 'place');
  expect(step.channel).toBe('video');
});

test('a phone call stays a phone call wherever it was', () => {
  const step = draft({ channel: 'phone', place: 'home' });
  follow(step, 'place');
  expect(step.channel).toBe('phone');
});

test('group empowerment happens in a group', () => {
  const step = draft({ category: 'groupEmpowerment' });
  follow(step, 'category');
  expect(step.mode).toBe('group');
});

test('an empty note is not sent', () => {
  expect(bodyOf(draft({ note: '  ' }))).not.toHaveProperty('note');
  expect(bodyOf(draft({ note: ' Goed gelukt. ' })).note).toBe('Goed gelukt.');
});
