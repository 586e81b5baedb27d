import { session } from './session.svelte.ts';

/** Days of the centre. A date is a calendar day there, never an instant. */

/** The clock of those who work across centres, as the server has it. */
export const ACROSS_CENTRES = 'Europe/Brussels';

/** The day of a moment in the centre as `2026-03-09`, wherever the device is. */
export function centreDay(moment: Date): string {
  return dayIn(session.current?.person.centre?.timeZone ?? ACROSS_CENTRES, moment);
}

export function dayIn(timeZone: string | undefined, moment: Date): string {
  let format: Intl.DateTimeFormat;
  try {
    format = formatIn(timeZone);
  } catch {
    // A browser may not know every zone; its own day is the best it has.
    return dayIn(undefined, moment);
  }
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, value]));
  return `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`;
}

/** Making one takes far longer than using it, and a history has many days. */
const formats = new Map<string | undefined, Intl.DateTimeFormat>();
function formatIn(timeZone: string | undefined): Intl.DateTimeFormat {
  const known = formats.get(timeZone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' });
  formats.set(timeZone, made);
  return made;
}
