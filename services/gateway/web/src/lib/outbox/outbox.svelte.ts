import { sendCommand } from '../client.ts';
import { asProblem, Problem, type ProblemKind } from '../problem.ts';
import { lostOnReload } from '../release.ts';
import { onLeave } from '../session.svelte.ts';
import { waiting } from '../waiting.svelte.ts';
import type { Answered, Command } from './command.ts';
import * as store from './store.ts';

/**
 * What somebody gave and the server does not have yet, of all screens, and the one worker that sends it.
 *
 * Invariant: what was given arrives once, in its order, under one key; or its person is told why not. It
 * waits through a lost connection, other screens, reloads, other tabs and a browser that was ended; and
 * never goes out as another person: whoever leaves takes it along.
 */
const RETRY_AFTER_MS = 8_000;
/** Things are independent of each other: so many at once. */
const THINGS_AT_ONCE = 4;
/** One worker for all tabs. */
const LOCK = 'stc.outbox';
/** What passes by itself. Whatever else is refused will be refused for ever. */
const PASSING: readonly ProblemKind[] = ['offline', 'unavailable', 'internal', 'tooManyAttempts', 'unauthenticated'];

interface Waiter {
  resolve: (answer: unknown) => void;
  reject: (problem: Problem) => void;
}

let current: Outbox | undefined;

onLeave(() => {
  current?.close();
  current = undefined;
});
lostOnReload(() => !!current?.onlyInMemory);

/** The outbox of this person; it begins with what this browser remembers of them. */
export function outboxOf(person: string): Outbox {
  if (current?.person !== person) {
    current?.close();
    current = new Outbox(person);
  }
  return current;
}

