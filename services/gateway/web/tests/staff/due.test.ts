import { beforeAll, expect, it } from 'vitest';
import type { DueThing } from '../../src/lib/api.ts';
import { wordsReady } from '../../src/lib/i18n.svelte.ts';
import { find } from '../../src/lib/routes.ts';
import { parted, placeOf, saysOf, titleOf } from '../../src/staff/due/due.ts';
import { ROUTES } from '../../src/staff/routes.ts';

const LEAD = '01890a5d-ac96-774b-bcce-b302099a8057';
const NOTHING = { right: null, reading: null, cause: null, waiting: null, retention: null };
const REQUEST: DueThing = { ...NOTHING, kind: 'request', id: 'q1', person: 'noor', dueOn: '2026-12-03', dueAt: '2026-12-03T22:59:59.999999Z', overdue: false, right: 'erasure' };
const READING: DueThing = {
  ...{ ...NOTHING, kind: 'unusualReading', id: `2026-11-29.${LEAD}`, person: LEAD, dueOn: '2026-12-06', dueAt: '2026-12-06T22:59:59.999999Z', overdue: false },
  reading: { day: '2026-11-29', until: '2026-11-29T22:30:00Z', times: 12, people: 1, unusual: ['atNight'] },
};
const NOTICE: DueThing = { ...REQUEST, kind: 'notice', id: 'q3', right: 'rectification', waiting: 2 };
const TERM: DueThing = { ...REQUEST, kind: 'retention', id: 'noor', right: null, retention: 'neverTrajectory' };
const FILE: DueThing = { ...TERM, id: 'b1', person: null, retention: 'breachFile' };
beforeAll(wordsReady);

it('says what is due in words, and how much of it', () => {
  expect([titleOf(REQUEST), saysOf(REQUEST)]).toEqual(['Alles wissen', 'Vraag over gegevens']);
  expect([titleOf(READING), saysOf(READING)]).toEqual(['Ongewone inzage op 29 november 2026', '12 keer ongewoon gelezen, over 1 jongere']);
});

it('says how many who were told have not said that it is done, and leads to the case', () => {
  expect(titleOf(NOTICE)).toBe('Iets verbeteren dat niet klopt');
  expect(saysOf(NOTICE)).toBe('2 mensen die dit weten, zeiden nog niet dat het gedaan is');
  expect(placeOf(NOTICE, '/officer')).toBe('/officer/requests/q3');
});

it.each(['lead', 'officer'] as const)('leads a %s to the case with one tap', (role) => {
  expect(placeOf(REQUEST, `/${role}`)).toBe(`/${role}/requests/q1`);
  const readings = placeOf(READING, `/${role}`);
  expect(readings).toBe(`/${role}/audit-log?by=${LEAD}&from=2026-11-29&to=2026-11-29&unusual=true`);
  for (const place of [`/${role}/requests/q1`, `/${role}/audit-log`]) expect(find(ROUTES[role], place, `/${role}`)).toBeDefined();
});

it('leads to what is over, of a young person or of a breach', () => {
  expect([TERM, FILE].map((thing) => [titleOf(thing), saysOf(thing)])).toEqual([
    ['Inschrijving zonder traject', 'Bewaartermijn voorbij'],
    ['Dossier van een datalek', 'Bewaartermijn voorbij'],
  ]);
  expect(placeOf(TERM, '/lead')).toBe('/lead/retention#noor');
  for (const role of ['lead', 'officer'] as const) expect(find(ROUTES[role], `/${role}/retention`, `/${role}`)).toBeDefined();
});

it('has what is late in front, and no heading over nothing', () => {
  const late = { ...REQUEST, id: 'q2', overdue: true };
  expect(parted([late, REQUEST, READING]).map(({ part, things }) => [part, things.length])).toEqual([['late', 1], ['soon', 2]]);
  expect(parted([REQUEST]).map(({ part }) => part)).toEqual(['soon']);
  expect(parted([])).toEqual([]);
});

it('is the home of an officer, who writes requests down and registers nobody', () => {
  const at = (path: string) => find(ROUTES.officer, `/officer${path}`, '/officer');
  expect(at('')?.section.menu?.counts).toBe(true);
  expect(at('/requests/new')?.load).not.toBe(at('/requests/q1')?.load);
  expect(at('/coach')).toBeUndefined();
  expect(find(ROUTES.lead, '/lead/officer', '/lead')?.params).toEqual({ role: 'officer' });
});
