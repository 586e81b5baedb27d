import { strayLetter, type WrongCard } from '../lib/card.ts';
import { dictionary } from '../lib/i18n.svelte.ts';
import type { Problem } from '../lib/problem.ts';
import { ts } from './words.ts';

/** What only somebody reads who does not come in at once; it arrives a moment after the page. */
export const troubleWords = dictionary({
  nl: () => import('../i18n/trouble.nl.ts'),
  fi: () => import('../i18n/trouble.fi.ts'),
  en: () => import('../i18n/trouble.en.ts'),
});
export const tt = troubleWords.t;

/** A code that cannot be right, a browser that does not keep who signed in, or a problem. */
export type Trouble = WrongCard | 'notKept' | Problem;

/** What to do about it. Who typed nothing cannot have typed it wrong. */
export function sentenceOf(trouble: Trouble, code: string, typed: boolean): string {
  if (typeof trouble === 'string') return tt(trouble, { letter: strayLetter(code), site: location.host });
  const { kind, retryAfterSeconds } = trouble;
  if (kind === 'tooManyAttempts') return troubleWords.count('tooMany', Math.ceil((retryAfterSeconds ?? 60) / 60));
  if (kind === 'offline' || kind === 'unavailable') return ts('noConnection');
  if (kind !== 'unauthenticated' && kind !== 'invalid') return tt('failed');
  return tt(typed ? 'unknownCard' : 'deadCard');
}
