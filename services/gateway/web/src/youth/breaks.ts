import points from 'virtual:breaks';
import { i18n } from '../lib/i18n.svelte.ts';

const WORD = /\p{L}+/gu;

/** The text with soft hyphens in its long words, for the eye alone: voices and searches would stumble over them. */
export function breakable(text: string): string {
  const known = points[i18n.lang];
  return text.replace(WORD, (word) => known[word] ?? word);
}
