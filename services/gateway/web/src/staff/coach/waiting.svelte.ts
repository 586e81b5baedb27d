import type { NewStep, TimelineEntry } from '../../lib/api.ts';
import { command } from '../../lib/outbox/command.ts';
import { outboxOf, type Outbox } from '../../lib/outbox/outbox.svelte.ts';
import type { Stored } from '../../lib/outbox/store.ts';
import { session } from '../../lib/session.svelte.ts';

/** Steps with a youth that were saved here and did not arrive yet. */
export class WaitingSteps {
  readonly outbox: Outbox = outboxOf(session.person.id);
  readonly #youth: string;
  readonly #thing: string;

  constructor(youth: string) {
    this.#youth = youth;
    this.#thing = `steps:${youth}`;
  }

  get items(): (Stored & { body: NewStep })[] {
    return this.outbox.about(this.#thing) as (Stored & { body: NewStep })[];
  }

  has(step: string): boolean {
    return this.items.some(({ body, refused }) => body.id === step && !refused);
  }

  send(body: NewStep, key: string): Promise<TimelineEntry> {
    const about = { thing: this.#thing, slot: body.id, note: 'step', stays: true };
    return this.outbox.tryNow(command('post', '/youths/{youth}/steps', { ...about, path: { youth: this.#youth }, body, key }));
  }
}
