import { describe, expect, it } from 'vitest';
import type { Consent, Consents } from '../src/lib/api.ts';
import { keyOf, saidOf, thingsOf } from '../src/lib/consents.ts';

const thing = (given: Partial<Consent>): Consent => ({ consent: 'shareDomain', domain: 'work', state: null, since: null, text: null, ...given });
const before = thing({ consent: 'shareTimeBefore', domain: null });
const all = (hasTimeBefore: boolean): Consents => ({ consents: [thing({}), before], coach: null, hasTimeBefore, items: [], nextPage: null });

describe('what a youth shares', () => {
  it('is nothing until a yes to the coach of now', () => {
    expect([null, 'ended'].map((state) => saidOf({ state } as Consent))).toEqual([undefined, undefined]);
    expect(['given', 'refused', 'withdrawn'].map((state) => saidOf({ state } as Consent))).toEqual(['yes', 'no', 'no']);
  });

  it('is asked thing by thing, and about the time before only where there is one', () => {
    expect(thingsOf(all(false)).map(keyOf)).toEqual(['work']);
    expect(thingsOf(all(true)).map(keyOf)).toEqual(['work', 'shareTimeBefore']);
  });
});
