import { describe, expect, it } from 'vitest';
import type { Exercise, ExerciseStep } from '../src/lib/api.ts';
import { saidOf } from '../src/youth/exercise/answers.ts';
import { KINDS, kindOf, missing } from '../src/youth/exercise/kinds/kinds.ts';

const thing = (id: string) => ({ id, label: id.toUpperCase(), picture: id });
const of = (kind: object): ExerciseStep => ({ ...{ id: 's', question: 'Q', hint: '', overview: null, choose: null, sort: null }, ...kind });
const choose = of({ choose: { pickMin: 2, pickMax: 3, ownAllowed: true, options: ['a', 'b', 'c'].map(thing) } });
const sort = of({ sort: { cards: ['a', 'b'].map(thing), bins: [{ id: 'like', label: 'Like' }, { id: 'not', label: 'Not' }] } });
/** What a later version of the platform may ask. */
const future = of({ draw: { canvas: 'large' } });
const nothing = { options: [], own: '' };

describe('a step of a kind', () => {
  it('is known by what is there of it', () => {
    expect([choose, sort].map(kindOf)).toEqual(['choose', 'sort']);
    expect(Object.keys(KINDS)).toEqual(['choose', 'sort']);
  });

  it('says how much is missing', () => {
    expect(missing(choose, nothing)).toBe(2);
    expect(missing(choose, { options: ['a'], own: 'x' })).toBe(0);
    expect(missing(sort, { ...nothing, placed: [{ card: 'a', bin: 'like' }] })).toBe(1);
  });

  it('tells what was answered: own words as own, cards with their pile and in the order of the piles', () => {
    const said = (step: ExerciseStep, given: object) => saidOf({ steps: [step] } as Exercise, { s: { ...nothing, ...given } })[0]!.choices;
    expect(said(choose, { options: ['b'], own: 'mine' })).toEqual([thing('b'), { label: 'mine', picture: 'own-words', own: true }]);
    const placed = [{ card: 'a', bin: 'not' }, { card: 'b', bin: 'like' }];
    expect(said(sort, { placed }).map(({ label, place }) => [label, place])).toEqual([['B', 'Like'], ['A', 'Not']]);
  });
});

describe('a step of a kind from the future', () => {
  it('is no kind, asks for nothing, and says nothing', () => {
    expect(kindOf(future)).toBeUndefined();
    expect(missing(future, nothing)).toBe(0);
    expect(saidOf({ steps: [future] } as Exercise, { s: nothing })[0]!.choices).toEqual([]);
  });
});
