import { beforeAll, describe, expect, it } from 'vitest';
import type { DataRequest } from '../src/lib/api.ts';
import { wordsReady } from '../src/lib/i18n.svelte.ts';
import { canComplain, toldOf } from '../src/youth/data/asked.ts';

const TODAY = '2026-11-29';
const asked = (change: Partial<DataRequest> = {}): DataRequest => ({
  ...{ id: 'q1', person: 'noor', right: 'access', receivedOn: '2026-11-03', dueOn: '2026-12-03', extended: null, state: 'open' },
  ...{ ground: null, overOn: null, words: null, answer: null, grounds: ['unfounded'], inForce: false, lifted: null, liftedOn: null, advice: [], telling: null, announcement: null },
  ...change,
});
const over = (state: DataRequest['state'], change: Partial<DataRequest> = {}) => asked({ state, overOn: '2026-11-10', ...change });
beforeAll(wordsReady);

describe('what a youth asked', () => {
  it('says by when there is an answer, and why it takes longer', () => {
    expect(toldOf(asked(), TODAY)).toEqual(['Je vroeg dit op 3 november 2026. Je krijgt een antwoord ten laatste op 3 december 2026.']);
    expect(toldOf(asked({ extended: 'complex' }), TODAY)[1]).toBe('Het duurt langer, want het is niet eenvoudig.');
  });

  it('is late from the day after it was due', () => {
    expect(toldOf(asked({ dueOn: TODAY }), TODAY)[0]).toContain('ten laatste');
    expect(toldOf(asked({ dueOn: '2026-11-28' }), TODAY)[0]).toContain('Vraag ernaar bij je centrum.');
  });

  it('says what became of it, and on which ground it was refused', () => {
    expect(toldOf(over('granted'), TODAY)).toEqual(['Je centrum deed wat je vroeg, op 10 november 2026.']);
    expect(toldOf(over('refused', { ground: 'rightsOfOthers' }), TODAY)).toEqual([
      'Je centrum zei nee, op 10 november 2026.',
      'Je zou dan iets lezen over iemand anders.',
    ]);
    expect(toldOf(over('withdrawn', { extended: 'complex' }), TODAY)).toEqual(['Je trok dit in, op 10 november 2026.']);
  });
});

describe('what holds since it was done', () => {
  const about = (right: DataRequest['right'], change: Partial<DataRequest> = {}) => toldOf(over('granted', { right, ...change }), TODAY).slice(1);

  it('is that data is not used, until it is for a reason that is told', () => {
    expect(about('restriction', { inForce: true })[0]).toContain('je gegevens worden nu niet gebruikt. Je coach leest niets over jou.');
    const lifted = about('restriction', { lifted: 'rightsOfOthers', liftedOn: '2026-11-20' });
    expect(lifted).toEqual(['Je gegevens worden weer gebruikt sinds 20 november 2026.', 'Ze zijn nodig om iemand anders te beschermen.']);
  });

  it('is that whoever objected is counted no more', () => {
    expect(about('objection')).toEqual(['Je telt niet meer mee in de tabellen.']);
    expect(toldOf(over('withdrawn', { right: 'objection' }), TODAY)).toHaveLength(1);
    expect(about('access')).toEqual([]);
  });
});

describe('where to complain', () => {
  it('is told to who hears no, or nothing in time', () => {
    const those = [over('refused'), asked({ dueOn: '2026-11-28' }), asked(), over('granted'), over('withdrawn')];
    expect(those.map((one) => canComplain(one, TODAY))).toEqual([true, true, false, false, false]);
  });
});
