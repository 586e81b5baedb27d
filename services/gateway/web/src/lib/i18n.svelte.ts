import type { Lang } from './api.ts';
import { link } from './client.ts';
import { device } from './storage.ts';

/**
 * Our own dictionaries: plain records of sentences, one file per language, of
 * which only the spoken one is loaded. Dutch is the source; its keys are the type
 * of the others, so a missing translation does not compile.
 */
export const LANGS: Record<Lang, string> = { nl: 'Nederlands', fi: 'Suomi', en: 'English' };
const LANG_KEY = 'stc.lang';

type Sentences = Record<string, string>;
export type Values = Record<string, string | number>;
export type Loaders<D extends Sentences> = Record<Lang, () => Promise<{ default: D }>>;

let lang = $state<Lang>(preferredLang());
const loads = new Set<(to: Lang) => Promise<() => void>>();

export const i18n = {
  get lang() {
    return lang;
  },
};

/** Makes one dictionary. Call `ready()` before the first screen that uses it. */
export function dictionary<D extends Sentences>(loaders: Loaders<D>) {
  let sentences = $state.raw<Partial<D>>({});
  let loading: Promise<void> | undefined;
  async function load(to: Lang): Promise<() => void> {
    const { default: loaded } = await loaders[to]();
    return () => {
      sentences = loaded;
    };
  }
  function t(key: keyof D & string, values: Values = {}): string {
    return fill(sentences[key] ?? '', values);
  }
  return {
    ready: () =>
      (loading ??= load(lang).then(
        (put) => {
          loads.add(load);
          put();
        },
        (error: unknown) => {
          // The next one who asks tries again.
          loading = undefined;
          throw error;
        },
      )),
    t,
    /** Whether the dictionary has this key: for codes that come from the server. */
    has: (key: string): key is keyof D & string => Object.hasOwn(sentences, key),
    /** Picks `<key>.one` or `<key>.other` by the count, which fills `{count}`. */
    count: (key: Plural<keyof D & string>, count: number, values: Values = {}): string =>
      t(`${key}.${new Intl.PluralRules(lang).select(count) === 'one' ? 'one' : 'other'}` as keyof D & string, {
        count,
        ...values,
      }),
  };
}
type Plural<K extends string> = K extends `${infer Stem}.other` ? Stem : never;

/** Changes the language everywhere at once, when all its sentences are there. */
export async function setLang(to: Lang): Promise<void> {
  const puts = await Promise.all([...loads].map((load) => load(to)));
  for (const put of puts) put();
  lang = to;
  keepLang(to);
  applyLang();
}

/** The language that this device begins with from now on. */
export function keepLang(to: Lang): void {
  device.put(LANG_KEY, to);
}

/** A screen together with the dictionary that it speaks. */
export async function withWords<S>(screen: Promise<S>, words: { ready(): Promise<void> }): Promise<S> {
  await words.ready();
  return screen;
}

/** Tells the browser (screen reader voice, hyphenation) and the server which language it is. */
export function applyLang(): void {
  document.documentElement.lang = lang;
  link.lang = lang;
}

export function fill(sentence: string, values: Values): string {
  return sentence.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** The language of a tag: what stands before its first hyphen, of two or three letters (RFC 5646 §2.1). */
export function primaryOf(tag: string): string {
  return tag.split('-')[0]!.toLowerCase();
}

function preferredLang(): Lang {
  const wanted = [device.get(LANG_KEY) ?? '', ...(navigator.languages ?? [])].map(primaryOf);
  return wanted.find((one): one is Lang => Object.hasOwn(LANGS, one)) ?? 'nl';
}
