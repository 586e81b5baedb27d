import { i18n } from '../../lib/i18n.svelte.ts';

/**
 * Whether a name fits what was typed: every word of it, in any order, whatever the case, the
 * accents, the apostrophes and the hyphens.
 */
export function fits(name: string, typed: string): boolean {
  const folded = fold(name);
  return fold(typed)
    .split(/\s+/)
    .every((word) => folded.includes(word));
}

/** The order of names as readers of the page expect it: Åberg before Äijälä in Finnish. */
export function byName(a: string, b: string): number {
  return a.localeCompare(b, i18n.lang);
}

/** Letters that are no letter with an accent to Unicode, and are to whoever types. */
const SPELLED: Record<string, string> = { ø: 'o', đ: 'd', ð: 'd', ł: 'l', ħ: 'h', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe', ĳ: 'ij', þ: 'th' };

function fold(text: string): string {
  return text
    .toLowerCase()
    .replace(/[øđðłħıßæœĳþ]/g, (letter) => SPELLED[letter]!)
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’‘‛ʼʻ´`′]/gu, '')
    .replace(/\p{Pd}/gu, ' ')
    .trim();
}
