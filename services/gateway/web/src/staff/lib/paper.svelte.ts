import type { Lang } from '../../lib/api.ts';
import { i18n, LANGS } from '../../lib/i18n.svelte.ts';
import type { Dictionary } from '../../lib/sentences.ts';
import { session } from '../../lib/session.svelte.ts';

/** Each language under its own name, to choose from. */
export const PAPER_LANGS = (Object.entries(LANGS) as [Lang, string][]).map(([value, label]) => ({ value, label, lang: value }));

/** What is printed for somebody, who may read another language than the staff who give it. Made with its screen. */
export class Paper<K extends string> {
  lang = $state<Lang>('nl');
  /** Nothing until they are there. */
  words = $state.raw<Record<K, string>>();

  constructor(dictionary: Dictionary<K>, lang?: Lang) {
    this.lang = lang ?? session.person.centre?.languages[0] ?? i18n.lang;
    $effect(() => {
      const wanted = this.lang;
      void dictionary.of(wanted).then((sentences) => {
        if (wanted === this.lang) this.words = sentences;
      });
    });
  }
}
