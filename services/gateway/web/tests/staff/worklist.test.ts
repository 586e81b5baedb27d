import { beforeAll, describe, expect, it } from 'vitest';
import type { WorkItem } from '../../src/lib/api.ts';
import { wordsReady } from '../../src/lib/i18n.svelte.ts';
import { found, parted } from '../../src/staff/worklist/worklist.ts';
import { daysUntil } from '../../src/staff/requests/requests.ts';

beforeAll(wordsReady);

const TODAY = '2026-03-09';
const item = (name: string, kind: WorkItem['kind'], dueOn: string): WorkItem => ({ youth: { id: name, name }, kind, dueOn });
const items = [
  item('Noor', 'noContact', '2026-03-08'),
  item('Sam', 'alarm', '2026-03-09'),
  item('Elif', 'handoverAgreed', '2026-03-16'),
  item('Bo', 'afterCare', '2026-03-17'),
];

describe('what a coach has to see to', () => {
  it('is due today or before, within a week, or later', () => {
    const parts = parted(items, TODAY, (day) => daysUntil(day, TODAY));
    expect(parts.map(({ part, items }) => [part, items.map(({ youth }) => youth.name)])).toEqual([
      ['due', ['Noor', 'Sam']],
      ['soon', ['Elif']],
      ['later', ['Bo']],
    ]);
  });

  it('is found by a name or by what is to be done', () => {
    expect(found(items, 'elif')).toEqual([items[2]]);
    expect(found(items, 'nazorg')).toEqual([items[3]]);
    expect(found(items, '')).toEqual(items);
  });
});
