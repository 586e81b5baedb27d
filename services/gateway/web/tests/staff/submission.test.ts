import { expect, test } from 'vitest';
import type { Reason } from '../../src/lib/api.ts';
import { Problem } from '../../src/lib/problem.ts';
import { Submission } from '../../src/staff/lib/submission.svelte.ts';

/** A server that answers what it is told, and remembers the keys it saw. */
function answering(...answers: (string | Problem)[]) {
  const keys: string[] = [];
  const send = async (_body: object, key: string) => {
    keys.push(key);
    const answer = answers.shift()!;
    if (answer instanceof Problem) throw answer;
    return answer;
  };
  const submission = new Submission(send, { exists: 'stepExists' });
  return { submission, keys };
}
const lost = () => new Problem('offline', 0);

test('the same content after a lost connection goes under the same key', async () => {
  const { submission, keys } = answering(lost(), 'saved');
  await submission.submit({ minutes: 45 });
  expect(submission.problem?.kind).toBe('offline');
  expect(await submission.submit({ minutes: 45 })).toEqual({ answer: 'saved' });
  expect(keys[0]).toBe(keys[1]);
});

test('content that changed in between is another command', async () => {
  const { submission, keys } = answering(lost(), 'saved');
  await submission.submit({ minutes: 45 });
  await submission.submit({ minutes: 30 });
  expect(keys[0]).not.toBe(keys[1]);
});

test('the same content after an answer is a new command', async () => {
  const { submission, keys } = answering('first', 'second');
  await submission.submit({ fte: 1 });
  await submission.submit({ fte: 1 });
  expect(keys[0]).not.toBe(keys[1]);
});

test('issues stand at their field, whatever they are nested in', async () => {
  const issues = [{ in: 'body', name: 'intake.barriers[1]', reason: 'unknownValue' as const }];
  const { submission } = answering(new Problem('invalid', 422, { issues }));
  await submission.submit({});
  expect(submission.issues).toEqual({ barriers: 'unknownValue' });
  expect(submission.problem).toBeUndefined();
});

test('a refusal about one field stands at that field', async () => {
  const { submission } = answering(new Problem('refused', 409, { reason: 'beforeRegistration' }));
  await submission.submit({});
  expect(submission.issues).toEqual({ occurredOn: 'beforeRegistration' });
});

test('what the form finds itself is not sent', async () => {
  const { submission, keys } = answering();
  expect(await submission.submit({}, { name: 'nameBlank' })).toBeUndefined();
  expect(keys).toEqual([]);
});

test('correcting a field takes away its complaint only', async () => {
  const { submission } = answering();
  await submission.submit({}, { name: 'nameBlank', fte: 'fteOutOfRange' });
  submission.settle('name');
  expect(submission.issues).toEqual({ fte: 'fteOutOfRange' });
});

test('what went wrong outside the form is a problem of the whole form', async () => {
  const issues = [{ in: 'header', name: 'Idempotency-Key', reason: 'partialRetry' as const }];
  const { submission } = answering(new Problem('invalid', 422, { issues }));
  await submission.submit({});
  expect(submission.issues).toEqual({});
  expect(submission.problem?.kind).toBe('invalid');
});

test('an earlier try that arrived is told apart from a refusal, until the next try', async () => {
  const refused = (reason: Reason) => new Problem('refused', 409, { reason });
  const { submission } = answering(lost(), refused('stepExists'), 'saved', refused('trajectoryClosed'));
  await submission.submit({ note: 'first' });
  expect(await submission.submit({ note: 'changed' })).toBeUndefined();
  expect([submission.arrived, submission.problem, submission.issues]).toEqual([true, undefined, {}]);
  expect(await submission.submit({ note: 'another' })).toEqual({ answer: 'saved' });
  expect(submission.arrived).toBe(false);
  await submission.submit({ note: 'late' });
  expect([submission.arrived, submission.problem?.reason]).toEqual([false, 'trajectoryClosed']);
});

test('what was sent before the page was loaded again goes under the same key, until it was answered', async () => {
  const keys: string[] = [];
  const loadedAnew = (answer: string | Problem) =>
    new Submission(
      async (_: object, key) => {
        keys.push(key);
        if (answer instanceof Problem) throw answer;
        return answer;
      },
      { form: 'coach' },
    );
  await loadedAnew(lost()).submit({ name: 'Zoë' });
  await loadedAnew('saved').submit({ name: 'Zoë' });
  await loadedAnew('saved').submit({ name: 'Zoë' });
  expect(keys[1]).toBe(keys[0]);
  expect(keys[2], 'another person of that name').not.toBe(keys[0]);
});
