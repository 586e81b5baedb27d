import type { Exercise } from '../../lib/api.ts';
import type { Given } from '../outbox.svelte.ts';

export interface Said {
  step: string;
  question: string;
  choices: { label: string; picture: string | null }[];
}

/** What was answered, in the words of the exercise, in the order of its questions. */
export function saidOf(exercise: Exercise, answers: Record<string, Given>): Said[] {
  return exercise.steps.map((step) => {
    const given = answers[step.id];
    const picked = step.options.filter((option) => given?.options.includes(option.id));
    const own = given?.own ? [{ label: given.own, picture: null }] : [];
    return { step: step.id, question: step.question, choices: [...picked, ...own] };
  });
}
