import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { DATABASE } from '../storage.ts';
import type { Reason } from '../api.ts';
import type { ProblemKind } from '../problem.ts';
import type { Command } from './command.ts';

/**
 * Where commands wait that outlive the page and the browser: a database of this browser. Where it gives
 * none, or none any more, they wait in the memory of the page, and `put` says so.
 */
interface Schema extends DBSchema {
  commands: { key: string; value: Stored; indexes: { person: string } };
}
export interface Stored extends Command {
  person: string;
  /** In which it was given: those about one thing are sent in it. */
  order: number;
  /** Why it was refused, if it stays: it is not sent any more. */
  refused?: { kind: ProblemKind; reason: Reason | null };
}
const VERSION = 1;

let opened: Promise<IDBPDatabase<Schema> | undefined> | undefined;

function database(): Promise<IDBPDatabase<Schema> | undefined> {
  return (opened ??= openDB<Schema>(DATABASE, VERSION, {
    upgrade(db) {
      db.createObjectStore('commands', { keyPath: 'key' }).createIndex('person', 'person');
    },
    // The browser took it away, or a newer version of the app wants it.
    terminated: close,
    blocking: close,
  }).catch(() => undefined));
}

/** The next one who asks opens it anew. */
export function close(): void {
  void opened?.then((db) => db?.close());
  opened = undefined;
}

/** What waits of this person, in the order in which it was given. */
export async function of(person: string): Promise<Stored[]> {
  const found = await attempt((db) => db.getAllFromIndex('commands', 'person', person));
  return (found ?? []).filter(isStored).sort((one, other) => one.order - other.order);
}

/** Puts one in the place of others, if it is still `wanted`. Gives whether it outlives the page. */
export async function put(one: Stored, instead: readonly string[], wanted: () => boolean): Promise<boolean> {
  const done = await attempt(async (db) => {
    if (!wanted()) return false;
    const { store, done } = db.transaction('commands', 'readwrite', { durability: 'strict' });
    await Promise.all([...instead.map((key) => store.delete(key)), store.put(one), done]);
    return true;
  });
  return done === true;
}

export async function drop(keys: readonly string[]): Promise<void> {
  await attempt(async (db) => {
    const { store, done } = db.transaction('commands', 'readwrite');
    await Promise.all([...keys.map((key) => store.delete(key)), done]);
  });
}

async function attempt<T>(act: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T | undefined> {
  try {
    const db = await database();
    return db && (await act(db));
  } catch {
    close();
    return undefined;
  }
}

/** Whether it is what we wrote, and not another version's. */
function isStored(value: unknown): value is Stored {
  const { key, person, thing, method, path, parts, order } = value as Stored;
  return [key, person, thing, method, path].every((text) => typeof text === 'string') && typeof parts === 'object' && typeof order === 'number';
}
