import type { Exercise } from '../../lib/api.ts';
import type { Given } from '../given.ts';
import { KINDS, kindOf, type Thing } from './kinds/kinds.ts';

export interface Said {
  step: string;
  question: string;
  choices: Thing[];
}

/** What was answered, in the words of the exercise, in the order of its questions. */
export function saidOf(exercise: Exercise, answers: Record<string, Given>): Said[] {
  return exercise.steps.map((step) => {
    const [given, kind] = [answers[step.id], kindOf(step)];
    return { step: step.id, question: step.question, choices: given && kind ? KINDS[kind].said(step, given) : [] };
  });
}
