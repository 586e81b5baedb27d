import { strayLetter, type WrongCard } from '../lib/card.ts';
import type { Problem } from '../lib/problem.ts';
import { troubleWords, tt } from './trouble-words.ts';
import { ts } from './words.ts';

/** Waits for the words. */
export const ready = troubleWords.ready;

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
