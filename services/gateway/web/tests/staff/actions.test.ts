import { beforeEach, expect, it } from 'vitest';
import { forget } from '../../src/lib/storage.ts';
import { inFront, othersThan, remember } from '../../src/staff/coach/actions.ts';
import { CATEGORIES } from '../../src/staff/lib/codes.ts';

beforeEach(() => localStorage.removeItem('stc.step.actions'));

it('in front of a coach who registered nothing yet stand the first of the paper', () => {
  expect(inFront([])).toEqual(CATEGORIES.slice(0, 5));
});

it('an action comes to the front when it was registered, and stands there in the order of the paper', () => {
  remember({ category: 'ipsJobCoaching' });
  remember({ category: 'stcTool' });
  expect(inFront([])).toEqual(['intake', 'stcTool', 'firstMeeting', 'individualEmpowerment', 'ipsJobCoaching']);
});

it('what was done with this youth fills up what the device does not know', () => {
  remember({ category: 'jobMediation' });
  expect(inFront(['btomRequest', 'actionPlan', 'btomRequest', 'actionPlan'])).toEqual(['intake', 'stcTool', 'actionPlan', 'jobMediation', 'btomRequest']);
});

it('the five used last push out those before', () => {
  for (const category of CATEGORIES.slice(4, 10)) remember({ category });
  expect(inFront(['intake'])).toEqual(CATEGORIES.slice(5, 10));
});

it('every action is in front or behind, and none is in both', () => {
  const front = inFront(['networkIntervention']);
  expect([...front, ...othersThan(front)].sort()).toEqual([...CATEGORIES].sort());
});

it('the device keeps codes only, takes none but ours, and forgets them with the coach', () => {
  remember({ category: 'actionPlan' });
  expect(localStorage.getItem('stc.step.actions')).toBe('["actionPlan"]');
  localStorage.setItem('stc.step.actions', '["noor"]');
  expect(inFront([])).toEqual(CATEGORIES.slice(0, 5));
  remember({ category: 'actionPlan' });
  forget();
  expect(localStorage.getItem('stc.step.actions')).toBeNull();
});
