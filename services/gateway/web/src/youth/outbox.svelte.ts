import { send } from '../lib/client.ts';
import { asProblem, type Problem, type ProblemKind } from '../lib/problem.ts';
import { lostOnReload } from '../lib/release.ts';
import { onLeave } from '../lib/session.svelte.ts';
import { tab } from '../lib/storage.ts';
import { uuidV7 } from '../lib/uuid.ts';
import { waiting, WAITING_KEY } from './waiting.svelte.ts';

/**
 * The answers of a youth that are not saved yet, of every exercise, and the one worker that sends them.
 *
 * Invariant: nothing chosen is lost. What waits stands in memory and in the storage of this tab (not
 * of the device: the phone may be shared), per run and question, each with the key of its command,
 * through a lost connection, another screen, a reload and a new sign-in of the same person.
 */
export interface Given {
  options: string[];
  own: string;
}
interface Unsaved extends Given {
  key: string;
}
export interface Waiting {
  exercise: string;
  /** The key of the command that begins the run; null once it has begun. */
  startKey: string | null;
  unsaved: Record<string, Unsaved>;
}
interface Kept {
  person: string;
  unsaved: Record<string, Waiting>;
}

const RETRY_AFTER_MS = 8_000;
/** What passes by itself. Whatever else is refused will be refused for ever. */
const PASSING: readonly ProblemKind[] = ['offline', 'unavailable', 'internal', 'tooManyAttempts', 'unauthenticated'];

let current: Outbox | undefined;

onLeave(() => {
  current?.close();
  current = undefined;
});
lostOnReload(() => !!current?.onlyInMemory);

/** The outbox of this person; it begins with what the tab remembers of them. */
export function outboxOf(person: string): Outbox {
  if (current?.person !== person) {
    current?.close();
    current = new Outbox(person);
  }
  return current;
}

export class Outbox {
  readonly person: string;
  runs = $state.raw<Record<string, Waiting>>({});
  sending = $state(false);
  /** Why the latest command of a run did not work. */
  problems = $state.raw<Record<string, Problem>>({});
  onlyInMemory = false;
  /** All that was given since this page loaded, also what is saved by now, until the run is finished. */
  readonly #given = new Map<string, { exercise: string; answers: Record<string, Given> }>();
  readonly #begun = new Set<string>();
  #closed = false;
  #added = false;
  #work: Promise<void> | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(person: string) {
    this.person = person;
    const kept = tab.read(WAITING_KEY, isKept);
    if (kept?.person === person) this.#put(kept.unsaved);
    addEventListener('online', this.#again);
  }

