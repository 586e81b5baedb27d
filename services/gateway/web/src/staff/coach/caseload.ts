import type { YouthRow } from '../../lib/api.ts';
import { QUIET_AFTER_DAYS } from '../lib/codes.ts';

/** The three pages of the diary: who waits for a sign of life, who is new, who was heard this week. */
export type Group = 'quiet' | 'new' | 'recent';
const ORDER: readonly Group[] = ['quiet', 'new', 'recent'];

export function groupOf(youth: Pick<YouthRow, 'daysWithoutContact'>): Group {
  if (youth.daysWithoutContact === null) return 'new';
  return youth.daysWithoutContact >= QUIET_AFTER_DAYS ? 'quiet' : 'recent';
}

/** Groups that hold somebody, the longest silence first, otherwise by name as they came. */
export function grouped(youths: YouthRow[]): { group: Group; youths: YouthRow[] }[] {
  return ORDER.map((group) => ({
    group,
    youths: youths
      .filter((youth) => groupOf(youth) === group)
      .sort((a, b) => (b.daysWithoutContact ?? 0) - (a.daysWithoutContact ?? 0)),
  })).filter((part) => part.youths.length > 0);
}
