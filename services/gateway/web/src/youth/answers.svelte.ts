import type { Run } from '../lib/api.ts';
import { bodyOf, givenOf, type Body, type Given } from './given.ts';
import { command } from '../lib/outbox/command.ts';
import { outboxOf, type Outbox } from '../lib/outbox/outbox.svelte.ts';
import type { Problem } from '../lib/problem.ts';

/** What a youth answers in runs of exercises: over the outbox, which sends it. */
interface Memory {
  /** All that was given since this page loaded, also what is saved by now, until the run is finished. */
  given: Map<string, { exercise: string; answers: Record<string, Given> }>;
  /** Runs that the server has, or will have before what waits. */
  begun: Set<string>;
}
/** Of a person on a page, as the outbox is. */
const memories = new WeakMap<Outbox, Memory>();

const RUN = 'run:';
const COMPLETION = 'completion';

export class Answers {
  readonly outbox: Outbox;
  readonly #memory: Memory;

  constructor(person: string) {
    this.outbox = outboxOf(person);
    this.#memory = memories.get(this.outbox) ?? { given: new Map(), begun: new Set() };
    memories.set(this.outbox, this.#memory);
  }

  /** Under which the outbox has what is about a run. */
  thingOf(run: string): string {
    return RUN + run;
  }

  /** The run of this exercise that something waits for, or that was begun here and not finished. */
  runOf(exercise: string): string | undefined {
    const { given, begun } = this.#memory;
    const waits = this.outbox.items.find(({ note, thing }) => note === exercise && thing.startsWith(RUN));
    return waits?.thing.slice(RUN.length) ?? [...given.keys()].find((run) => begun.has(run) && given.get(run)!.exercise === exercise);
  }

  /** What was answered in this run is erased: it is not gone on with. */
  forget(run: string): void {
    this.#memory.given.delete(run);
  }

  isWaiting(run: string): boolean {
    return this.outbox.about(this.thingOf(run)).length > 0;
  }

  problemOf(run: string): Problem | undefined {
    return this.outbox.problems[this.thingOf(run)];
  }

  answersOf(run: string): Record<string, Given> {
    const waiting = this.outbox.about(this.thingOf(run)).filter(({ parts }) => parts['step']);
    const unsaved = waiting.map(({ parts, body }) => [parts['step']!, givenOf(body as Body)] as [string, Given]);
    return { ...Object.fromEntries(unsaved), ...this.#memory.given.get(run)?.answers };
  }

  /** `known` says that the server has this run already. */
  give(run: string, exercise: string, known: boolean, step: string, answer: Given): void {
    const { given, begun } = this.#memory;
    const about = { thing: this.thingOf(run), note: exercise };
    if (!known && !begun.has(run) && !this.isWaiting(run)) {
      const beginning = command('post', '/me/runs', { ...about, slot: 'beginning', begins: true, body: { id: run, exercise } });
      // A run that never begins takes no answers.
      this.outbox.give(beginning).catch(() => begun.delete(run));
    }
    begun.add(run);
    given.set(run, { exercise, answers: { ...given.get(run)?.answers, [step]: answer } });
    this.outbox.give(command('put', '/me/runs/{run}/answers/{step}', { ...about, slot: `answer:${step}`, path: { run, step }, body: bodyOf(answer) })).catch(() => {});
  }

  /** Finishes the run when all before it is saved; pressing again while it waits is the same command. */
  async finish(run: string, exercise: string, seconds: number): Promise<Run> {
    const about = { thing: this.thingOf(run), note: exercise, slot: COMPLETION };
    const waits = this.outbox.about(about.thing).find(({ slot }) => slot === COMPLETION);
    const again = waits ? { key: waits.key, body: waits.body as { seconds: number } } : { body: { seconds } };
    const done = await this.outbox.give(command('post', '/me/runs/{run}/completion', { ...about, ...again, path: { run } }));
    this.#memory.given.delete(run);
    return done;
  }
}
