/** Which exercises have answers that wait to be sent. The outbox tells it; that comes later than the map. */
export const waiting = $state<{ exercises: string[] }>({ exercises: [] });
/** Where the outbox keeps them in this tab. */
export const WAITING_KEY = 'stc.unsaved';
