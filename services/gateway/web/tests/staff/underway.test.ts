import { readFileSync } from 'node:fs';
import { afterEach, beforeAll, describe, expect, it, test } from 'vitest';
import type { Lang, Placement, TimelineEntry } from '../../src/lib/api.ts';
import { setLang, wordsReady } from '../../src/lib/i18n.svelte.ts';
import { titleOf } from '../../src/staff/coach/entry-words.ts';
import { daysBefore, today } from '../../src/staff/lib/dates.ts';
import { formAt, loadOf } from '../../src/staff/underway/at.ts';
import { words as codes } from '../../src/staff/underway/code-words.ts';
import {
  CONTRACTS,
  END_REASONS,
  HANDOVER_PARTS,
  HANDOVERS_TO,
  OBSERVERS,
  PLACEMENT_KINDS,
  PURPOSES,
  SECTORS,
  SIGNALS,
} from '../../src/staff/underway/codes.ts';
import {
  alarmBody,
  alarmIssues,
  contactBody,
  contactIssues,
  employerBody,
  endingBody,
  endingIssues,
  handoverBody,
  handoverIssues,
  placementBody,
  placementIssues,
  type AlarmDraft,
  type ContactDraft,
  type EmployerDraft,
  type HandoverDraft,
  type PlacementDraft,
} from '../../src/staff/underway/forms.ts';
import { toldOf } from '../../src/staff/underway/told.ts';

const SINCE = daysBefore(100);
const ID = '01890a5d-ac96-774b-bcce-b302099a8057';
const listed: EmployerDraft = { employer: 'e1', isNew: false, newEmployer: 'e2', employerName: '', employerMunicipality: '', employerSector: undefined };
const fresh: EmployerDraft = { ...listed, employer: '', isNew: true, employerName: ' De Korenaar ', employerMunicipality: 'Geel', employerSector: 'trade' };
const alarm: AlarmDraft = { id: ID, signal: 'bullying', observedBy: 'school', occurredOn: today(), action: ' ' };
const handover: HandoverDraft = { id: ID, to: 'school', name: ' Mevrouw Claes ', parts: ['overview'], words: '' };
const contact: ContactDraft = { ...listed, id: ID, purpose: 'vacancy', channel: 'phone', minutes: '15', occurredOn: today() };
const placement: PlacementDraft = { ...listed, id: ID, kind: 'job', hours: '20', paid: 'yes', form: 'regular', contract: 'agency', sector: 'trade', occurredOn: today() };

describe('a signal', () => {
  it('is never filled in beforehand, and may go without words', () => {
    expect(alarmIssues({ ...alarm, signal: undefined, observedBy: undefined }, SINCE)).toEqual({ signal: 'choose', observedBy: 'choose' });
    expect(alarmIssues(alarm, SINCE)).toEqual({});
    expect(alarmBody(alarm)).toEqual({ id: ID, signal: 'bullying', observedBy: 'school', occurredOn: today() });
    expect(alarmBody({ ...alarm, action: ' Praten. ' })).toMatchObject({ action: 'Praten.' });
  });

  it('was seen between the registration and today', () => {
    expect(alarmIssues({ ...alarm, occurredOn: daysBefore(101) }, SINCE)).toEqual({ occurredOn: 'beforeRegistration' });
    expect(alarmIssues({ ...alarm, occurredOn: daysBefore(-1) }, SINCE)).toEqual({ occurredOn: 'inTheFuture' });
  });
});

test('a handover is to somebody, of something', () => {
  expect(handoverIssues({ ...handover, to: undefined, name: ' ', parts: [] })).toEqual({ to: 'choose', name: 'nameBlank', parts: 'nothingPassedOn' });
  expect(handoverIssues(handover)).toEqual({});
  expect(handoverBody(handover)).toEqual({ id: ID, to: 'school', name: 'Mevrouw Claes', parts: ['overview'] });
});

describe('a talk with an employer', () => {
  it('is with one of the list, or with a new one', () => {
    expect(contactIssues({ ...contact, employer: '' }, SINCE)).toEqual({ employer: 'choose' });
    expect(contactIssues({ ...contact, ...fresh }, SINCE)).toEqual({});
    expect(contactIssues({ ...contact, ...fresh, employerName: '', employerMunicipality: ' ', employerSector: undefined }, SINCE)).toEqual({
      employerName: 'nameBlank',
      employerMunicipality: 'required',
      employerSector: 'choose',
    });
    expect(employerBody(fresh)).toEqual({ id: 'e2', name: 'De Korenaar', municipality: 'Geel', sector: 'trade' });
  });

  it.each(['', '0', '601', '7.5', 'long'])('does not take "%s" minutes', (minutes) => {
    expect(contactIssues({ ...contact, minutes }, SINCE)).toEqual({ minutes: 'minutesOutOfRange' });
  });

  it('says what it was about and how long', () => {
    expect(contactIssues({ ...contact, purpose: undefined, channel: undefined }, SINCE)).toEqual({ purpose: 'choose', channel: 'choose' });
    expect(contactBody(contact)).toEqual({ id: ID, employer: 'e1', purpose: 'vacancy', channel: 'phone', minutes: 15, occurredOn: today() });
  });
});

