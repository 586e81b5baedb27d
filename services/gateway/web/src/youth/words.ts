import { dictionary } from '../lib/i18n.svelte.ts';

/** Sentences of the screens behind the map; they come with the first of those screens. */
export const youthWords = dictionary({
  nl: () => import('../i18n/youth.nl.ts'),
  fi: () => import('../i18n/youth.fi.ts'),
  en: () => import('../i18n/youth.en.ts'),
});
export const ty = youthWords.t;
