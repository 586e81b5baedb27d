import { i18n } from './i18n.svelte.ts';

/** Reads text aloud with the voice of the device, in the language of the page. */
let speaking = $state(false);

export const speech = {
  get speaking() {
    return speaking;
  },
};

/** Starts to read, or stops when it is reading. */
export function toggle(text: string): void {
  if (speaking) return hush();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = i18n.lang;
  words.rate = 0.95;
  words.onend = words.onerror = () => (speaking = false);
  speechSynthesis.cancel();
  speechSynthesis.speak(words);
  speaking = true;
}

export function hush(): void {
  speechSynthesis.cancel();
  speaking = false;
}
