import english from 'hyphen/en/index.js';
import finnish from 'hyphen/fi/index.js';
import dutch from 'hyphen/nl/index.js';
import type { Plugin } from 'vite';
import { exercises } from './content.ts';

/**
 * Where the long words of the exercises may break, as the module `virtual:breaks`: browsers on desks
 * and many phones know no Dutch or Finnish hyphenation.
 *
 * The points come from the TeX patterns of the package `hyphen`, at build time. They do not know
 * compounds: before a new exercise comes in, its words are compared with Voikko (`voikkohyphenate`), which
 * does; a word that differs goes into OTHERWISE.
 */
const MODULE = 'virtual:breaks';
/** Shorter words fit in a label on the smallest phone. */
const WORD_LETTERS_MIN = 12;
const WORD = new RegExp(`\\p{L}{${WORD_LETTERS_MIN},}`, 'gu');
const HYPHENATE = { nl: dutch, fi: finnish, en: english };
/** Where the patterns are wrong, `|` at the points. */
const OTHERWISE: Record<string, string> = { videopuhelussa: 'vi|de|o|pu|he|lus|sa' };

type Lang = keyof typeof HYPHENATE;
export type Breaks = Record<Lang, Record<string, string>>;

export function breaks(): Plugin {
  return {
    name: 'stc-breaks',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : null),
    load: (id) => (id === `\0${MODULE}` ? `export default ${JSON.stringify(breaksOf(exercises()))};` : null),
  };
}

/** Each long word with soft hyphens, by language. */
export function breaksOf(contents: unknown[]): Breaks {
  const found: Breaks = { nl: {}, fi: {}, en: {} };
  const add = (lang: Lang, text: string) => {
    for (const [word] of text.matchAll(WORD)) found[lang][word] = broken(lang, word);
  };
  const walk = (part: unknown) => {
    if (typeof part !== 'object' || part === null) return;
    for (const [key, value] of Object.entries(part)) {
      if (typeof value === 'string' && key in HYPHENATE) add(key as Lang, value);
      else walk(value);
    }
  };
  contents.forEach(walk);
  return found;
}

function broken(lang: Lang, word: string): string {
  return OTHERWISE[word]?.replaceAll('|', '\u00ad') ?? HYPHENATE[lang].hyphenateSync(word, { hyphenChar: '\u00ad' });
}
