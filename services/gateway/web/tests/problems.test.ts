import { describe, expect, it } from 'vitest';
import type { Reason } from '../src/lib/api.ts';
import { Problem } from '../src/lib/problem.ts';
import { problemsReady, problemText } from '../src/lib/problem-text.ts';
import { reasonWords } from '../src/lib/reason-words.ts';
import { sharedWords } from '../src/lib/shared-words.ts';

/** Of every reason the compiler sees that it has a sentence. */
const KINDS = 'unauthenticated forbidden notFound stale refused invalid tooLarge tooManyAttempts unavailable internal offline'.split(' ');

const dutch = { ...(await sharedWords.of('nl')), ...(await reasonWords.of('nl')) };

describe('a problem', () => {
  it.each(KINDS)('has a sentence for %s', (code) => {
    expect(code in dutch || `${code}.other` in dutch).toBe(true);
  });

  it('is told by its reason before its kind', async () => {
    await problemsReady();
    const refused = new Problem('refused', 409, { reason: 'coachHasNoRoom' });
    expect(problemText(refused)).toBe(dutch.coachHasNoRoom);
  });

  it('is told by the first field that is not right', async () => {
    await problemsReady();
    const invalid = new Problem('invalid', 422, { issues: [{ in: 'body', name: 'name', reason: 'nameBlank' }] });
    expect(problemText(invalid)).toBe(dutch.nameBlank);
  });

  it('is told by its kind when nobody knows the reason, and says how long to wait', async () => {
    await problemsReady();
    expect(problemText(new Problem('refused', 409, { reason: 'newReason' as Reason }))).toBe(dutch.refused);
    expect(problemText(new Problem('tooManyAttempts', 429, {}, 90))).toContain('2 minuten');
    expect(problemText(new Problem('tooManyAttempts', 429, {}, 1))).toContain('1 minuut ');
  });
});
