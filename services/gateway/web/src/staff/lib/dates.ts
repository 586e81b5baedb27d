import { centreDay, dayIn } from '../../lib/days.ts';
import { formatDate, formatTime } from '../../lib/format.ts';
import { t } from '../words.ts';

/** Days as staff speak of them. A date is a calendar day in the centre, never an instant. */

/** Today in the centre as `2026-03-09`, or the day of another moment. */
export function today(now = new Date()): string {
  return centreDay(now);
}

export function daysBefore(days: number, from = new Date()): string {
  // At noon UTC a day is a day, also where a clock is put forward or back.
  const day = new Date(`${today(from)}T12:00:00Z`);
  day.setUTCDate(day.getUTCDate() - days);
  return day.toISOString().slice(0, 10);
}

/** What is wrong with the day of something in a trajectory that began on another, as the service would say. */
export function dayIssue(day: string, since: string): 'required' | 'inTheFuture' | 'beforeRegistration' | undefined {
  if (!day) return 'required';
  if (day > today()) return 'inTheFuture';
  return day < since ? 'beforeRegistration' : undefined;
}

/** "Vandaag", "Gisteren" or "2 maart 2026". */
export function dayInWords(date: string): string {
  if (date === today()) return t('step.today');
  if (date === daysBefore(1)) return t('step.yesterday');
  return formatDate(date);
}

/** "9 maart 2026, 14:05" */
export function momentInWords(instant: string): string {
  return `${formatDate(instant)}, ${formatTime(instant)}`;
}

/** What `<input type="datetime-local">` shows for an instant, and back. */
export function toLocalInput(instant: string): string {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime())) return '';
  const minutes = `${String(moment.getHours()).padStart(2, '0')}:${String(moment.getMinutes()).padStart(2, '0')}`;
  return `${dayIn(undefined, moment)}T${minutes}`;
}
export function fromLocalInput(local: string): string | undefined {
  const moment = new Date(local);
  return local && !Number.isNaN(moment.getTime()) ? moment.toISOString() : undefined;
}

/** `2026-03` → "maart 2026" */
export function monthInWords(month: string): string {
  return inMonths(month, { month: 'long', year: 'numeric' });
}

/** `2026-03` → "mrt", for the edge of a chart. */
export function monthShort(month: string): string {
  return inMonths(month, { month: 'short' });
}

function inMonths(month: string, form: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(document.documentElement.lang, form).format(new Date(`${month}-01T12:00:00`));
}
