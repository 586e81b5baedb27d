import { expect, it, vi } from 'vitest';
import type { AuditEntry } from '../../src/lib/api.ts';
import { auditCsv } from '../../src/staff/audit/csv.ts';
import { wordsReady } from '../../src/lib/i18n.svelte.ts';
import { auditQuery, changeAudit, linesOf, RULES } from '../../src/staff/audit/log.ts';
import { t } from '../../src/staff/audit/words.ts';

const NOOR = '01890a5d-ac96-774b-bcce-b302099a8057';
const ADAM = '01890a5d-ac96-774b-bcce-b302099a8058';

function entry(number: number, position: number, person = NOOR): AuditEntry {
  return {
    number,
    position,
    person,
    recordedAt: '2026-11-29T10:00:00Z',
    occurredOn: '2026-11-29',
    actor: ADAM,
    actorRole: 'coach',
    purpose: 'coaching',
    read: 'timeline',
    change: null,
    unusual: [],
    reviewed: null,
  };
}

it('tells in one line of everybody whom one event is about', () => {
  const lines = linesOf([entry(4, 9, ADAM), entry(3, 9), entry(2, 7), entry(1, 5)]);
  expect(lines.map(({ position, about }) => [position, about])).toEqual([
    [9, [ADAM, NOOR]],
    [7, [NOOR]],
    [5, [NOOR]],
  ]);
});

it('tells apart for whom one event is unusual, and by which rule', () => {
  const own = { ...entry(2, 9), person: 'jelle' };
  const unusual = { ...entry(3, 9), unusual: ['outsideCaseload' as const] };
  const lines = linesOf([{ ...unusual, number: 4, person: ADAM }, unusual, own, { ...unusual, number: 1, unusual: ['atNight' as const, ...unusual.unusual] }]);
  expect(lines.map(({ about, unusual }) => [about, unusual])).toEqual([
    [[ADAM, NOOR], ['outsideCaseload']],
    [['jelle'], []],
    [[NOOR], ['atNight', 'outsideCaseload']],
  ]);
});

it('has each rule in plain words', async () => {
  await wordsReady();
  expect(RULES.map((rule) => t(`rule.${rule}`))).toContain('gelezen door een coach die de jongere vroeger koos, en nu niet meer');
  expect(new Set(RULES).size).toBe(4);
});

it('takes from an address what fits, and by others unless it says otherwise', () => {
  expect(auditQuery(`?person=${NOOR}&from=2026-11-01&to=yesterday&asOf=`)).toEqual({ person: NOOR, from: '2026-11-01', byOthers: true });
  expect(auditQuery('?person=<b>&byOthers=false')).toEqual({ byOthers: false });
  expect(auditQuery('?unusual=true')).toEqual({ byOthers: true, unusual: true });
  expect(auditQuery('?unusual=1')).toEqual({ byOthers: true });
});

it('writes a choice into the address and takes it away again', () => {
  const replaceState = vi.fn();
  vi.stubGlobal('history', { replaceState });
  vi.stubGlobal('location', { pathname: '/lead/audit-log' });
  const chosen = changeAudit({ byOthers: true }, { person: NOOR });
  expect(chosen).toEqual({ byOthers: true, person: NOOR });
  expect(changeAudit(chosen, { person: undefined })).toEqual({ byOthers: true });
  expect(replaceState).toHaveBeenLastCalledWith(null, '', '/lead/audit-log?byOthers=true');
  changeAudit({ byOthers: true }, { unusual: true });
  expect(replaceState).toHaveBeenLastCalledWith(null, '', '/lead/audit-log?byOthers=true&unusual=true');
  vi.unstubAllGlobals();
});

it('saves ids and codes, never a name', () => {
  const text = auditCsv([entry(1, 5)]);
  expect(text).toContain('position;recordedAt;occurredOn;person;actor;actorRole;purpose;read;change\r\n');
  expect(text).toContain(`5;2026-11-29T10:00:00Z;2026-11-29;${NOOR};${ADAM};coach;coaching;timeline;\r\n`);
});
