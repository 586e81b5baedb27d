import { describe, expect, it } from 'vitest';
import type { Exercise, Run } from '../src/lib/api.ts';
import { DOMAINS, placesOf } from '../src/youth/progress.ts';
import { firstUnanswered, unfinished } from '../src/youth/resume.ts';

const choose = { pickMin: 1, pickMax: 1, ownAllowed: true, options: [] };
const step = (id: string) => ({ id, question: id, hint: '', overview: null, choose, sort: null });
const exercise = (id: string, domain: Exercise['domain']): Exercise => ({
  ...{ id, domain, version: 1, kind: 'core', title: id, goal: '', minutes: 4, picture: '' },
  steps: [step('one'), step('two'), step('three')],
});
const run = (exercise: Exercise, state: Run['state'], startedAt: string, answered: string[] = []): Run => ({
  ...{ id: startedAt, exercise: exercise.id, version: 1, domain: exercise.domain, state, startedAt, completedAt: null, revision: 1 },
  answers: answered.map((id) => ({ step: id, chosen: { options: ['a'], own: null }, sorted: null })),
});

const work = exercise('work-1', 'work');
const moreWork = exercise('work-2', 'work');

describe('the neighbourhoods', () => {
  it('are always seven, also before anything is known', () => {
    expect(placesOf({ exercises: [], runs: [] }).map((place) => place.domain)).toEqual(DOMAINS);
  });

  it('light up when every exercise there is done', () => {
    const at = (runs: Run[]) => placesOf({ exercises: [work, moreWork], runs }).find((place) => place.domain === 'work')!;
    expect(at([]).progress).toBe('fresh');
    expect(at([run(work, 'completed', '1')])).toMatchObject({ progress: 'fresh', done: 1 });
    expect(at([run(work, 'completed', '1'), run(moreWork, 'completed', '2')])).toMatchObject({ progress: 'done', done: 2 });
  });

  it('light up with what belongs to everybody, also where there is more', () => {
    const more: Exercise = { ...moreWork, kind: 'supporting' };
    const [place] = placesOf({ exercises: [work, more], runs: [run(work, 'completed', '1')] }).slice(-1);
    expect(place).toMatchObject({ progress: 'done', done: 1 });
  });

  it('are busy while an exercise is open, also one that was done before', () => {
    const [place] = placesOf({ exercises: [work], runs: [run(work, 'completed', '1'), run(work, 'open', '2')] }).slice(-1);
    expect(place).toMatchObject({ progress: 'open', done: 1 });
  });
});

describe('going on', () => {
  it('is with the exercise that was opened last, at its first question without an answer', () => {
    const runs = [run(moreWork, 'open', '2026-03-01'), run(work, 'open', '2026-03-02', ['one'])];
    expect(unfinished({ exercises: [work, moreWork], runs })).toMatchObject({ exercise: work, at: 1 });
  });

  it('is at the last question when all have an answer', () => {
    expect(firstUnanswered(work, run(work, 'open', '1', ['one', 'two', 'three']))).toBe(2);
  });

  it('is nothing when all is done, or when the exercise is gone', () => {
    expect(unfinished({ exercises: [work], runs: [run(work, 'completed', '1')] })).toBeUndefined();
    expect(unfinished({ exercises: [], runs: [run(work, 'open', '1')] })).toBeUndefined();
  });
});