export class Outbox {
  readonly person: string;
  items = $state.raw<store.Stored[]>([]);
  sending = $state(false);
  /** Why the latest command about a thing did not work. */
  problems = $state.raw<Record<string, Problem>>({});
  /** When what the browser remembers is here. */
  readonly ready: Promise<void>;
  readonly #unstored = new Set<string>();
  readonly #onItsWay = new Set<string>();
  readonly #waiters = new Map<string, Waiter>();
  readonly #otherTabs = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(LOCK);
  #order = 0;
  #added = false;
  #closed = false;
  #work: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(person: string) {
    this.person = person;
    this.ready = this.#look();
    addEventListener('online', this.#again);
    if (this.#otherTabs) this.#otherTabs.onmessage = () => void this.#look();
  }

  get onlyInMemory(): boolean {
    return this.items.some(({ key }) => this.#unstored.has(key));
  }

  /** What waits about a thing. */
  about(thing: string): store.Stored[] {
    return this.items.filter((one) => one.thing === thing);
  }

  /**
   * Takes a command, and gives its answer when there is one: a problem only if the server will never take
   * it. Meanwhile it waits.
   */
  give<A>(given: Answered<A>): Promise<A> {
    const answer = new Promise<unknown>((resolve, reject) => this.#waiters.set(given.key, { resolve, reject }));
    // Nobody has to listen.
    answer.catch(() => {});
    if (this.#closed) {
      const problem = new Problem('unauthenticated', 0);
      this.#note(given.thing, problem);
      this.#settle(given.key, problem);
      return answer as Promise<A>;
    }
    const replaced = this.items.filter((one) => this.#makesRoom(one, given)).map(({ key }) => key);
    const one: store.Stored = { ...given, person: this.person, order: (this.#order += 1) };
    this.#note(given.thing);
    this.#added = true;
    for (const key of replaced) this.#waiters.delete(key);
    this.#unstored.add(one.key);
    this.#show([...this.items.filter(({ key }) => !replaced.includes(key)), one]);
    void this.#keep(one, replaced);
    void this.flush();
    return answer as Promise<A>;
  }

  /** The same for who can wait a moment: if it does not arrive at once, the problem says why, and it stays here. */
  async tryNow<A>(given: Answered<A>): Promise<A> {
    try {
      return await this.arrives(this.give(given), given.thing);
    } catch (error) {
      // From here on nobody listens.
      this.#waiters.delete(given.key);
      throw error;
    }
  }

  /** Whether what was given arrives now. */
  async arrives<A>(answer: Promise<A>, thing: string): Promise<A> {
    const done = await Promise.race([answer.then((is) => ({ is })), this.flush().then(() => undefined)]);
    if (done) return done.is;
    throw this.problems[thing] ?? new Problem('offline', 0);
  }

  /** Takes back what waits, if it is not on its way. */
  async takeBack(key: string): Promise<void> {
    if (this.#onItsWay.has(key)) return;
    await this.#gone([key]);
  }

  /** Sends what waits. One worker at a time, in all tabs. */
  flush(): Promise<void> {
    return (this.#work ??= this.#untilAllIsTried());
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    removeEventListener('online', this.#again);
    this.#otherTabs?.close();
    waiting.notes = [];
  }

  #again = () => void this.flush();

  #makesRoom(one: Command, given: Command): boolean {
    if (one.key === given.key) return true;
    return given.slot !== null && one.thing === given.thing && one.slot === given.slot && !this.#onItsWay.has(one.key);
  }

  async #untilAllIsTried(): Promise<void> {
    try {
      do await this.#alone(() => this.#send());
      while (this.#added && !this.#closed);
    } finally {
      // In one breath with the last look: what is given from here on begins anew.
      this.#work = undefined;
    }
  }

  async #alone(work: () => Promise<void>): Promise<void> {
    if (!navigator.locks) return work();
    await navigator.locks.request(LOCK, work);
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.sending = true;
    // Another tab may have sent some meanwhile, or been given more.
    await this.#look();
    const tried = new Set<string>();
    const worker = async () => {
      for (let thing = this.#next(tried); thing !== undefined; thing = this.#next(tried)) {
        // What is given meanwhile is sent too, but a thing that failed waits for the next round.
        tried.add(thing);
        if (await this.#sendThing(thing)) tried.delete(thing);
      }
    };
    await Promise.all(Array.from({ length: THINGS_AT_ONCE }, worker));
    this.sending = false;
    const stuck = this.items.some(({ thing, refused }) => !refused && this.problems[thing]?.kind !== 'unauthenticated');
    if (stuck && !this.#closed) this.#timer = setTimeout(this.#again, RETRY_AFTER_MS);
  }

  #next(tried: Set<string>): string | undefined {
    this.#added = false;
    return this.#closed ? undefined : this.items.find(({ thing, refused }) => !refused && !tried.has(thing))?.thing;
  }

  /** Gives whether nothing is in the way. */
  async #sendThing(thing: string): Promise<boolean> {
    for (let one = this.#first(thing); one; one = this.#first(thing)) {
      this.#onItsWay.add(one.key);
      try {
        const answer = await sendCommand(one);
        this.#note(thing);
        this.#waiters.get(one.key)?.resolve(answer);
        // The next one need not wait until it is written down: sent again under its key, it is the same.
        void this.#gone([one.key]);
      } catch (error) {
        const problem = asProblem(error);
        this.#note(thing, problem);
        if (PASSING.includes(problem.kind)) return false;
        // It must not hold up the others; without a beginning there are none.
        const refused = one.begins ? this.about(thing) : [one];
        // Where somebody listens, it is theirs to tell.
        const kept = refused.filter(({ key, stays }) => stays && !this.#waiters.has(key));
        for (const { key } of refused) this.#settle(key, problem);
        await this.#gone(refused.filter((other) => !kept.includes(other)).map(({ key }) => key));
        for (const other of kept) await this.#refuse(other, problem);
        if (one.begins) break;
      } finally {
        this.#onItsWay.delete(one.key);
      }
    }
    return true;
  }

  #first(thing: string): store.Stored | undefined {
    return this.#closed ? undefined : this.items.find((one) => one.thing === thing && !one.refused);
  }

  async #refuse(one: store.Stored, { kind, reason }: Problem): Promise<void> {
    const kept = { ...one, refused: { kind, reason } };
    this.#waiters.delete(one.key);
    this.#unstored.add(one.key);
    this.#show(this.items.map((other) => (other.key === one.key ? kept : other)));
    await this.#keep(kept, []);
  }

  #settle(key: string, problem: Problem): void {
    this.#waiters.get(key)?.reject(problem);
  }

  async #keep(one: store.Stored, instead: string[]): Promise<void> {
    for (const key of instead) this.#unstored.delete(key);
    // Nothing of who has left is written down any more.
    const stored = await store.put(one, instead, () => !this.#closed);
    // It may have arrived meanwhile.
    if (this.#closed) return;
    if (!this.items.some(({ key }) => key === one.key)) return this.#gone([one.key]);
    if (stored) this.#unstored.delete(one.key);
    this.#tell();
  }

  async #gone(keys: string[]): Promise<void> {
    for (const key of keys) {
      this.#waiters.delete(key);
      this.#unstored.delete(key);
    }
    this.#show(this.items.filter(({ key }) => !keys.includes(key)));
    await store.drop(keys);
    this.#tell();
  }

  /** What the browser remembers, with what only this page knows. */
  async #look(): Promise<void> {
    const stored = await store.of(this.person);
    if (this.#closed) return;
    // One that is answered by another tab is asked here again, if somebody here waits for the answer: the same.
    const mine = this.items.filter(({ key }) => this.#unstored.has(key) || this.#waiters.has(key));
    const all = [...stored, ...mine.filter(({ key }) => !stored.some((one) => one.key === key))];
    this.#order = Math.max(this.#order, ...all.map(({ order }) => order));
    this.#show(all.sort((one, other) => one.order - other.order));
  }

  #tell(): void {
    if (!this.#closed) this.#otherTabs?.postMessage('changed');
  }

  #note(thing: string, problem?: Problem): void {
    const { [thing]: _, ...others } = this.problems;
    this.problems = problem ? { ...others, [thing]: problem } : others;
  }

  #show(items: store.Stored[]): void {
    if (this.#closed) return;
    this.items = items;
    waiting.notes = items.map(({ note }) => note);
  }
}
