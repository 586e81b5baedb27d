import { i18n } from './i18n.svelte.ts';
import type { Lang } from './api.ts';

/** Dates and numbers as people in Flanders, Finland or elsewhere write them. */
export const LOCALES: Record<Lang, string> = { nl: 'nl-BE', fi: 'fi-FI', en: 'en-GB' };

/** `2026-03-09` or an instant → "9 maart 2026". */
export function formatDate(date: string, lang: Lang = i18n.lang): string {
  return new Intl.DateTimeFormat(LOCALES[lang], { day: 'numeric', month: 'long', year: 'numeric' }).format(asDate(date));
}

/** "maandag 9 maart" */
export function formatDay(date: string, lang: Lang = i18n.lang): string {
  return new Intl.DateTimeFormat(LOCALES[lang], { weekday: 'long', day: 'numeric', month: 'long' }).format(asDate(date));
}

/** "oktober" */
export function formatMonth(date: string, lang: Lang = i18n.lang): string {
  return new Intl.DateTimeFormat(LOCALES[lang], { month: 'long' }).format(asDate(date));
}

/** "14.05" or "14:05" */
export function formatTime(instant: string, lang: Lang = i18n.lang): string {
  return new Intl.DateTimeFormat(LOCALES[lang], { hour: '2-digit', minute: '2-digit' }).format(new Date(instant));
}

export function formatNumber(value: number, lang: Lang = i18n.lang): string {
  return new Intl.NumberFormat(LOCALES[lang]).format(value);
}

/** A list in a sentence: "school, werk en thuis". */
export function formatList(items: string[], lang: Lang = i18n.lang): string {
  return new Intl.ListFormat(LOCALES[lang]).format(items);
}

/** A date without a time is that day everywhere, not midnight in Greenwich. */
function asDate(date: string): Date {
  return date.length === 10 ? new Date(`${date}T12:00:00`) : new Date(date);
}
