import { dictionary } from './i18n.svelte.ts';

/** Sentences of the shell, sign-in and the map: all that the first screen needs. */
export const words = dictionary({
  nl: () => import('../i18n/nl.ts'),
  fi: () => import('../i18n/fi.ts'),
  en: () => import('../i18n/en.ts'),
});
export const t = words.t;