  /** The run of this exercise that something waits for, or that was begun here and not finished. */
  runOf(exercise: string): string | undefined {
    const waits = Object.keys(this.runs).find((run) => this.runs[run]!.exercise === exercise);
    return waits ?? [...this.#given.keys()].find((run) => this.#begun.has(run) && this.#given.get(run)!.exercise === exercise);
  }

  isWaiting(run: string): boolean {
    return run in this.runs;
  }

  answersOf(run: string): Record<string, Given> {
    return { ...this.runs[run]?.unsaved, ...this.#given.get(run)?.answers };
  }

  /** `known` says that the server has this run already. */
  add(run: string, exercise: string, known: boolean, step: string, given: Given): void {
    if (this.#closed) return;
    if (known) this.#begun.add(run);
    const waits = this.runs[run] ?? { exercise, startKey: this.#begun.has(run) ? null : uuidV7(), unsaved: {} };
    this.#given.set(run, { exercise, answers: { ...this.#given.get(run)?.answers, [step]: given } });
    this.#note(run);
    this.#put({ ...this.runs, [run]: { ...waits, unsaved: { ...waits.unsaved, [step]: { ...given, key: uuidV7() } } } });
    this.#added = true;
    void this.flush();
  }

  finished(run: string): void {
    this.#given.delete(run);
  }

  /** Sends what waits. One worker at a time, so that answers arrive in the order they were given. */
  flush(): Promise<void> {
    return (this.#work ??= this.#send().finally(() => {
      this.#work = undefined;
      if (this.#added) void this.flush();
    }));
  }

  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
    removeEventListener('online', this.#again);
    waiting.exercises = [];
  }

  #again = () => void this.flush();

  async #send(): Promise<void> {
    clearTimeout(this.#timer);
    this.sending = true;
    const tried = new Set<string>();
    // What is given meanwhile is sent too, but a run that failed waits for the next round.
    for (let run = this.#next(tried); run; run = this.#next(tried)) {
      try {
        await this.#sendRun(run);
        this.#note(run);
      } catch (error) {
        tried.add(run);
        this.#note(run, asProblem(error));
      }
    }
    this.sending = false;
    const again = [...tried].some((run) => this.isWaiting(run) && this.problems[run]?.kind !== 'unauthenticated');
    if (again && !this.#closed) this.#timer = setTimeout(this.#again, RETRY_AFTER_MS);
  }

  #next(tried: Set<string>): string | undefined {
    this.#added = false;
    return this.#closed ? undefined : Object.keys(this.runs).find((run) => !tried.has(run));
  }

  async #sendRun(run: string): Promise<void> {
    await this.#start(run);
    for (let next = this.#first(run); next; next = this.#first(run)) await this.#sendAnswer(run, ...next);
  }

  async #start(run: string): Promise<void> {
    const { exercise, startKey } = this.runs[run]!;
    if (!startKey) return;
    try {
      await send('post', '/me/runs', { body: { id: run, exercise }, key: startKey });
    } catch (error) {
      // A run that never begins takes no answers.
      if (!passes(error)) this.#set(run, undefined);
      throw error;
    }
    this.#begun.add(run);
    this.#set(run, { ...this.runs[run]!, startKey: null });
  }

  #first(run: string): [step: string, answer: Unsaved] | undefined {
    return this.#closed ? undefined : Object.entries(this.runs[run]?.unsaved ?? {})[0];
  }

  async #sendAnswer(run: string, step: string, { options, own, key }: Unsaved): Promise<void> {
    try {
      await send('put', '/me/runs/{run}/answers/{step}', { path: { run, step }, body: own ? { options, own } : { options }, key });
    } catch (error) {
      // An answer that the server will never take must not hold up the others.
      if (!passes(error)) this.#forget(run, step, key);
      throw error;
    }
    this.#forget(run, step, key);
  }

  /** Unless a newer answer took its place meanwhile. */
  #forget(run: string, step: string, key: string): void {
    const known = this.runs[run];
    if (known?.unsaved[step]?.key !== key) return;
    const { [step]: _, ...unsaved } = known.unsaved;
    this.#set(run, Object.keys(unsaved).length > 0 ? { ...known, unsaved } : undefined);
  }

  #set(run: string, to: Waiting | undefined): void {
    const { [run]: _, ...others } = this.runs;
    this.#put(to ? { ...this.runs, [run]: to } : others);
  }

  #note(run: string, problem?: Problem): void {
    const { [run]: _, ...others } = this.problems;
    this.problems = problem ? { ...others, [run]: problem } : others;
  }

  #put(runs: Record<string, Waiting>): void {
    if (this.#closed) return;
    this.runs = runs;
    waiting.exercises = Object.values(runs).map(({ exercise }) => exercise);
    const kept: Kept = { person: this.person, unsaved: runs };
    if (waiting.exercises.length === 0) tab.drop(WAITING_KEY);
    this.onlyInMemory = waiting.exercises.length > 0 && !tab.put(WAITING_KEY, JSON.stringify(kept));
  }
}

function passes(error: unknown): boolean {
  return PASSING.includes(asProblem(error).kind);
}

/** Whether the tab remembers what we wrote, and not something else or an older version's. */
function isKept(value: unknown): value is Kept {
  return isRecord(value) && typeof value['person'] === 'string' && isRecordOf(value['unsaved'], isWaiting);
}

function isWaiting(value: unknown): value is Waiting {
  if (!isRecord(value) || typeof value['exercise'] !== 'string' || !isRecordOf(value['unsaved'], isUnsaved)) return false;
  return value['startKey'] === null || typeof value['startKey'] === 'string';
}

function isUnsaved(value: unknown): value is Unsaved {
  if (!isRecord(value) || typeof value['own'] !== 'string' || typeof value['key'] !== 'string') return false;
  return Array.isArray(value['options']) && value['options'].every((option) => typeof option === 'string');
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isRecordOf<T>(value: unknown, is: (one: unknown) => one is T): value is Record<string, T> {
  return isRecord(value) && Object.values(value).every(is);
}
