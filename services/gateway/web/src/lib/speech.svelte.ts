import type { Lang } from './api.ts';
import { i18n } from './i18n.svelte.ts';

/**
 * Reads text aloud with a voice of the device, in the language of the page.
 *
 * Invariant: nothing is read by a voice of another language, and whoever pressed the button hears
 * something within seconds or is told that it does not work here.
 */
const START_WITHIN_MS = 4_000;
const LOOK_EVERY_MS = 1_000;
const RATE = 0.95;
/** Where a language has voices of several countries: the one that most people here speak. */
const COUNTRIES: Record<Lang, string> = { nl: 'be', fi: 'fi', en: 'gb' };
/** Some Android engines name languages by three letters (ISO 639-2). */
const OF_THREE: Record<string, Lang> = { nld: 'nl', dut: 'nl', fin: 'fi', eng: 'en' };
/** Marks of where a word may break: a voice would stop there. */
const SOFT_HYPHENS = /\u00ad/g;

let voices = $state.raw<SpeechSynthesisVoice[]>([]);
let speaking = $state(false);
let failed = $state(false);
let watch: ReturnType<typeof setInterval> | undefined;

export const speech = {
  /** The voice that will read, if the device has one of this language. */
  get voice(): SpeechSynthesisVoice | undefined {
    return voiceFor(i18n.lang, voices);
  },
  get speaking() {
    return speaking;
  },
  /** The last time nothing was heard. */
  get failed() {
    return failed;
  },
};

/** A voice of the language: one on the device before one over the internet, of this country before another. */
export function voiceFor(lang: Lang, all: readonly SpeechSynthesisVoice[]): SpeechSynthesisVoice | undefined {
  const rank = (voice: SpeechSynthesisVoice) => (voice.localService ? 2 : 0) + (partsOf(voice)[1] === COUNTRIES[lang] ? 1 : 0);
  const fitting = all.filter((voice) => (OF_THREE[partsOf(voice)[0]!] ?? partsOf(voice)[0]) === lang);
  return fitting.sort((a, b) => rank(b) - rank(a))[0];
}

/** `nl-BE`, and on some Androids `nl_BE`. */
function partsOf({ lang }: SpeechSynthesisVoice): string[] {
  return lang.toLowerCase().split(/[-_]/);
}

/** Voices may come late, and go. Gives a function that stops listening, and reading. */
export function listen(): () => void {
  if (!('speechSynthesis' in window)) return () => {};
  const look = () => (voices = speechSynthesis.getVoices());
  look();
  speechSynthesis.addEventListener?.('voiceschanged', look);
  return () => {
    speechSynthesis.removeEventListener?.('voiceschanged', look);
    hush();
    failed = false;
  };
}

/** Starts to read, or stops when it is reading. */
export function toggle(text: string): void {
  if (speaking) return hush();
  const { voice } = speech;
  if (!voice) return;
  failed = false;
  const words = new SpeechSynthesisUtterance(text.replace(SOFT_HYPHENS, ''));
  words.voice = voice;
  words.lang = voice.lang;
  words.rate = RATE;
  let begun = false;
  words.onstart = () => (begun = true);
  words.onend = () => mine() && rest();
  words.onerror = ({ error }) => mine() && rest(error !== 'canceled' && error !== 'interrupted');
  speechSynthesis.cancel();
  speechSynthesis.speak(words);
  speaking = true;
  const pressed = Date.now();
  // Engines are known that call back neither at the beginning nor at the end.
  const looking = setInterval(() => {
    if (begun && !speechSynthesis.speaking) rest();
    else if (!begun && Date.now() - pressed >= START_WITHIN_MS) {
      speechSynthesis.cancel();
      rest(true);
    }
  }, LOOK_EVERY_MS);
  watch = looking;
  function mine(): boolean {
    return watch === looking;
  }
}

export function hush(): void {
  if (speaking) speechSynthesis.cancel();
  rest();
}

function rest(asFailure = false): void {
  clearInterval(watch);
  watch = undefined;
  speaking = false;
  failed = asFailure;
}
