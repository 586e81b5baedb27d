import type { Lang } from './api.ts';
import { link } from './client.ts';
import { fill, type Arrival, type Dictionary, type Values } from './sentences.ts';
import { device } from './storage.ts';

/**
 * Our own dictionaries: plain records of sentences, of which only the spoken language is loaded.
 *
 * Invariant: the language is the one that somebody chose on this device, else that of the centre of who is
 * here, else what the browser wishes.
 */
export const LANGS: Record<Lang, string> = { nl: 'Nederlands', fi: 'Suomi', en: 'English' };
/** What somebody chose. It stays with the device. */
const LANG_KEY = 'stc.lang';
/** That of the centre, so that the next load begins with it. It goes with the person. */
const CENTRE_KEY = 'stc.centre.lang';

type Loaders<K extends string> = Record<Lang, () => Promise<{ default: Record<K, string> }>>;

/** As the page says it (src/paint/before.js); a translator may have put another one there. */
const { lang: ofPage } = document.documentElement;
let lang = $state((Object.hasOwn(LANGS, ofPage) ? ofPage : 'nl') as Lang);
const loads = new Set<(to: Lang) => Promise<() => void>>();
const ofScreens = new Set<() => Promise<void>>();

export const i18n = {
  get lang() {
    return lang;
  },
};

/** A dictionary of which each language is loaded when it is spoken. */
export function loaded<K extends string>(loaders: Loaders<K>, arrival: Arrival = 'withItsScreen'): Dictionary<K> {
  let sentences = $state.raw<Partial<Record<K, string>>>({});
  let loading: Promise<void> | undefined;
  const of = async (to: Lang) => (await loaders[to]()).default;
  async function load(to: Lang): Promise<() => void> {
    const those = await of(to);
    return () => {
      sentences = those;
    };
  }
  /** Another language may be spoken by the time that the words are there. */
  const arrive = async (): Promise<void> => {
    const spoken = lang;
    const put = await load(spoken);
    if (spoken !== lang) return arrive();
    loads.add(load);
    put();
  };
  const ready = (): Promise<void> =>
    (loading ??= arrive().catch((error: unknown) => {
      // The next one who asks tries again.
      loading = undefined;
      throw error;
    }));
  if (arrival === 'withItsScreen') ofScreens.add(ready);
  function t(key: K, values: Values = {}): string {
    return fill(sentences[key] ?? '', values);
  }
  return {
    ready,
    t,
    of,
    has: (key): key is K => Object.hasOwn(sentences, key),
    count: (key, count, values = {}) =>
      t(`${key}.${new Intl.PluralRules(lang).select(count) === 'one' ? 'one' : 'other'}` as K, { count, ...values }),
  };
}

/** Somebody chooses a language: it changes everywhere at once, when all its sentences are there. */
export async function setLang(to: Lang): Promise<void> {
  (await wordsIn(to))();
  keepLang(to);
}

/**
 * For who comes in: gives what changes to their language, when its sentences are there. Whoever cannot load
 * them reads on in the language that is there.
 */
export async function languageOf(centre: Lang | undefined): Promise<() => void> {
  if (centre) device.put(CENTRE_KEY, centre);
  // The rule stands in the page (src/paint/before.js), where it was needed first.
  const to = globalThis.preferredLang?.((key) => device.get(key)) ?? lang;
  return to === lang ? () => {} : wordsIn(to).catch(() => () => {});
}

async function wordsIn(to: Lang): Promise<() => void> {
  const mine = [...loads];
  const puts = await Promise.all(mine.map((load) => load(to)));
  // Meanwhile a screen came.
  if (loads.size > mine.length) return wordsIn(to);
  return () => {
    for (const put of puts) put();
    lang = to;
    applyLang();
    // Whose words came after that, in the language of before.
    for (const load of loads) if (!mine.includes(load)) void load(to).then((put) => put());
  };
}

/** The language that this device begins with from now on. */
export function keepLang(to: Lang): void {
  device.put(LANG_KEY, to);
}

/** Waits for the words of every screen whose code is there. Nobody says which ones a screen speaks. */
export async function wordsReady(): Promise<void> {
  await Promise.all([...ofScreens].map((ready) => ready()));
}

/** A screen together with a dictionary that otherwise arrives later. */
export async function withWords<S>(screen: Promise<S>, words: { ready(): Promise<void> }): Promise<S> {
  await words.ready();
  return screen;
}

/** Tells the browser (screen reader voice, hyphenation) and the server which language it is. */
export function applyLang(): void {
  document.documentElement.lang = lang;
  link.lang = lang;
}
