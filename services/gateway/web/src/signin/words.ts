import { dictionary } from '../lib/i18n.svelte.ts';

/** Sentences of the sign-in page. */
export const signInWords = dictionary({
  nl: () => import('../i18n/signin.nl.ts'),
  fi: () => import('../i18n/signin.fi.ts'),
  en: () => import('../i18n/signin.en.ts'),
});
export const ts = signInWords.t;
