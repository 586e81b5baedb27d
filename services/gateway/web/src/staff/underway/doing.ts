import type { Youth } from '../../lib/api.ts';
import { announce } from '../../lib/announce.svelte.ts';
import { typed, typedNoMore } from '../../lib/typed.svelte.ts';
import { uuidV7 } from '../../lib/uuid.ts';
import { issueText } from '../lib/issues.ts';
import { Submission, type Issues } from '../lib/submission.svelte.ts';
import { t } from './form-words.ts';

/** What every form about a youth gets: `ondone` leads back to the page of the youth, where what was saved stands. */
export interface FormParams {
  youth: Youth;
  ondone: () => void;
}

/**
 * One form about a youth, made with its screen: what is typed, which outlives a load of the page, and its way to
 * the server.
 *
 * Invariant: an id that arrived is not used for anything else.
 */
export class Doing<D extends Record<string, unknown> & { id: string }, B> {
  readonly draft: D;
  readonly submission: Submission<B, unknown>;
  readonly #form: string;
  readonly #youth: Youth;

  constructor(name: string, youth: Youth, empty: Omit<D, 'id'>, send: (body: B, key: string) => Promise<unknown>, reasons: Record<string, string> = {}) {
    this.#youth = youth;
    this.#form = `${name}.${youth.id}`;
    this.draft = typed(this.#form, { ...empty, id: uuidV7() } as D);
    this.submission = new Submission(send, { exists: 'writtenDownAlready', form: this.#form, reasons });
  }

  issue = (field: string): string | null => issueText(this.submission.issues[field]);
  settle = (field: string) => (): void => this.submission.settle(field);

  /** Whether it is saved; otherwise the form says what is in the way. */
  async save(body: B, issues: Issues): Promise<boolean> {
    const done = await this.submission.submit(body, issues);
    if (this.submission.arrived) this.draft.id = uuidV7();
    if (!done) return false;
    typedNoMore(this.#form);
    announce(t('form.saved', { name: this.#youth.name }));
    return true;
  }
}
