import { session } from './session.svelte.ts';

/** What the outbox says of what waits in it: a note for each. The outbox itself comes later than the first screen. */
export const waiting = $state<{ notes: string[] }>({ notes: [] });

export const outbox = async () => (await import('./outbox/outbox.svelte.ts')).outboxOf(session.person.id);

/** What waited before this page was loaded, or before signing in again, is sent whatever the screen. */
export function sendWhatWaits(): void {
  outbox().then(
    (found) => found.flush(),
    () => {},
  );
}
