import type { Page } from '../../lib/api.ts';
import { asProblem, type Problem } from '../../lib/problem.ts';

/** A long list that comes page by page. The pages already there stay when the next one fails. */
export class Pages<T, P extends Page<T> = Page<T>> {
  items = $state.raw<T[]>([]);
  /** Undefined until the first page came; null when there is no more. */
  nextPage = $state.raw<string | null>();
  /** The latest page as the server gave it, for what it says besides its items. */
  latest = $state.raw<P>();
  busy = $state(false);
  problem = $state.raw<Problem>();
  readonly #ask: (page: string | undefined) => Promise<P>;
  readonly #keyOf: (item: T) => unknown;
  #asked = 0;

  constructor(ask: (page: string | undefined) => Promise<P>, keyOf: (item: T) => unknown) {
    this.#ask = ask;
    this.#keyOf = keyOf;
    void this.restart();
  }

  /** Asks again from the first page, which replaces what is there only when it came. */
  async restart(): Promise<void> {
    await this.#load(undefined, (items) => items);
  }

  async more(): Promise<void> {
    if (this.nextPage === null || this.busy) return;
    // While somebody reads, a new item may push another one to the next page: show it once.
    await this.#load(this.nextPage, (items) => [...this.items, ...items.filter((item) => !this.has(item))]);
  }

  has(item: T): boolean {
    return this.items.some((known) => this.#keyOf(known) === this.#keyOf(item));
  }

  async #load(page: string | undefined, merge: (items: T[]) => T[]): Promise<void> {
    const mine = ++this.#asked;
    this.busy = true;
    this.problem = undefined;
    try {
      const answer = await this.#ask(page);
      // A slower, earlier question must not overwrite a later answer.
      if (mine !== this.#asked) return;
      this.items = merge(answer.items);
      this.nextPage = answer.nextPage;
      this.latest = answer;
    } catch (error) {
      if (mine === this.#asked) this.problem = asProblem(error);
    } finally {
      if (mine === this.#asked) this.busy = false;
    }
  }
}
