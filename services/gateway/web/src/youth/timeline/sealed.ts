import type { TimelineEntry } from '../../lib/api.ts';

/** Whether an entry says more than what happened. */
export function hasFacts({ source, intake, population, exit }: TimelineEntry): boolean {
  return Boolean(source ?? intake ?? population ?? exit);
}

/** Whether the facts of an entry were erased: it stands there, and nobody can read it any more. */
export function isErased({ type, intake, population, exit }: TimelineEntry): boolean {
  const sealed = { intake, populationChanged: population, closed: exit };
  return type in sealed && !sealed[type as keyof typeof sealed];
}
