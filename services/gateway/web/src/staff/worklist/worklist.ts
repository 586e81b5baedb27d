import type { WorkItem, WorkListKind } from '../../lib/api.ts';
import { fits } from '../lib/search.ts';
import { t } from './words.ts';

/** What is this near is due soon. */
const SOON_DAYS = 7;

export type Part = 'due' | 'soon' | 'later';

/** What is due, what is due within a week, and what comes later, each in the order of its days. */
export function parted(items: readonly WorkItem[], today: string, daysUntil: (day: string) => number): { part: Part; items: WorkItem[] }[] {
  const partOf = ({ dueOn }: WorkItem): Part => {
    if (dueOn <= today) return 'due';
    return daysUntil(dueOn) <= SOON_DAYS ? 'soon' : 'later';
  };
  const parts: Part[] = ['due', 'soon', 'later'];
  return parts.map((part) => ({ part, items: items.filter((item) => partOf(item) === part) })).filter(({ items }) => items.length > 0);
}

export const kindText = (kind: WorkListKind): string => t(`kind.${kind}`);

/** Those in whose name, or in what is to be done, the words are found. */
export function found(items: readonly WorkItem[], query: string): WorkItem[] {
  return items.filter(({ youth, kind }) => fits(`${youth.name} ${kindText(kind)}`, query));
}
