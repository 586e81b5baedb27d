import { command, type Answered } from '../../lib/outbox/command.ts';
import { outboxOf, type Outbox } from '../../lib/outbox/outbox.svelte.ts';
import type { Stored } from '../../lib/outbox/store.ts';

const NOTE = 'version';
/** What was said beside a step and is not there yet; without a body it is to be taken away. */
export type Waits = Stored & { body: { words: string } | undefined };

/**
 * The own versions that a youth puts beside steps: over the outbox, which sends them.
 *
 * Invariant: of a step the last that was said waits, until it arrived or its author threw it away.
 */
export class Versions {
  readonly outbox: Outbox;

  constructor(person: string) {
    this.outbox = outboxOf(person);
  }

  /** What waits about a step. */
  of(step: string): Waits | undefined {
    return this.outbox.about(thingOf(step)).at(-1) as Waits | undefined;
  }

  /** Throws a Problem if it did not arrive now. Then it waits, unless the server will never take it. */
  give(step: string, words: string): Promise<void> {
    return this.#tryNow(command('put', '/me/steps/{step}/version', { ...aboutThe(step), body: { words } }));
  }

  takeAway(step: string): Promise<void> {
    return this.#tryNow(command('delete', '/me/steps/{step}/version', aboutThe(step)));
  }

  async #tryNow(given: Answered<unknown>): Promise<void> {
    await this.outbox.tryNow(given);
  }
}

const thingOf = (step: string) => `step:${step}`;
const aboutThe = (step: string) => ({ thing: thingOf(step), slot: NOTE, note: NOTE, stays: true, path: { step } });
