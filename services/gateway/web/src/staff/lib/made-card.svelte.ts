import type { Card, Lang } from '../../lib/api.ts';
import { lostOnReload } from '../../lib/release.ts';
import { onLeave } from '../../lib/session.svelte.ts';

/**
 * The start card that was just made. The server tells its code once and never again, so it
 * stays here through a change of language or screen, until somebody closes it or leaves.
 */
export interface MadeCard {
  name: string;
  card: Card;
  /** The screen to go on with. */
  back: string;
  /** The language of the centre that it is for, when that is not the centre of who made it. */
  lang?: Lang | undefined;
}
let made = $state.raw<MadeCard | null>(null);
onLeave(() => (made = null));
lostOnReload(() => made !== null);

export const madeCard = {
  get value() {
    return made;
  },
  show(name: string, card: Card, back: string, lang?: Lang | undefined): void {
    made = { name, card, back, lang };
  },
  /** Where to go on. */
  close(): string {
    const back = made?.back ?? '/';
    made = null;
    return back;
  },
};
