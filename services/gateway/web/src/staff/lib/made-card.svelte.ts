import type { Card } from '../../lib/api.ts';
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
}
let made = $state.raw<MadeCard | null>(null);
onLeave(() => (made = null));
lostOnReload(() => made !== null);

export const madeCard = {
  get value() {
    return made;
  },
  show(name: string, card: Card, back: string): void {
    made = { name, card, back };
  },
  /** Where to go on. */
  close(): string {
    const back = made?.back ?? '/';
    made = null;
    return back;
  },
};
