import { expect, it, vi } from 'vitest';
import type { AuditEntry } from '../../src/lib/api.ts';
import { auditCsv } from '../../src/staff/audit/csv.ts';
import { auditQuery, changeAudit, linesOf } from '../../src/staff/audit/log.ts';

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

it('takes from an address what fits, and by others unless it says otherwise', () => {
  expect(auditQuery(`?person=${NOOR}&from=2026-11-01&to=yesterday&asOf=`)).toEqual({ person: NOOR, from: '2026-11-01', byOthers: true });
  expect(auditQuery('?person=<b>&byOthers=false')).toEqual({ byOthers: false });
});

it('writes a choice into the address and takes it away again', () => {
  const replaceState = vi.fn();
  vi.stubGlobal('history', { replaceState });
  vi.stubGlobal('location', { pathname: '/lead/audit-log' });
  const chosen = changeAudit({ byOthers: true }, { person: NOOR });
  expect(chosen).toEqual({ byOthers: true, person: NOOR });
  expect(changeAudit(chosen, { person: undefined })).toEqual({ byOthers: true });
  expect(replaceState).toHaveBeenLastCalledWith(null, '', '/lead/audit-log?byOthers=true');
  vi.unstubAllGlobals();
});

it('saves ids and codes, never a name', () => {
  const text = auditCsv([entry(1, 5)]);
  expect(text).toContain('position;recordedAt;occurredOn;person;actor;actorRole;purpose;read;change\r\n');
  expect(text).toContain(`5;2026-11-29T10:00:00Z;2026-11-29;${NOOR};${ADAM};coach;coaching;timeline;\r\n`);
});
