import { describe, expect, it } from 'vitest';

type Sentences = Record<string, string>;
const files = import.meta.glob<{ default: Sentences }>('../src/i18n/*.ts', { eager: true });
const dictionaries = new Map(
  Object.entries(files).map(([path, file]) => [path.replace(/^.*\/|\.ts$/g, ''), file.default]),
);
/** `youth.nl` → ['youth.', 'nl'] */
const names = [...dictionaries.keys()].map((name) => /^(.*?)(nl|fi|en)$/.exec(name)!).map(([, part, lang]) => ({ part: part!, lang: lang! }));
const parts = [...new Set(names.map(({ part }) => part))];
const placeholders = (sentence: string) => [...new Set(sentence.match(/\{\w+\}/g))].sort();

describe.each(parts)('the dictionary %j', (part) => {
  const source = dictionaries.get(`${part}nl`)!;

  it('exists in Dutch, Finnish and English', () => {
    expect(names.filter((name) => name.part === part).map((name) => name.lang).sort()).toEqual(['en', 'fi', 'nl']);
  });

  it.each(['fi', 'en'])('has the same keys in %s as in Dutch', (lang) => {
    expect(Object.keys(dictionaries.get(part + lang)!).sort()).toEqual(Object.keys(source).sort());
  });

  it.each(['nl', 'fi', 'en'])('has no empty or padded sentence in %s', (lang) => {
    const bad = Object.entries(dictionaries.get(part + lang)!).filter(([, text]) => text === '' || text !== text.trim());
    expect(bad).toEqual([]);
  });

  it.each(['fi', 'en'])('fills the same places in %s as in Dutch', (lang) => {
    const translated = dictionaries.get(part + lang)!;
    // "one" may say the number in words.
    const keys = Object.keys(source).filter((key) => !key.endsWith('.one'));
    const places = (from: Sentences) => Object.fromEntries(keys.map((key) => [key, placeholders(from[key]!)]));
    expect(places(translated)).toEqual(places(source));
  });

  it.each(['nl', 'fi', 'en'])('has both forms of every count in %s', (lang) => {
    const sentences = dictionaries.get(part + lang)!;
    const counts = Object.keys(sentences).filter((key) => key.endsWith('.one'));
    for (const one of counts) expect(sentences[one.replace(/one$/, 'other')]).toContain('{count}');
  });

  it.each(['nl', 'fi', 'en'])('stays calm in %s: no exclamation marks', (lang) => {
    expect(Object.values(dictionaries.get(part + lang)!).filter((text) => text.includes('!'))).toEqual([]);
  });
});
