import { describe, expect, it } from 'vitest';

type Sentences = Record<string, string>;
type Files = Record<string, { default?: Sentences }>;
const files: Record<string, Files> = {
  nl: import.meta.glob('../src/**/*words.ts', { query: '?lang=nl', eager: true }),
  fi: import.meta.glob('../src/**/*words.ts', { query: '?lang=fi', eager: true }),
  en: import.meta.glob('../src/**/*words.ts', { query: '?lang=en', eager: true }),
};
const parts = Object.keys(files['nl']!).filter((path) => files['nl']![path]!.default);
const of = (part: string, lang: string) => files[lang]![part]!.default!;
const placeholders = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort();

/** Places that hold words. Any other holds a number, and what is counted may be one. */
const WORDS = new Set(
  'card bin choices language places now day mark population percent name date q role source coach category title fte site from to moment question top letter domain old look id what who why groups action employer when'.split(' '),
);
/** Numbers that count nothing, and bounds that are never one. */
const NO_COUNTS: Record<string, string> = {
  'coach.caseload': 'a share of places: 3/20',
  'coach.caseload.label': 'a share of places',
  'step.note.count': 'of two thousand characters',
  'map.someDone': 'a share of exercises: only where there are several',
  'map.resumeAt': 'the place of a question',
  'exercise.progress': 'the place of a question',
  'tables.compare.was': 'a figure of a table',
  'tables.note.rounded': 'the grain of rounding',
  'tables.compare.legendRounded': 'a figure or a bound of a table',
  'tables.compare.more': 'a figure or a bound of a table',
  'tables.compare.fewer': 'a figure or a bound of a table',
  'tables.compare.range': 'a figure or a bound of a table',
  'tables.compare.sameRounded': 'a figure or a bound of a table',
  'tables.inSight': 'columns of a wide table: never one',
  'tables.note.notShown': 'a figure or a bound of a table',
  'tables.few.text': 'a figure or a bound of a table',
  'audit.saving': 'lines out of all of them',
  'audit.tooMany': 'a bound of a file',
  'audit.through': 'a place in the log',
  'charts.trend.range': 'the grain of rounding',
  'terms.range': 'bounds of a term',
  'charts.months.coming': 'a share of months',
};
function countsThings(key: string, text: string): boolean {
  const numbers = [...text.matchAll(/\{(\w+)\}/g)].map(([, place]) => place!).filter((place) => !WORDS.has(place));
  return numbers.length > 0 && !(key in NO_COUNTS);
}

describe.each(parts)('the dictionary %j', (part) => {
  const source = of(part, 'nl');

  it.each(['fi', 'en'])('has the same keys in %s as in Dutch', (lang) => {
    expect(Object.keys(of(part, lang)).sort()).toEqual(Object.keys(source).sort());
  });

  it.each(['nl', 'fi', 'en'])('has no empty or padded sentence in %s', (lang) => {
    const bad = Object.entries(of(part, lang)).filter(([, text]) => text === '' || text !== text.trim());
    expect(bad).toEqual([]);
  });

  it.each(['fi', 'en'])('fills the same places in %s as in Dutch', (lang) => {
    const translated = of(part, lang);
    // "one" may say the number in words.
    const keys = Object.keys(source).filter((key) => !key.endsWith('.one'));
    const places = (from: Sentences) => Object.fromEntries(keys.map((key) => [key, placeholders(from[key]!)]));
    expect(places(translated)).toEqual(places(source));
  });

  it.each(['nl', 'fi', 'en'])('has both forms of every count in %s', (lang) => {
    const sentences = of(part, lang);
    const counts = Object.keys(sentences).filter((key) => key.endsWith('.one'));
    for (const one of counts) expect(sentences[one.replace(/one$/, 'other')]).toContain('{count}');
    const alone = Object.entries(sentences).filter(([key, text]) => !/\.(one|other)$/.test(key) && countsThings(key, text));
    expect(alone).toEqual([]);
    const many = Object.entries(sentences).filter(([key, text]) => key.endsWith('.other') && text.includes('{count}'));
    expect(many.filter(([key]) => !(key.replace(/other$/, 'one') in sentences))).toEqual([]);
  });

  it.each(['nl', 'fi', 'en'])('speaks in whole words in %s, as a voice has to', (lang) => {
    const short = /(^|\s)(min|sec|max|nr|bv|enz|bijv|e\.g|etc|esim|jne)(\.|\s|$)/i;
    expect(Object.entries(of(part, lang)).filter(([, text]) => short.test(text))).toEqual([]);
  });

  it.each(['nl', 'fi', 'en'])('stays calm in %s: no exclamation marks', (lang) => {
    expect(Object.values(of(part, lang)).filter((text) => text.includes('!'))).toEqual([]);
  });
});

describe('a step in Dutch', () => {
  it('is he, not she', () => {
    const sentences = parts.flatMap((part) => Object.values(of(part, 'nl')));
    expect(sentences.filter((text) => /\bstap\b/i.test(text) && /\bze\b/i.test(text))).toEqual([]);
    expect(sentences.filter((text) => /\b(dit|ander|het) figuur\b/i.test(text))).toEqual([]);
  });
});
