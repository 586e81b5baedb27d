import type { Page } from './api.ts';
import { asProblem, type Problem } from './problem.ts';

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
  /** The keys of what a command put on top, wherever the server would show it. */
  readonly #onTop = new Set<unknown>();
  #pages = 0;
  #asked = 0;
  #refreshed = 0;
  #loading = Promise.resolve();

  constructor(ask: (page: string | undefined) => Promise<P>, keyOf: (item: T) => unknown) {
    this.#ask = ask;
    this.#keyOf = keyOf;
    void this.restart();
  }

  /** Asks again from the first page, which replaces what is there only when it came. */
  restart(): Promise<void> {
    return (this.#loading = this.#load(undefined));
  }

  async more(): Promise<void> {
    if (!this.nextPage || this.busy) return;
    await (this.#loading = this.#load(this.nextPage));
  }

  /** What a command just gave back goes on top, where the person looks, and stays there. */
  add(item: T): void {
    if (this.items.some((known) => this.#keyOf(known) === this.#keyOf(item))) return;
    this.#onTop.add(this.#keyOf(item));
    this.items = [item, ...this.items];
  }

  /**
   * Asks again for the pages that are there, without disturbing who reads them: nothing moves, what
   * is new comes in between. What is there also stays when this fails: the next change asks again.
   */
  async refresh(): Promise<void> {
    const mine = ++this.#refreshed;
    await this.#loading;
    if (this.nextPage === undefined) return this.restart();
    const { items } = this;
    const asked = this.#asked;
    const found: T[] = [];
    let answer: P;
    try {
      answer = await this.#ask(undefined);
      found.push(...answer.items);
      for (let page = 1; page < this.#pages && answer.nextPage !== null; page += 1) {
        answer = await this.#ask(answer.nextPage);
        found.push(...answer.items);
      }
    } catch {
      return;
    }
    if (mine !== this.#refreshed) return;
    // Meanwhile the person asked for more or changed something: this is older than what is there.
    if (asked !== this.#asked || items !== this.items) return this.refresh();
    this.problem = undefined;
    this.items = this.#merged(found, answer.nextPage === null);
    this.#take(answer);
  }

  async #load(page: string | undefined): Promise<void> {
    const mine = ++this.#asked;
    this.busy = true;
    this.problem = undefined;
    try {
      const answer = await this.#ask(page);
      // A slower, earlier question must not overwrite a later answer.
      if (mine !== this.#asked) return;
      if (page === undefined) {
        this.items = [];
        this.#pages = 0;
        this.#onTop.clear();
      }
      // While somebody reads, a new item may push another one to the next page: show it once.
      const next = answer.items.filter((item) => !this.#onTop.has(this.#keyOf(item)));
      const keys = new Set(next.map(this.#keyOf));
      this.items = [...this.items.filter((item) => !keys.has(this.#keyOf(item))), ...next];
      this.#pages += 1;
      this.#take(answer);
    } catch (error) {
      if (mine === this.#asked) this.problem = asProblem(error);
    } finally {
      if (mine === this.#asked) this.busy = false;
    }
  }

  #take(answer: P): void {
    this.nextPage = answer.nextPage;
    this.latest = answer;
  }

  /** What is there, in its newest form and without what is gone, and the new after what it follows. */
  #merged(found: T[], whole: boolean): T[] {
    const newest = new Map(found.map((item) => [this.#keyOf(item), item]));
    const keys = this.items.map(this.#keyOf);
    const last = keys.map((key) => newest.has(key)).lastIndexOf(true);
    // Nothing in common: a gap that nobody would see is worse than a list that starts anew.
    if (last < 0) {
      this.#onTop.clear();
      return [...newest.values()];
    }
    // New items push old ones to a page that was not asked; only then the end of the list stays as it was.
    const pushed = !whole && keys.includes([...newest.keys()].at(-1));
    const kept = keys.filter((key, at) => newest.has(key) || this.#onTop.has(key) || (pushed && at > last));
    let at = 0;
    for (const key of newest.keys()) {
      const place = kept.indexOf(key);
      if (place < 0) kept.splice(at++, 0, key);
      else at = Math.max(at, place + 1);
    }
    const former = new Map(this.items.map((item) => [this.#keyOf(item), item]));
    return kept.map((key) => newest.get(key) ?? former.get(key)!);
  }
}
