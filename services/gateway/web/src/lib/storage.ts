/**
 * What the browser remembers, in the one place where the app asks it to: of this tab, or of this device.
 *
 * Invariant: nothing here throws. Where storage is full or forbidden, things are remembered as long
 * as the page lives. What is not of the device is of a person, and `forget` drops all of that,
 * whoever put it there.
 */
const OURS = 'stc.';
/** What anybody at this device may find: no word of it is about a person. */
const OF_THE_DEVICE = ['stc.lang', 'stc.theme', 'stc.owner'];

/** Kept while somebody of this device asks to be erased (GDPR Art. 17), for lib/session.svelte.ts. It goes with that person. */
export const ERASING = 'stc.erasing';

class Kept {
  readonly #open: () => Storage;
  readonly #stays: readonly string[];
  /** What storage would not take. It is newer than what storage has. */
  readonly #memory = new Map<string, string>();

  constructor(open: () => Storage, stays: readonly string[]) {
    this.#open = open;
    this.#stays = stays;
  }

  get(key: string): string | null {
    return this.#memory.get(key) ?? this.#try((storage) => storage.getItem(key)) ?? null;
  }

  /** Gives whether it outlives this page. */
  put(key: string, value: string): boolean {
    const stored = this.#try((storage) => (storage.setItem(key, value), true));
    if (stored) {
      this.#memory.delete(key);
      return true;
    }
    // What was there before is no longer so: it must not come back with the next load.
    this.drop(key);
    this.#memory.set(key, value);
    return false;
  }

  drop(key: string): void {
    this.#memory.delete(key);
    this.#try((storage) => storage.removeItem(key));
  }

  /** What was put there as JSON. What cannot be read, or is not what we wrote, is dropped. */
  read<T>(key: string, is: (value: unknown) => value is T): T | null {
    const text = this.get(key);
    if (text === null) return null;
    try {
      const value: unknown = JSON.parse(text);
      if (is(value)) return value;
    } catch {
      // Then it is not ours.
    }
    this.drop(key);
    return null;
  }

  forget(): void {
    const keys = this.#try((storage) => Object.keys(storage)) ?? [];
    for (const key of [...keys, ...this.#memory.keys()]) {
      if (key.startsWith(OURS) && !this.#stays.includes(key)) this.drop(key);
    }
  }

  #try<T>(act: (storage: Storage) => T): T | undefined {
    try {
      return act(this.#open());
    } catch {
      return undefined;
    }
  }
}

/** Of this tab: gone when it closes. */
export const tab = new Kept(() => sessionStorage, []);
/** Of this device: stays. */
export const device = new Kept(() => localStorage, OF_THE_DEVICE);

/** The database of what waits to be sent. */
export const DATABASE = 'stc';

/** Drops everything of the person who was here. */
export function forget(): void {
  tab.forget();
  device.forget();
  try {
    // Open tabs let go of it when they hear this.
    indexedDB.deleteDatabase(DATABASE);
  } catch {
    // Then there is none.
  }
}
