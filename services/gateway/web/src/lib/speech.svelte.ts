import { i18n } from './i18n.svelte.ts';

/** Reads text aloud with the voice of the device, in the language of the page. */
let speaking = $state(false);

export const speech = {
  available: 'speechSynthesis' in window,
  get speaking() {
    return speaking;
  },
};

export function speak(text: string): void {
  hush();
  const words = new SpeechSynthesisUtterance(text);
  words.lang = i18n.lang;
  words.rate = 0.95;
  words.onend = words.onerror = () => (speaking = false);
  speechSynthesis.speak(words);
  speaking = true;
}

export function hush(): void {
  if (speech.available) speechSynthesis.cancel();
  speaking = false;
}
