/** What the outbox says of what waits in it: a note for each. The outbox itself comes later than the first screen. */
export const waiting = $state<{ notes: string[] }>({ notes: [] });
