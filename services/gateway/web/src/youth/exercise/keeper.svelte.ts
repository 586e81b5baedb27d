import type { Run } from '../../lib/api.ts';
import { send } from '../../lib/client.ts';
import { asProblem, type Problem } from '../../lib/problem.ts';
import { onLeave } from '../../lib/session.svelte.ts';
import { uuidV7 } from '../../lib/uuid.ts';

/**
 * Keeps a youth's answers while they reach the server, one command at a time.
 *
 * Invariant: nothing chosen is lost. What is not saved yet waits in memory and in
 * the storage of this tab (not of the device: the phone may be shared), with the
 * key of its command, through a lost connection, a reload and a new sign-in.
 */
export interface Given {
  options: string[];
  own: string;
}
interface Unsaved extends Given {
  key: string;
}
interface Kept {
  person: string;
  exercise: string;
  run: string;
  startKey: string | null;
  /** Kept, so that finishing again after a lost answer is the same command. */
  completeKey?: string;
  unsaved: Record<string, Unsaved>;
}
export type Status = 'quiet' | 'saving' | 'saved' | 'waiting' | 'refused';

const STORE_KEY = 'stc.unsaved';
const RETRY_AFTER_MS = 8_000;
let current: Keeper | null = null;

onLeave(() => {
  current?.stop();
  current = null;
  sessionStorage.removeItem(STORE_KEY);
});

/** The keeper of this exercise: the one still at work, what this tab remembers, or a new one. */
export function keeperOf(person: string, exercise: string, open: Run | undefined): Keeper {
  if (current?.belongsTo(person, exercise) && current.busy) {
    // Perhaps back after signing in again: there is no reason to wait any longer.
    void current.flush();
    return current;
  }
  current?.stop();
  current = new Keeper(person, exercise, open);
  return current;
}

export class Keeper {
  answers = $state.raw<Record<string, Given>>({});
  status = $state<Status>('quiet');
  problem = $state.raw<Problem | null>(null);
  #kept: Kept;
  #work: Promise<void> | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #again = () => void this.flush();

  constructor(person: string, exercise: string, open: Run | undefined) {
    const remembered = remember(person, exercise);
    this.#kept = remembered ?? {
      person,
      exercise,
      run: open?.id ?? uuidV7(),
      startKey: open ? null : uuidV7(),
      unsaved: {},
    };
    const saved = open?.id === this.#kept.run ? open.answers : [];
    for (const { step, options, own } of saved) this.#show(step, { options, own: own ?? '' });
    for (const [step, { options, own }] of Object.entries(this.#kept.unsaved)) this.#show(step, { options, own });
    addEventListener('online', this.#again);
    if (remembered) void this.flush();
  }

  get busy(): boolean {
    return Object.keys(this.#kept.unsaved).length > 0;
  }

  belongsTo(person: string, exercise: string): boolean {
    return this.#kept.person === person && this.#kept.exercise === exercise;
  }

  /** Shows the answer at once and saves it, also when it has too few choices so far. */
  give(step: string, given: Given): void {
    this.#show(step, given);
    this.#kept.unsaved[step] = { ...given, key: uuidV7() };
    this.#store();
    void this.flush();
  }

  /** Sends what waits. One worker at a time, so that answers arrive in the order they were given. */
  flush(): Promise<void> {
    this.#work ??= this.#send().finally(() => (this.#work = null));
    return this.#work;
  }

  /** Finishes the exercise; throws a Problem when that did not work. */
  async complete(seconds: number): Promise<Run> {
    await this.flush();
    if (this.busy) throw this.problem ?? asProblem(null);
    const { run, completeKey: key = uuidV7() } = this.#kept;
    this.#kept.completeKey = key;
    const done = await send('post', '/me/runs/{run}/completion', { path: { run }, body: { seconds }, key });
    this.stop();
    current = null;
    return done;
  }

  stop(): void {
    clearTimeout(this.#timer);
    removeEventListener('online', this.#again);
  }

  #show(step: string, given: Given): void {
    this.answers = { ...this.answers, [step]: given };
  }

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    if (!this.busy) return;
    this.status = 'saving';
    try {
      await this.#start();
      for (let next = this.#first(); next; next = this.#first()) await this.#saveAnswer(...next);
      this.problem = null;
      this.status = 'saved';
    } catch (error) {
      this.problem = asProblem(error);
      const kind = this.problem.kind;
      const passing = kind === 'offline' || kind === 'unavailable' || kind === 'internal' || kind === 'tooManyAttempts';
      this.status = passing || kind === 'unauthenticated' ? 'waiting' : 'refused';
      if (passing) this.#timer = setTimeout(this.#again, RETRY_AFTER_MS);
    }
  }

  async #start(): Promise<void> {
    const { run, exercise, startKey } = this.#kept;
    if (!startKey) return;
    await send('post', '/me/runs', { body: { id: run, exercise }, key: startKey });
    this.#kept.startKey = null;
    this.#store();
  }

  #first(): [step: string, answer: Unsaved] | undefined {
    return Object.entries(this.#kept.unsaved)[0];
  }

  async #saveAnswer(step: string, answer: Unsaved): Promise<void> {
    const { options, own, key } = answer;
    try {
      const body = own ? { options, own } : { options };
      await send('put', '/me/runs/{run}/answers/{step}', { path: { run: this.#kept.run, step }, body, key });
    } catch (error) {
      // An answer that the server will never take must not hold up the others.
      const { kind } = asProblem(error);
      if (kind === 'refused' || kind === 'invalid' || kind === 'notFound') this.#forget(step, answer);
      throw error;
    }
    this.#forget(step, answer);
  }

  /** Unless a newer answer took its place meanwhile. */
  #forget(step: string, answer: Unsaved): void {
    if (this.#kept.unsaved[step]?.key === answer.key) delete this.#kept.unsaved[step];
    this.#store();
  }

  #store(): void {
    if (this.busy) sessionStorage.setItem(STORE_KEY, JSON.stringify(this.#kept));
    else sessionStorage.removeItem(STORE_KEY);
  }
}

function remember(person: string, exercise: string): Kept | null {
  const kept = JSON.parse(sessionStorage.getItem(STORE_KEY) ?? 'null') as Kept | null;
  return kept?.person === person && kept.exercise === exercise ? kept : null;
}
