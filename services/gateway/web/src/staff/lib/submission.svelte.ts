import { asProblem, type Problem } from '../../lib/problem.ts';
import { uuidV7 } from '../../lib/uuid.ts';

/** Business rules that point at one field, so that the sentence can stand at that field. */
const FIELD_OF_REASON: Record<string, string> = {
  inTheFuture: 'occurredOn',
  beforeRegistration: 'occurredOn',
  minutesOutOfRange: 'minutes',
  noteTooLong: 'note',
  nameBlank: 'name',
  nameTooLong: 'name',
  centreExists: 'id',
};

export type Issues = Record<string, string>;

/**
 * One form on its way to the server: busy, refused, or with issues at its fields.
 *
 * Invariant: the same content is always sent under the same idempotency key, until the server
 * answered. Pressing the button again after a lost connection therefore never saves twice, and
 * content that changed in between is a new command.
 */
export class Submission<B, A> {
  busy = $state(false);
  problem = $state.raw<Problem>();
  issues = $state.raw<Issues>({});
  readonly #send: (body: B, key: string) => Promise<A>;
  readonly #fieldOfReason: Record<string, string>;
  #key = uuidV7();
  #content = '';

  constructor(send: (body: B, key: string) => Promise<A>, fieldOfReason: Record<string, string> = {}) {
    this.#send = send;
    this.#fieldOfReason = { ...FIELD_OF_REASON, ...fieldOfReason };
  }

  /** Gives the answer, or undefined when `issues` or `problem` say what is in the way. */
  async submit(body: B, found: Issues = {}): Promise<{ answer: A } | undefined> {
    if (this.busy) return undefined;
    this.problem = undefined;
    this.issues = found;
    if (Object.keys(found).length > 0) return undefined;
    const content = JSON.stringify(body);
    if (content !== this.#content) this.#key = uuidV7();
    this.#content = content;
    this.busy = true;
    try {
      const answer = await this.#send(body, this.#key);
      this.#content = '';
      return { answer };
    } catch (error) {
      this.#refused(asProblem(error));
      return undefined;
    } finally {
      this.busy = false;
    }
  }

  /** A field that somebody corrects no longer shows the former complaint. */
  settle(field: string): void {
    if (!(field in this.issues)) return;
    const { [field]: _, ...rest } = this.issues;
    this.issues = rest;
  }

  #refused(problem: Problem): void {
    const issues: Issues = {};
    for (const issue of problem.issues) {
      // `intake.birthDate` and `birthDate` are the same field on the screen.
      issues[issue.name.split('.').at(-1) ?? issue.name] = issue.reason;
    }
    const field = problem.reason ? this.#fieldOfReason[problem.reason] : undefined;
    if (problem.reason && field) issues[field] ??= problem.reason;
    this.issues = issues;
    if (Object.keys(issues).length === 0) this.problem = problem;
  }
}
