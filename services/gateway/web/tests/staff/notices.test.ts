import { beforeAll, describe, expect, it } from 'vitest';
import type { LiftingAnnouncement, RecipientNotice } from '../../src/lib/api.ts';
import { wordsReady } from '../../src/lib/i18n.svelte.ts';
import { noticeText } from '../../src/staff/notices/notices.ts';
import { announcedText, mayLift, saidBy } from '../../src/staff/requests/told.ts';

const notice = (right: RecipientNotice['right'], person: string | null = 'noor'): RecipientNotice => ({ request: 'q1', right, toldOn: '2026-11-10', person });
beforeAll(wordsReady);

describe('what somebody is told who had the data', () => {
  it('is to use no copy and to destroy prints of what was corrected', () => {
    expect(noticeText(notice('rectification'))).toBe(
      'De gegevens van {name} zijn verbeterd op 10 november 2026. Gebruik geen kopie van ervoor, en vernietig wat je afdrukte.',
    );
  });

  it('names nobody who was erased', () => {
    expect(noticeText(notice('erasure', null))).not.toContain('{name}');
    expect(noticeText(notice('erasure', null))).toContain('Alles over een jongere is gewist op 10 november 2026.');
  });

  it('destroys nothing that is kept and not used', () => {
    const text = noticeText(notice('restriction'));
    expect(text).toContain('leg weg wat je afdrukte');
    expect(text).not.toContain('vernietig');
  });
});

it('says in words who saw to it and who is late', () => {
  const one = { person: 'an', role: 'coach' as const, acknowledgedOn: null, overdue: false };
  expect(saidBy(one)).toBe('nog niet gezien');
  expect(saidBy({ ...one, overdue: true })).toBe('na zeven dagen nog niet gezien');
  expect(saidBy({ ...one, acknowledgedOn: '2026-11-12' })).toBe('gezien en gedaan op 12 november 2026');
});

describe('a restriction', () => {
  const told: LiftingAnnouncement = { reason: 'settled', announcedOn: '2026-11-10', from: '2026-11-17', seenOn: null };

  it('is lifted once the young person read that it will be, or had a week to', () => {
    expect([mayLift(told, '2026-11-16'), mayLift(told, '2026-11-17')]).toEqual([false, true]);
    expect(mayLift({ ...told, seenOn: '2026-11-10' }, '2026-11-10')).toBe(true);
  });

  it('says how far that is', () => {
    expect(announcedText(told, '2026-11-16')).toContain('vanaf 17 november 2026');
    expect(announcedText(told, '2026-11-17')).toContain('had er zeven dagen voor');
    expect(announcedText({ ...told, seenOn: '2026-11-12' }, '2026-11-16')).toBe('De jongere las dit op 12 november 2026.');
  });
});
