import type { Move, Population } from '../../lib/api.ts';
import { dayIssue } from '../lib/dates.ts';
import type { Issues } from '../lib/submission.svelte.ts';

/** Who moves between education and NEET can only go to the other of the two. */
export function otherThan(population: Population): Population {
  return population === 'education' ? 'neet' : 'education';
}

export function issuesIn({ occurredOn }: Move, since: string): Issues {
  const day = dayIssue(occurredOn, since);
  return day ? { occurredOn: day } : {};
}
