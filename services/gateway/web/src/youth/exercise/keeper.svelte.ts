import type { Run } from '../../lib/api.ts';
import { send } from '../../lib/client.ts';
import { asProblem, type Problem } from '../../lib/problem.ts';
import { uuidV7 } from '../../lib/uuid.ts';
import { outboxOf, type Given, type Outbox } from '../outbox.svelte.ts';

/**
 * What a youth answered in one exercise: what the server has, and over it what waits in the outbox.
 *
 * Invariant: what is on the screen is what will be saved; the outbox saves it, also when the
 * exercise is left.
 */
export type Status = 'quiet' | 'saving' | 'saved' | 'waiting' | 'refused';

export class Keeper {
  answers = $state.raw<Record<string, Given>>({});
  readonly #outbox: Outbox;
  readonly #exercise: string;
  readonly #run: string;
  /** The server has this run. */
  readonly #known: boolean;
  #gave = $state(false);
  /** Kept, so that finishing again after a lost answer is the same command. */
  #completion: { key: string; seconds: number } | undefined;

  constructor(person: string, exercise: string, open: Run | undefined) {
    this.#outbox = outboxOf(person);
    this.#exercise = exercise;
    this.#run = this.#outbox.runOf(exercise) ?? open?.id ?? uuidV7();
    this.#known = open?.id === this.#run;
    for (const { step, options, own } of this.#known ? open!.answers : []) this.#show(step, { options, own: own ?? '' });
    for (const [step, { options, own }] of Object.entries(this.#outbox.answersOf(this.#run))) this.#show(step, { options, own });
    // Perhaps back after signing in again: there is no reason to wait any longer.
    if (this.busy) void this.flush();
  }

  get busy(): boolean {
    return this.#outbox.isWaiting(this.#run);
  }

  get problem(): Problem | null {
    return this.#outbox.problems[this.#run] ?? null;
  }

  get status(): Status {
    if (this.busy) return this.problem ? 'waiting' : 'saving';
    if (this.problem) return 'refused';
    return this.#gave ? 'saved' : 'quiet';
  }

  /** Shows the answer at once and saves it, also when it has too few choices so far. */
  give(step: string, given: Given): void {
    this.#show(step, given);
    this.#gave = true;
    this.#outbox.add(this.#run, this.#exercise, this.#known, step, given);
  }

  flush(): Promise<void> {
    return this.#outbox.flush();
  }

  /** Finishes the exercise; throws a Problem when that did not work. */
  async complete(seconds: number): Promise<Run> {
    await this.flush();
    if (this.busy) throw this.problem ?? asProblem(null);
    this.#completion ??= { key: uuidV7(), seconds };
    const { key, seconds: took } = this.#completion;
    const done = await send('post', '/me/runs/{run}/completion', { path: { run: this.#run }, body: { seconds: took }, key });
    this.#outbox.finished(this.#run);
    return done;
  }

  #show(step: string, given: Given): void {
    this.answers = { ...this.answers, [step]: given };
  }
}
