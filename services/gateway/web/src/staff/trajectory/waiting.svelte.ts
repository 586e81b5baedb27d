import type { Closing, Move, NewStep, TimelineEntry } from '../../lib/api.ts';
import { command, type Answered } from '../../lib/outbox/command.ts';
import { outboxOf, type Outbox } from '../../lib/outbox/outbox.svelte.ts';
import type { Stored } from '../../lib/outbox/store.ts';
import { session } from '../../lib/session.svelte.ts';

/** One of them, by what it is. */
export type Waits = Stored &
  (
    | { note: 'step'; body: NewStep }
    | { note: 'withdrawal'; parts: { step: string } }
    | { note: 'population'; body: Move }
    | { note: 'closing'; body: Closing }
  );

/** The keys of what was just given: until it was tried once it does not wait. */
let tried = $state.raw<readonly string[]>([]);

/**
 * What was done with a youth and saved here, and did not arrive yet.
 *
 * Invariant: it arrives in the order in which it was given, so that a trajectory ends after the steps that
 * came before. A later move or end takes the place of one that waits.
 */
export class Waiting {
  readonly outbox: Outbox = outboxOf(session.person.id);
  readonly #youth: string;
  readonly #thing: string;

  constructor(youth: string) {
    this.#youth = youth;
    this.#thing = `youth:${youth}`;
  }

  get items(): Waits[] {
    return this.outbox.about(this.#thing).filter(({ key }) => !tried.includes(key)) as Waits[];
  }

  /** Whether a step goes by itself from here on, or what happens to one (`withdrawalOf`), a move or an end. */
  has(slot: string): boolean {
    return this.items.some((one) => one.slot === slot && !one.refused);
  }

  step(body: NewStep, key: string): Promise<TimelineEntry> {
    return this.#tryNow(command('post', '/youths/{youth}/steps', { ...this.#about('step', body.id), ...this.#to(body, key) }));
  }

  withdraw(step: string, key: string): Promise<unknown> {
    const about = { ...this.#about('withdrawal', withdrawalOf(step)), path: { youth: this.#youth, step }, body: {}, key };
    return this.#tryNow(command('post', '/youths/{youth}/steps/{step}/withdrawal', about));
  }

  move(body: Move, key: string): Promise<unknown> {
    return this.#tryNow(command('post', '/youths/{youth}/population', { ...this.#about('population'), ...this.#to(body, key) }));
  }

  close(body: Closing, key: string): Promise<unknown> {
    return this.#tryNow(command('post', '/youths/{youth}/closing', { ...this.#about('closing'), ...this.#to(body, key) }));
  }

  async #tryNow<A>(given: Answered<A>): Promise<A> {
    tried = [...tried, given.key];
    try {
      return await this.outbox.tryNow(given);
    } finally {
      tried = tried.filter((key) => key !== given.key);
    }
  }

  #about(note: Waits['note'], slot: string = note) {
    return { thing: this.#thing, slot, note, stays: true };
  }

  #to<B>(body: B, key: string) {
    return { path: { youth: this.#youth }, body, key };
  }
}

export function withdrawalOf(step: string): string {
  return `withdrawal:${step}`;
}
