import { beforeAll, describe, expect, it } from 'vitest';
import type { DataRequest, DataRequests } from '../../src/lib/api.ts';
import { wordsReady } from '../../src/lib/i18n.svelte.ts';
import { canExtend, daysUntil, dueText, findRequest, findRestriction, groundsOf, holds, isOverdue, liftings } from '../../src/staff/requests/requests.ts';

const TODAY = '2026-11-29';
const asked = (change: Partial<DataRequest> = {}): DataRequest => ({
  ...{ id: 'q1', person: 'noor', right: 'erasure', receivedOn: '2026-11-03', dueOn: '2026-12-03', extended: null, state: 'open' },
  ...{ ground: null, overOn: null, words: null, answer: null, grounds: ['publicTask', 'legalClaims', 'unfounded', 'notIdentified'] },
  ...{ inForce: false, lifted: null, liftedOn: null, advice: [], telling: null, announcement: null },
  ...change,
});
beforeAll(wordsReady);

describe('how long there is to answer', () => {
  it('is counted in days of the calendar, also where a clock is put forward', () => {
    expect(daysUntil('2026-12-03', TODAY)).toBe(4);
    expect(daysUntil('2026-03-30', '2026-03-28')).toBe(2);
    expect(daysUntil(TODAY, '2026-12-01')).toBe(-2);
  });

  it('is said in words, whatever the colour', () => {
    const said = ['2026-12-03', '2026-11-30', TODAY, '2026-11-28', '2026-11-20'].map((due) => dueText(due, TODAY));
    expect(said).toEqual(['nog 4 dagen', 'nog 1 dag', 'vandaag', '1 dag te laat', '9 dagen te laat']);
  });

  it('is over from the day after it was due, while nobody answered', () => {
    const late = asked({ dueOn: '2026-11-28' });
    expect([late, asked({ dueOn: TODAY }), { ...late, state: 'granted' as const }].map((one) => isOverdue(one, TODAY))).toEqual([true, false, false]);
  });

  it('becomes longer once, until the day by which it was due', () => {
    const those = [asked(), asked({ dueOn: TODAY }), asked({ dueOn: '2026-11-28' }), asked({ extended: 'complex' }), asked({ state: 'refused' })];
    expect(those.map((one) => canExtend(one, TODAY))).toEqual([true, true, false, false, false]);
  });
});

it('says of each ground on which article it rests for what is asked', () => {
  const articles = (one: DataRequest) => groundsOf(one).map(({ value, text }) => [value, text?.split(' ').at(-1)]);
  expect(articles(asked())).toEqual([['publicTask', '17(3)(b)'], ['legalClaims', '17(3)(e)'], ['unfounded', '12(5)(b)'], ['notIdentified', '12(6)']]);
  expect(articles(asked({ right: 'portability', grounds: ['publicTask', 'rightsOfOthers'] }))).toEqual([['publicTask', '20(3)'], ['rightsOfOthers', '20(4)']]);
  expect(groundsOf(asked({ grounds: [] }))).toEqual([]);
});

describe('a restriction', () => {
  it('holds until it is lifted, and not of who was erased', () => {
    const restricted = asked({ right: 'restriction', state: 'granted', inForce: true });
    expect(holds(restricted, 'Noor')).toBe(true);
    expect(holds(restricted, undefined)).toBe(false);
    expect(holds({ ...restricted, inForce: false, lifted: 'settled' }, 'Noor')).toBe(false);
  });

  it('is lifted for a reason that has a sentence and an article', () => {
    expect(liftings().map(({ value }) => value)).toEqual(['personAgreed', 'settled', 'legalClaims', 'rightsOfOthers', 'publicInterest']);
    expect(liftings()[0]).toEqual({ value: 'personAgreed', label: 'De jongere gaat akkoord', text: 'AVG, artikel 18(2)' });
  });
});

describe('one request', () => {
  const page = (items: DataRequest[], nextPage: string | null, people: DataRequests['people'] = []): DataRequests => ({
    ...{ items, nextPage, people, total: 3, overdue: 0, today: TODAY },
  });
  const pages: Record<string, DataRequests> = {
    first: page([asked(), asked({ id: 'q2', person: 'jelle' })], 'next', [{ id: 'noor', name: 'Noor' }]),
    next: page([asked({ id: 'q3' })], null, [{ id: 'noor', name: 'Noor' }]),
  };
  const ask = async (at: string | undefined) => pages[at ?? 'first']!;

  it('is found on whatever page of the list it stands, with who asks unless that person was erased', async () => {
    expect(await findRequest('q1', ask)).toMatchObject({ request: { id: 'q1' }, name: 'Noor', today: TODAY });
    expect(await findRequest('q2', ask)).toMatchObject({ request: { id: 'q2' }, name: undefined });
    expect(await findRequest('q3', ask)).toMatchObject({ request: { id: 'q3' }, name: 'Noor' });
  });

  it('by which data is not used is found among all of one person', async () => {
    const restricting = { ...pages['next']!, items: [asked({ id: 'q5', right: 'restriction', state: 'granted', inForce: true })] };
    const found = await findRestriction('noor', async (at) => (at ? restricting : pages['first']!));
    expect(found).toMatchObject({ request: { id: 'q5' }, name: 'Noor' });
  });

  it('that is nowhere is not found', async () => {
    await expect(findRequest('q4', ask)).rejects.toMatchObject({ kind: 'notFound' });
  });
});
