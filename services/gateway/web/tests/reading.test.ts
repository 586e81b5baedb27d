import { describe, expect, it } from 'vitest';
import { exercises } from '../scripts/content.ts';

/** What a youth reads is written for readers of easy language: short sentences, no words of the field. */
type Lang = 'nl' | 'fi' | 'en';
const LANGS: Lang[] = ['nl', 'fi', 'en'];
/** Finnish says in one word what takes two or three elsewhere. */
const SENTENCE_WORDS_MAX: Record<Lang, number> = { nl: 12, fi: 10, en: 12 };
/** Words of the field that its people say among themselves; Dutch and Finnish have an everyday word for them. */
const OF_THE_FIELD = /\b(trajector(y|ies)|caseload|intake)\b/i;

type Sentences = Record<string, string>;
type Files = Record<string, { default: Sentences }>;
const dictionaries: Record<Lang, Files> = {
  nl: import.meta.glob(['../src/{lib,signin}/words.ts', '../src/youth/**/{words,my-words,ask-words,take-words,decides-words,export-words,notice-words,version-words}.ts'], { query: '?lang=nl', eager: true }),
  fi: import.meta.glob(['../src/{lib,signin}/words.ts', '../src/youth/**/{words,my-words,ask-words,take-words,decides-words,export-words,notice-words,version-words}.ts'], { query: '?lang=fi', eager: true }),
  en: import.meta.glob(['../src/{lib,signin}/words.ts', '../src/youth/**/{words,my-words,ask-words,take-words,decides-words,export-words,notice-words,version-words}.ts'], { query: '?lang=en', eager: true }),
};

/** Every text in one language, with where it stands. */
function textsIn(lang: Lang): [place: string, text: string][] {
  const sentences = Object.entries(dictionaries[lang]).flatMap(([path, { default: words }]) => Object.entries(words).map(([key, text]) => [`${path} ${key}`, text] as [string, string]));
  const packs = exercises().flatMap((one) => packTexts((one as { id: string }).id, one, lang));
  return [...sentences, ...packs];
}

function packTexts(place: string, part: unknown, lang: Lang): [string, string][] {
  if (typeof part !== 'object' || part === null) return [];
  const text = (part as Record<string, unknown>)[lang];
  if (typeof text === 'string') return [[place, text]];
  return Object.entries(part).flatMap(([key, one]) => packTexts(`${place} ${key}`, one, lang));
}

const wordsOf = (sentence: string) => sentence.split(/\s+/).filter(Boolean).length;

describe.each(LANGS)('what a youth reads in %s', (lang) => {
  const texts = textsIn(lang);

  it('is there', () => expect(texts.length).toBeGreaterThan(400));

  it('has no sentence that is too long', () => {
    const long = texts.flatMap(([place, text]) => text.split(/(?<=[.?:;])\s+/).map((sentence) => [place, sentence] as const));
    expect(long.filter(([, sentence]) => wordsOf(sentence) > SENTENCE_WORDS_MAX[lang])).toEqual([]);
  });

  it('has no word of the field', () => {
    expect(texts.filter(([, text]) => OF_THE_FIELD.test(text))).toEqual([]);
  });

  it('has quotation marks of a book, not of a typewriter', () => {
    expect(texts.filter(([, text]) => text.includes('"') || text.includes("'"))).toEqual([]);
  });
});
