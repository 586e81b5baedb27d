import type { Domain, Exercise, Run } from '../lib/api.ts';

/** The seven neighbourhoods in the order of the path on the map. */
export const DOMAINS: Domain[] = ['housing', 'relationships', 'health', 'finances', 'learning', 'leisure', 'work'];

export interface Trail {
  exercises: Exercise[];
  runs: Run[];
}

export type Progress = 'none' | 'fresh' | 'open' | 'done';

export interface PlaceState {
  domain: Domain;
  exercises: Exercise[];
  done: number;
  progress: Progress;
}

/** Where a youth is in each neighbourhood. Free order: nothing is ever locked. */
export function placesOf({ exercises, runs }: Trail): PlaceState[] {
  return DOMAINS.map((domain) => {
    const here = exercises.filter((exercise) => exercise.domain === domain);
    const isDone = ({ id }: Exercise) => latestRun(runs, id, 'completed') !== undefined;
    const done = here.filter(isDone).length;
    const open = here.some((exercise) => latestRun(runs, exercise.id, 'open'));
    // The lights go on with what belongs to everybody; more is there for whoever wants more.
    const core = here.filter(({ kind }) => kind === 'core');
    const all = here.length > 0 && (core.length > 0 ? core : here).every(isDone);
    return { domain, exercises: here, done, progress: open ? 'open' : all ? 'done' : here.length ? 'fresh' : 'none' };
  });
}

/** The run of this exercise that was started last, in this state. */
export function latestRun(runs: Run[], exercise: string, state: Run['state']): Run | undefined {
  return runs
    .filter((run) => run.exercise === exercise && run.state === state)
    .sort((a, b) => b.startedAt.localeCompare(a.startedAt))[0];
}
