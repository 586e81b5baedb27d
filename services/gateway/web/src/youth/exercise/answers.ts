import type { Exercise } from '../../lib/api.ts';
import type { Given } from '../answers.svelte.ts';

export interface Said {
  step: string;
  question: string;
  choices: { label: string; picture: string | null; own?: boolean }[];
}

/** Own words have a picture as all others. */
export const OWN_PICTURE = 'own-words';

/** What was answered, in the words of the exercise, in the order of its questions. */
export function saidOf(exercise: Exercise, answers: Record<string, Given>): Said[] {
  return exercise.steps.map((step) => {
    const given = answers[step.id];
    const picked = step.options.filter((option) => given?.options.includes(option.id));
    const own = given?.own ? [{ label: given.own, picture: OWN_PICTURE, own: true }] : [];
    return { step: step.id, question: step.question, choices: [...picked, ...own] };
  });
}
