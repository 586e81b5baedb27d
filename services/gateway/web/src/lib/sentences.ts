import type { Lang } from './api.ts';

/** A sentence in every language; `{name}` is a placeholder. */
export type Sentence = Record<Lang, string>;
export type Values = Record<string, string | number>;
/** When sentences are wanted: with the screen that speaks them, or whenever they come. */
export type Arrival = 'withItsScreen' | 'later';

export interface Dictionary<K extends string> {
  /** When the sentences of the spoken language are there. */
  ready(): Promise<void>;
  t(key: K, values?: Values): string;
  /** Picks `<key>.one` or `<key>.other` by the count, which fills `{count}`. */
  count(key: Plural<K>, count: number, values?: Values): string;
  /** Whether the dictionary has this key: for codes that come from the server. */
  has(key: string): key is K;
  /** Its sentences in a language that is perhaps not the spoken one. */
  of(lang: Lang): Promise<Record<K, string>>;
}
export type Plural<K extends string> = K extends `${infer Stem}.other` ? Stem : never;

/**
 * Sentences where they are written: each in all languages beside each other, so that none is missing.
 * The build makes a file of each language and a dictionary that loads the spoken one (scripts/words.ts).
 * Without it, as in a test that asks what the app says, nobody speaks.
 */
export function dictionary<K extends string>(sentences: Record<K, Sentence>, _arrival?: Arrival): Dictionary<K> {
  const mute = (): never => {
    throw new Error('no language is spoken here');
  };
  return {
    ready: async () => {},
    t: mute,
    count: mute,
    has: (key): key is K => Object.hasOwn(sentences, key),
    of: async (lang) => Object.fromEntries(Object.entries<Sentence>(sentences).map(([key, one]) => [key, one[lang]])) as Record<K, string>,
  };
}

export function fill(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
