import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Lang, TimelineEntry } from '../src/lib/api.ts';
import { setLang, wordsReady } from '../src/lib/i18n.svelte.ts';
import { toldOf } from '../src/youth/timeline/told.ts';
import { t, words } from '../src/youth/timeline/words.ts';

/** Whatever is written about a youth has a sentence: of each kind of entry, and of each fact of a step. */
const { components } = JSON.parse(readFileSync(new URL('../../../../docs/openapi.json', import.meta.url), 'utf8'));
const codesOf = (list: string): string[] => components.schemas[list].enum;
const DAY = { occurredOn: '2026-11-02', recordedAt: '2026-11-02T10:00:00Z', position: 7 };
const step = { category: 'actionPlan', minutes: 30, place: 'centre', channel: 'faceToFace', mode: 'individual', role: 'inspirer', withdrawn: false };
const entryOf = (type: string, more: object = {}) =>
  ({ ...DAY, type, actor: { name: 'Ann', role: 'coach' }, coach: { id: 'c', name: 'Ann' }, exercise: { title: 'Werk' }, ...(type === 'step' && { step }), ...more }) as unknown as TimelineEntry;

beforeAll(wordsReady);
afterEach(() => setLang('nl'));

describe.each<Lang>(['nl', 'fi', 'en'])('in %s', (lang) => {
  it('every kind of entry has a sentence of its own', async () => {
    await setLang(lang);
    const types = codesOf('TimelineEntryType');
    expect(types.length).toBeGreaterThan(7);
    const said = types.map((type) => toldOf(entryOf(type)).what);
    expect(said).not.toContain('');
    expect(said).not.toContain(t('entry.other'));
    expect(new Set(said).size).toBe(types.length);
  });

  it('every fact of a step is told', async () => {
    await setLang(lang);
    for (const category of codesOf('ActionCategory')) expect(toldOf(entryOf('step', { step: { ...step, category } })).what, category).not.toBe('');
    for (const [list, field] of [['Place', 'place'], ['Channel', 'channel'], ['Mode', 'mode']] as const) {
      for (const code of codesOf(list)) {
        const { how } = toldOf(entryOf('step', { step: { ...step, [field]: code } }));
        expect(how.split(' · ').filter(Boolean), code).toHaveLength(4);
      }
    }
    for (const role of codesOf('CoachRole')) expect(words.has(`role.${role}`), role).toBe(true);
  });
});
