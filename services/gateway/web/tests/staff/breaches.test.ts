import { beforeAll, describe, expect, it } from 'vitest';
import type { AffectedPerson, Breach, BreachEntry, BreachFile } from '../../src/lib/api.ts';
import { wordsReady } from '../../src/lib/i18n.svelte.ts';
import { affectedCsv, clockText, dataOf, isOverdue, measuresOf, owesPersons, standing, untold } from '../../src/staff/breaches/breaches.ts';

const DUE = '2027-03-12T08:15:00Z';
const at = (moment: string) => Date.parse(moment);
const breach = (change: Partial<Breach> = {}): Breach => ({
  ...{ id: 'b1', kind: 'confidentiality', cause: 'lostDevice', state: 'running', beganAt: null, knownAt: '2027-03-09T08:15:00Z', dueAt: DUE },
  ...{ processorKnewAt: null, whose: null, risk: null, notifiedAt: null, informedAt: null },
  ...{ rule: { hours: 72, threshold: 'risk', authority: 'belgian', recipient: null } },
  ...change,
});
const entry = (change: Partial<BreachEntry>): BreachEntry => ({
  ...{ type: 'measureTaken', recordedAt: DUE, by: 'p1', at: null, words: null, risk: null, data: [], people: null },
  ...{ delay: null, how: null, notNotified: null, notInformed: null, ground: null, until: null },
  ...change,
});
beforeAll(wordsReady);

describe('how long there is', () => {
  it('is counted in whole hours, also while a clock is put forward', () => {
    const said = ['2027-03-09T08:15:00Z', '2027-03-10T15:10:00Z', '2027-03-12T07:15:00Z', '2027-03-12T07:15:01Z'].map((now) => clockText(DUE, at(now)));
    expect(said).toEqual(['nog 72 uur', 'nog 41 uur', 'nog 1 uur', 'nog minder dan een uur']);
    expect(clockText('2027-03-30T00:30:00+02:00', at('2027-03-26T23:30:00+01:00'))).toBe('nog 72 uur');
  });

  it('is said in words when it is up', () => {
    expect(clockText(DUE, at('2027-03-12T08:15:01Z'))).toBe('minder dan een uur te laat');
    expect(clockText(DUE, at('2027-03-12T11:15:00Z'))).toBe('3 uur te laat');
  });

  it('is up while nobody told, and not in the last moment', () => {
    const late = at('2027-03-12T08:15:01Z');
    expect([breach(), breach({ state: 'notified' }), breach({ state: 'notRequired' })].map((one) => isOverdue(one, late))).toEqual([true, false, false]);
    expect(isOverdue(breach(), at(DUE))).toBe(false);
    expect(standing(breach({ state: 'notRequired' }), late)).toBe('Melden hoeft niet');
  });
});

it('offers that there is no risk only where it was assessed so, by the rule of the breach', () => {
  expect(untold(breach({ risk: 'none' }))).toContain('unlikely');
  expect(untold(breach({ risk: 'risk' }))).not.toContain('unlikely');
  expect(untold(breach({ risk: 'risk', rule: { hours: 96, threshold: 'high', authority: 'belgian', recipient: null } }))).toContain('unlikely');
  expect(untold(breach())).not.toContain('unlikely');
});

it('asks why those whose data it is were not told of a high risk', () => {
  expect([breach({ risk: 'high' }), breach({ risk: 'high', informedAt: DUE }), breach({ risk: 'risk' })].map(owesPersons)).toEqual([true, false, false]);
});

it('tells in the letter what was assessed last and every measure that can be read', () => {
  const entries = [
    entry({ type: 'assessed', data: ['name'] }),
    entry({ words: 'One.' }),
    entry({ type: 'assessed', data: ['name', 'notes'] }),
    entry({}),
    entry({ words: 'Two.' }),
  ];
  const file: BreachFile = { breach: breach(), entries, people: [], now: DUE };
  expect(dataOf(file)).toEqual(['name', 'notes']);
  expect(measuresOf(file)).toBe('One.\nTwo.');
  expect(dataOf({ ...file, entries: [] })).toEqual([]);
});

it('writes whose data it is as a table that a spreadsheet opens, with numbers for those who have no name any more', () => {
  const person: AffectedPerson = { person: 'n1', name: 'Noor; "N"', reads: ['name', 'timeline'], changes: ['step'], firstAt: DUE, lastAt: DUE };
  const lines = affectedCsv([person, { ...person, person: 'n2', name: null, changes: [], firstAt: null, lastAt: null }]).split('\r\n');
  expect(lines).toEqual([
    '\uFEFFperson;name;reads;changes;firstAt;lastAt',
    `n1;"Noor; ""N""";name timeline;step;${DUE};${DUE}`,
    'n2;;name timeline;;;',
    '',
  ]);
});
