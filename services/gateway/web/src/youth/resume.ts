import type { Exercise, Run } from '../lib/api.ts';
import type { Trail } from './progress.ts';

/** The run to continue with, with its exercise and the number of the first question without an answer. */
export function unfinished({ exercises, runs }: Trail): { exercise: Exercise; run: Run; at: number } | undefined {
  const open = runs.filter((run) => run.state === 'open').sort((a, b) => b.startedAt.localeCompare(a.startedAt));
  for (const run of open) {
    const exercise = exercises.find((one) => one.id === run.exercise);
    if (exercise) return { exercise, run, at: firstUnanswered(exercise, run) };
  }
  return undefined;
}

/** Index of the first question without an answer; the last one when all are answered. */
export function firstUnanswered(exercise: Exercise, run: Run): number {
  const at = exercise.steps.findIndex((step) => !isAnswered(run, step.id));
  return at < 0 ? exercise.steps.length - 1 : at;
}

export function isAnswered(run: Run, step: string): boolean {
  const answer = run.answers.find((one) => one.step === step);
  return !!answer && (!!answer.chosen?.options.length || !!answer.chosen?.own || !!answer.sorted?.placed.length);
}
