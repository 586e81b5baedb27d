import type { LiftingAnnouncement, OutsideRecipient, ToldRecipient } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { t } from './told-words.ts';

/** Whom else data can have been handed to. */
export const OUTSIDE: readonly OutsideRecipient[] = ['school', 'authority', 'otherCentre', 'employer', 'care'];

/** Whether somebody who was told said that it is done: never by a colour alone. */
export function saidBy({ acknowledgedOn, overdue }: ToldRecipient): string {
  if (acknowledgedOn) return t('told.done', { date: formatDate(acknowledgedOn) });
  return t(overdue ? 'told.late' : 'told.waits');
}

/** Whether what was told lets the data be used again. */
export function mayLift({ seenOn, from }: LiftingAnnouncement, today: string): boolean {
  return seenOn !== null || today >= from;
}

export function announcedText(announcement: LiftingAnnouncement, today: string): string {
  const { seenOn, from } = announcement;
  if (seenOn) return t('announced.seen', { date: formatDate(seenOn) });
  return mayLift(announcement, today) ? t('announced.over') : t('announced.waits', { date: formatDate(from) });
}
