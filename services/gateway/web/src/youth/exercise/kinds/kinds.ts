import type { ExerciseStep } from '../../../lib/api.ts';
import type { Load } from '../../../ui/Lazy.svelte';
import type { Given } from '../../given.ts';

/** A step of a kind, with what was given so far. */
export interface OfKind<K extends 'choose' | 'sort'> {
  step: ExerciseStep & { [key in K]: NonNullable<ExerciseStep[K]> };
  given: Given;
  give: (given: Given) => void;
}
export interface Thing {
  label: string;
  picture: string | null;
  /** In the youth's own words. */
  own?: boolean;
  /** Where it was put. */
  place?: string;
}
interface Kind {
  /** Shows the step. */
  load: Load;
  /** How much is still needed; nothing when it is answered. */
  missing: (step: ExerciseStep, given: Given) => number;
  /** What was answered, for looking back. */
  said: (step: ExerciseStep, given: Given) => Thing[];
  /** What is read aloud after question and hint. */
  spoken: (step: ExerciseStep) => string[];
}
/** Own words have a picture as all others. */
const OWN_PICTURE = 'own-words';

/** Every kind of step that this app knows: one more is a line here and a component. */
export const KINDS = {
  choose: {
    load: () => import('./Choose.svelte'),
    missing: ({ choose }, { options, own }) => Math.max(0, choose!.pickMin - options.length - (own.trim() ? 1 : 0)),
    said: ({ choose }, { options, own }) => [
      ...choose!.options.filter(({ id }) => options.includes(id)),
      ...(own ? [{ label: own, picture: OWN_PICTURE, own: true }] : []),
    ],
    spoken: ({ choose }) => choose!.options.map(({ label }) => label),
  },
  sort: {
    load: () => import('./Sort.svelte'),
    missing: ({ sort }, { placed }) => sort!.cards.length - (placed?.length ?? 0),
    said: ({ sort }, { placed }) =>
      sort!.bins.flatMap((bin) =>
        (placed ?? [])
          .filter((one) => one.bin === bin.id)
          .flatMap(({ card }) => sort!.cards.filter(({ id }) => id === card))
          .map(({ label, picture }) => ({ label, picture, place: bin.label })),
      ),
    spoken: ({ sort }) => sort!.cards.map(({ label }) => label),
  },
} satisfies Record<string, Kind>;
export type KindName = keyof typeof KINDS;

/** The kind of a step; none if it is of a later version than this app. */
export function kindOf(step: ExerciseStep): KindName | undefined {
  return (Object.keys(KINDS) as KindName[]).find((name) => step[name] !== null && step[name] !== undefined);
}

/** How much of an answer is missing. What this app cannot show, it does not ask for. */
export function missing(step: ExerciseStep, given: Given): number {
  const kind = kindOf(step);
  return kind ? KINDS[kind].missing(step, given) : 0;
}
