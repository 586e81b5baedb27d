import { dictionary } from '../lib/i18n.svelte.ts';

/** Sentences of the staff screens: loaded with them, so a youth never downloads them. */
export const words = dictionary({
  nl: () => import('../i18n/staff.nl.ts'),
  fi: () => import('../i18n/staff.fi.ts'),
  en: () => import('../i18n/staff.en.ts'),
});
export const t = words.t;
