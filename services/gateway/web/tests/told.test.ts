import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Lang, TimelineEntry } from '../src/lib/api.ts';
import { setLang, wordsReady } from '../src/lib/i18n.svelte.ts';
import { wholeOf as toldOf } from '../src/youth/timeline/doings.ts';
import { factsOf } from '../src/youth/timeline/facts.ts';
import { isBeside } from '../src/youth/timeline/sealed.ts';
import { t, words } from '../src/youth/timeline/words.ts';

/** Whatever is written about a youth has a sentence: of each kind of entry, and of each fact of a step. */
const { components } = JSON.parse(readFileSync(new URL('../../../../docs/openapi.json', import.meta.url), 'utf8'));
const codesOf = (list: string): string[] => components.schemas[list].enum;
const DAY = { occurredOn: '2026-11-02', recordedAt: '2026-11-02T10:00:00Z', position: 7 };
const step = { category: 'actionPlan', minutes: 30, place: 'centre', channel: 'faceToFace', mode: 'individual', role: 'inspirer', withdrawn: false };
const entryOf = (type: string, more: object = {}) =>
  ({ ...DAY, type, actor: { name: 'Ann', role: 'coach' }, coach: { id: 'c', name: 'Ann' }, exercise: { title: 'Werk' }, ...(type === 'step' && { step }), ...more }) as unknown as TimelineEntry;

const alarm = { id: 'a', signal: 'bullying', observedBy: 'school', observedOn: '2026-11-02', action: 'We praten ermee.' };
const handover = { id: 'h', to: 'school', name: 'Mevrouw Claes', parts: ['overview', 'reach'], words: 'Zij helpt je.', state: 'offered', offeredOn: '2026-11-02' };
const contact = { id: 'c', employer: 'Bakkerij De Korenaar', purpose: 'vacancy', channel: 'phone', minutes: 15, occurredOn: '2026-11-02' };
const placement = {
  ...{ id: 'p', kind: 'job', employer: 'Bakkerij De Korenaar', form: 'regular', contract: 'fixedTerm', weeklyHours: 20, paid: true },
  ...{ sector: 'trade', startedOn: '2026-11-02', countsBy: 'fourPaidHours' },
};

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

  it('every fact beside steps is told', async () => {
    await setLang(lang);
    const said = (entry: TimelineEntry) => [toldOf(entry).what, ...toldOf(entry).more, ...factsOf(entry).map(([, value]) => value)];
    const whole = (entry: TimelineEntry, lines: number) => {
      expect(said(entry), JSON.stringify(entry)).toHaveLength(lines);
      for (const line of said(entry)) expect(line, JSON.stringify(entry)).not.toMatch(/^$|: *$|  /);
      expect(toldOf(entry).gone).toBeUndefined();
    };
    for (const signal of codesOf('AlarmSignal')) whole(entryOf('alarmEnded', { alarm: { ...alarm, signal } }), 1);
    for (const observedBy of codesOf('ObservedBy')) whole(entryOf('alarmObserved', { alarm: { ...alarm, observedBy } }), 3);
    for (const to of codesOf('HandoverTo')) whole(entryOf('handoverOffered', { handover: { ...handover, to } }), 4);
    for (const part of codesOf('HandoverPart')) whole(entryOf('handoverOffered', { handover: { ...handover, parts: [part] } }), 4);
    for (const purpose of codesOf('EmployerPurpose')) whole(entryOf('employerContacted', { contact: { ...contact, purpose } }), 3);
    for (const kind of codesOf('PlacementKind')) whole(entryOf('placementStarted', { placement: { ...placement, kind } }), 6);
    for (const contract of codesOf('Contract')) whole(entryOf('placementStarted', { placement: { ...placement, contract } }), 6);
    for (const sector of codesOf('Sector')) whole(entryOf('placementStarted', { placement: { ...placement, sector } }), 6);
    for (const endReason of codesOf('PlacementEndReason')) whole(entryOf('placementEnded', { placement: { ...placement, endReason } }), 2);
  });
});

describe('beside steps, in Dutch', () => {
  const linesOf = (type: string, more: object) => {
    const { what, more: lines, names } = toldOf(entryOf(type, more));
    return [what, ...lines].map((line) => line.replace(/\{(\w+)\}/g, (_, place: string) => names[place] ?? '?'));
  };

  it('a youth reads what was seen, who told it and what was agreed', () => {
    expect(linesOf('alarmObserved', { alarm })).toEqual([
      'Je coach schreef een signaal op: pesten of gedrag dat niet oké is',
      'De school vertelde het.',
      'Afgesproken: We praten ermee.',
    ]);
    expect(linesOf('alarmObserved', { alarm: { ...alarm, action: undefined } })).toHaveLength(2);
  });

  it('a youth reads who would help, what is passed on and why, and the own answer', () => {
    expect(linesOf('handoverOffered', { handover })).toEqual([
      'Je coach stelt voor dat Mevrouw Claes je verder helpt',
      'Dat is hulp van een school.',
      'Dit gaat dan mee: wat je ontdekte in je oefeningen en hoe je te bereiken bent.',
      'Waarom: Zij helpt je.',
    ]);
    expect(linesOf('handoverAnswered', { handover: { ...handover, state: 'agreed' } })).toEqual(['Je zei: goed, Mevrouw Claes mag me verder helpen']);
    expect(linesOf('handoverAnswered', { handover: { ...handover, state: 'declined' } })).toEqual(['Je zei: liever niet dat Mevrouw Claes me verder helpt']);
    expect(linesOf('handoverAccepted', { handover: { ...handover, state: 'accepted' } })).toEqual(['Mevrouw Claes zei ja en helpt je verder']);
  });

  it('a youth reads with whom the coach talked, and where something began and ended', () => {
    expect(linesOf('employerContacted', { contact })).toEqual(['Je coach praatte over jou met Bakkerij De Korenaar', 'Over werk dat vrij is.', '15 minuten · aan de telefoon']);
    expect(linesOf('employerContacted', { contact: { ...contact, employer: undefined } })[0]).toBe('Je coach praatte over jou met een werkgever');
    expect(linesOf('placementStarted', { placement })).toEqual(['Je begon met werk bij Bakkerij De Korenaar', '20 uur in de week, betaald']);
    expect(linesOf('placementEnded', { placement: { ...placement, employer: undefined, endReason: 'asAgreed' } })).toEqual([
      'Dit is afgelopen: werk',
      'Het eindigde zoals afgesproken.',
    ]);
  });

  it.each(['alarmObserved', 'alarmEnded', 'handoverOffered', 'handoverAnswered', 'handoverAccepted', 'employerContacted', 'placementStarted', 'placementEnded'])(
    'what was erased of %s says so',
    (type) => {
      const entry = entryOf(type);
      expect(isBeside(entry)).toBe(true);
      expect(toldOf(entry)).toMatchObject({ more: [], gone: true });
      expect(toldOf(entry).what).not.toContain('{');
    },
  );
});
