import { asProblem, type Problem } from '../../lib/problem.ts';
import { tab } from '../../lib/storage.ts';
import { uuidV7 } from '../../lib/uuid.ts';

/** Business rules that point at one field, so that the sentence can stand at that field. */
export const FIELD_OF_REASON: Record<string, string> = {
  inTheFuture: 'occurredOn',
  beforeRegistration: 'occurredOn',
  minutesOutOfRange: 'minutes',
  noteTooLong: 'note',
  nameBlank: 'name',
  nameTooLong: 'name',
  centreExists: 'id',
};

export type Issues = Record<string, string>;

/** Where a complaint of the server belongs in this form, when its own name does not tell. */
interface Places {
  reasons?: Record<string, string>;
  names?: Record<string, string>;
  /** The reason of a refusal that says: what has this id is there already. */
  exists?: string;
  /** Under which name this tab knows what was sent: then a load of the page makes no other command of it. */
  form?: string;
}
interface Sent {
  key: string;
  content: string;
}

/**
 * One form on its way to the server: busy, refused, or with issues at its fields.
 *
 * Invariant: the same content is always sent under the same idempotency key, until the server
 * answered, also over a load of the page for a form with a name. Pressing the button again after a lost connection therefore never saves twice, and
 * content that changed in between is a new command.
 *
 * Such a new command still speaks of the same thing. When an earlier try arrived and only its answer
 * was lost, it is refused: then `arrived` is true, and the form goes on under a new id.
 */
export class Submission<B, A> {
  busy = $state(false);
  problem = $state.raw<Problem>();
  issues = $state.raw<Issues>({});
  arrived = $state(false);
  readonly #send: (body: B, key: string) => Promise<A>;
  readonly #places: Places;
  #key = uuidV7();
  #content = '';

  constructor(send: (body: B, key: string) => Promise<A>, places: Places = {}) {
    this.#send = send;
    this.#places = places;
    const sent = places.form && tab.read(keyOf(places.form), isSent);
    if (sent) [this.#key, this.#content] = [sent.key, sent.content];
  }

  /** Gives the answer, or undefined when `issues` or `problem` say what is in the way. */
  async submit(body: B, found: Issues = {}): Promise<{ answer: A } | undefined> {
    if (this.busy) return undefined;
    this.problem = undefined;
    this.arrived = false;
    this.issues = found;
    if (Object.keys(found).length > 0) return undefined;
    const content = JSON.stringify(body);
    if (content !== this.#content) this.#key = uuidV7();
    this.#content = content;
    this.busy = true;
    const { form } = this.#places;
    if (form) tab.put(keyOf(form), JSON.stringify({ key: this.#key, content }));
    try {
      const answer = await this.#send(body, this.#key);
      this.#content = '';
      if (form) tab.drop(keyOf(form));
      return { answer };
    } catch (error) {
      this.#refused(asProblem(error));
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  /** What was in the way is taken care of elsewhere; the next content is a new command. */
  forget(): void {
    this.#content = '';
    this.problem = undefined;
    this.issues = {};
  }

  /** A field that somebody corrects no longer shows the former complaint. */
  settle(field: string): void {
    if (!(field in this.issues)) return;
    const { [field]: _, ...rest } = this.issues;
    this.issues = rest;
  }

  #refused(problem: Problem): void {
    this.arrived = problem.reason !== null && problem.reason === this.#places.exists;
    if (this.arrived) return;
    const issues: Issues = {};
    for (const issue of problem.issues) {
      // A header is nothing a person filled in: that stays a problem of the whole form.
      if (issue.in === 'body') issues[this.#fieldOf(issue.name)] = issue.reason;
    }
    const field = problem.reason && (this.#places.reasons?.[problem.reason] ?? FIELD_OF_REASON[problem.reason]);
    if (problem.reason && field) issues[field] ??= problem.reason;
    this.issues = issues;
    if (Object.keys(issues).length === 0) this.problem = problem;
  }

  /** `intake.barriers[1]` is the field `barriers` on the screen. */
  #fieldOf(name: string): string {
    const last = name.replace(/\[\d+\]/g, '').split('.').at(-1);
    return this.#places.names?.[name] ?? last ?? name;
  }
}

const keyOf = (form: string) => `stc.sent.${form}`;

function isSent(value: unknown): value is Sent {
  const { key, content } = (value ?? {}) as Sent;
  return typeof key === 'string' && typeof content === 'string';
}
