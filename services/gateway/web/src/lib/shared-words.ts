import { dictionary } from './i18n.svelte.ts';

/** What youths and staff both need after the first screen; it may arrive a moment after what shows it. */
export const sharedWords = dictionary({
  nl: () => import('../i18n/shared.nl.ts'),
  fi: () => import('../i18n/shared.fi.ts'),
  en: () => import('../i18n/shared.en.ts'),
});

/** Loads them for what can be shown without: when that does not work, the next one who asks tries again. */
export const loadShared = (): Promise<void> => sharedWords.ready().catch(() => {});
