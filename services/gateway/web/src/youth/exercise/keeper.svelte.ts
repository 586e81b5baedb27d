import type { Run } from '../../lib/api.ts';
import type { Problem } from '../../lib/problem.ts';
import { uuidV7 } from '../../lib/uuid.ts';
import type { Answers } from '../answers.svelte.ts';
import { givenOf, type Given } from '../given.ts';

/**
 * What a youth answered in one exercise: what the server has, and over it what waits in the outbox.
 *
 * Invariant: what is on the screen is what will be saved; the outbox saves it, also when the
 * exercise is left.
 */
export type Status = 'quiet' | 'saving' | 'saved' | 'waiting' | 'refused';

export class Keeper {
  answers = $state.raw<Record<string, Given>>({});
  readonly #sent: Answers;
  readonly #exercise: string;
  readonly #run: string;
  /** The server has this run. */
  readonly #known: boolean;
  #gave = $state(false);
  /** Kept, so that pressing again while it waits is the same command. */
  #completion: Promise<Run> | undefined;

  /** `remembered` is the outbox that has what the browser remembers. */
  constructor(remembered: Answers, exercise: string, open: Run | undefined) {
    this.#sent = remembered;
    this.#exercise = exercise;
    this.#run = this.#sent.runOf(exercise) ?? open?.id ?? uuidV7();
    this.#known = open?.id === this.#run;
    for (const one of this.#known ? open!.answers : []) this.#show(one.step, givenOf(one));
    for (const [step, one] of Object.entries(this.#sent.answersOf(this.#run))) this.#show(step, one);
    // Perhaps back after signing in again: there is no reason to wait any longer.
    if (this.busy) void this.flush();
  }

  get busy(): boolean {
    return this.#sent.isWaiting(this.#run);
  }

  get problem(): Problem | null {
    return this.#sent.problemOf(this.#run) ?? null;
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
    this.#sent.give(this.#run, this.#exercise, this.#known, step, given);
  }

  flush(): Promise<void> {
    return this.#sent.outbox.flush();
  }

  /** Finishes the exercise; throws a Problem when that did not work, or not yet: then it goes on by itself. */
  async complete(seconds: number): Promise<Run> {
    this.#completion ??= this.#sent.finish(this.#run, this.#exercise, seconds);
    try {
      return await this.#sent.outbox.arrives(this.#completion, this.#sent.thingOf(this.#run));
    } catch (error) {
      if (!this.busy) this.#completion = undefined;
      throw error;
    }
  }

  #show(step: string, given: Given): void {
    this.answers = { ...this.answers, [step]: given };
  }
}
