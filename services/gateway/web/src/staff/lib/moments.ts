import { ACROSS_CENTRES } from '../../lib/days.ts';
import { LOCALES } from '../../lib/format.ts';
import { i18n } from '../../lib/i18n.svelte.ts';
import type { Lang } from '../../lib/api.ts';
import { session } from '../../lib/session.svelte.ts';

/** Moments by the clock of the centre, wherever the device is. Whoever works across centres has the platform's. */
export const zoneThere = (): string => session.current?.person.centre?.timeZone ?? ACROSS_CENTRES;

/** "9 maart 2026 om 14:05" */
export function momentThere(instant: string | number, lang: Lang = i18n.lang, zone = zoneThere()): string {
  return formatIn(LOCALES[lang], zone, { dateStyle: 'long', timeStyle: 'short' }).format(new Date(instant));
}

/** "9 maart 2026 14:05–14:20": what both have is said once. */
export function periodThere(from: string, to: string, lang: Lang = i18n.lang, zone = zoneThere()): string {
  return formatIn(LOCALES[lang], zone, { dateStyle: 'long', timeStyle: 'short' }).formatRange(new Date(from), new Date(to));
}

/** "14:05" */
export function timeThere(instant: string, lang: Lang = i18n.lang, zone = zoneThere()): string {
  return formatIn(LOCALES[lang], zone, { timeStyle: 'short' }).format(new Date(instant));
}

/** How people call that clock: "Midden-Europese tijd". */
export function zoneName(lang: Lang = i18n.lang, zone = zoneThere()): string {
  const parts = formatIn(LOCALES[lang], zone, { timeZoneName: 'longGeneric' }).formatToParts(new Date());
  return parts.find(({ type }) => type === 'timeZoneName')?.value ?? zone;
}

/** What `<input type="datetime-local">` shows for a moment. */
export function toThere(instant: string | number, zone = zoneThere()): string {
  return new Date(wallClock(new Date(instant).getTime(), zone)).toISOString().slice(0, 16);
}

/**
 * The moment at which the clock there shows this; one that it leaves out is an hour later. A minute that began before
 * something and goes on after it is after it.
 */
export function fromThere(local: string, notBefore?: string, zone = zoneThere()): string | undefined {
  const shown = Date.parse(`${local}Z`);
  if (!local || Number.isNaN(shown)) return undefined;
  const near = 2 * shown - wallClock(shown, zone);
  const moment = shown - (wallClock(near, zone) - near);
  const first = notBefore === undefined ? moment : Date.parse(notBefore);
  const isSameMinute = moment < first && first - moment < 60_000;
  return isSameMinute ? notBefore : new Date(moment).toISOString();
}

/** What the clock there shows, as if it were in Greenwich. */
function wallClock(moment: number, zone: string): number {
  const options = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
  const parts = formatIn('en', zone, options).formatToParts(new Date(moment));
  const of = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((part) => part.type === type)?.value);
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second'));
}

/** A browser may not know every zone; its own is the best it has. */
function formatIn(locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone });
  } catch {
    return new Intl.DateTimeFormat(locale, options);
  }
}