describe('a placement', () => {
  it('says what, for how many hours, and whether it is paid', () => {
    expect(placementIssues({ ...placement, kind: undefined, hours: '49', paid: undefined }, SINCE)).toEqual({ kind: 'choose', weeklyHours: 'hoursOutOfRange', paid: 'choose' });
    expect(placementIssues(placement, SINCE)).toEqual({});
  });

  it('has a form and a contract if it is a job, and perhaps nobody of the list', () => {
    const about = { id: ID, weeklyHours: 20, paid: true, sector: 'trade', occurredOn: today() };
    expect(placementBody(placement)).toEqual({ ...about, kind: 'job', employer: 'e1', form: 'regular', contract: 'agency' });
    expect(placementBody({ ...placement, kind: 'internship', employer: '' })).toEqual({ ...about, kind: 'internship' });
  });

  it('ends between its first day and today', () => {
    const began = { startedOn: daysBefore(5) } as Placement;
    expect(endingIssues({ occurredOn: daysBefore(6), reason: 'asAgreed' }, began)).toEqual({ occurredOn: 'beforePlacement' });
    expect(endingIssues({ occurredOn: daysBefore(-1), reason: undefined }, began)).toEqual({ occurredOn: 'inTheFuture', reason: 'choose' });
    expect(endingIssues({ occurredOn: daysBefore(5), reason: 'health' }, began)).toEqual({});
    expect(endingBody({ occurredOn: today(), reason: 'health' })).toEqual({ occurredOn: today(), reason: 'health' });
  });
});

test('after an end only what began can end', () => {
  expect(formAt('alarm')).toBe('alarm');
  expect(formAt('step')).toBeUndefined();
  expect(formAt('toString')).toBeUndefined();
  expect(loadOf('alarm', true)).toBeUndefined();
  expect(loadOf('alarm', false)).toBeDefined();
  expect(loadOf('ending', true)).toBeDefined();
});

describe('the diary of a coach', () => {
  beforeAll(wordsReady);
  afterEach(() => setLang('nl'));
  const entry = (type: string, more: object = {}) => ({ type, ...more }) as unknown as TimelineEntry;

  it('tells of a signal from whom it comes, and what was agreed', () => {
    const found = toldOf(entry('alarmObserved', { alarm: { signal: 'lateness', observedBy: 'network', action: 'Samen een wekker kiezen.' } }));
    expect(found).toMatchObject({ title: 'Signaal: Te laat komen', facts: ['Komt van: Familie of vrienden'], words: 'Samen een wekker kiezen.' });
  });

  it('tells where a youth began, and of what was erased that it was there', () => {
    const began = { kind: 'internship', employer: 'De Korenaar', weeklyHours: 1, paid: false };
    expect(toldOf(entry('placementStarted', { placement: began }))).toEqual({
      title: 'Begonnen: Stage, {employer}',
      facts: ['1 uur per week', 'Niet betaald'],
      names: { employer: 'De Korenaar' },
    });
    expect(toldOf(entry('placementStarted'))).toEqual({ title: '{name} begon ergens', facts: ['Wat hier stond, is gewist.'], names: {} });
    expect(toldOf(entry('step'))).toBeUndefined();
  });
});

const { components } = JSON.parse(readFileSync(new URL('../../../../../docs/openapi.json', import.meta.url), 'utf8'));
const codesOf = (list: string): string[] => components.schemas[list].enum;

describe.each<Lang>(['nl', 'fi', 'en'])('in %s', (lang) => {
  beforeAll(wordsReady);
  afterEach(() => setLang('nl'));

  it('every code has its words', async () => {
    await setLang(lang);
    const kinds = { signal: 'AlarmSignal', observedBy: 'ObservedBy', handoverTo: 'HandoverTo', handoverPart: 'HandoverPart', handoverState: 'HandoverState' };
    const more = { talkPurpose: 'EmployerPurpose', placementKind: 'PlacementKind', contract: 'Contract', sector: 'Sector', countsBy: 'JobStartRule', endReason: 'PlacementEndReason' };
    for (const [prefix, list] of Object.entries({ ...kinds, ...more })) {
      for (const code of codesOf(list)) expect(codes.has(`${prefix}.${code}`), `${prefix}.${code}`).toBe(true);
    }
    const offered: Record<string, readonly string[]> = { AlarmSignal: SIGNALS, ObservedBy: OBSERVERS, HandoverTo: HANDOVERS_TO, HandoverPart: HANDOVER_PARTS, EmployerPurpose: PURPOSES };
    const others: Record<string, readonly string[]> = { PlacementKind: PLACEMENT_KINDS, Contract: CONTRACTS, Sector: SECTORS, PlacementEndReason: END_REASONS };
    for (const [list, given] of Object.entries({ ...offered, ...others })) expect([...given].sort(), list).toEqual(codesOf(list).sort());
  });

  it('every kind of entry has a title, also when it was erased', async () => {
    await setLang(lang);
    const erased = codesOf('TimelineEntryType').filter((type) => /^(alarm|handover|employer|placement)/.test(type));
    expect(erased).toHaveLength(8);
    for (const type of erased) expect(titleOf({ type } as TimelineEntry, ''), type).not.toBe('');
  });
});
