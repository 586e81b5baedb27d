import type { ProblemBody, ProblemIssue, Reason } from './api.ts';

/** `offline` is ours: the server was not reached at all. */
export type ProblemKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'notFound'
  | 'stale'
  | 'refused'
  | 'invalid'
  | 'tooLarge'
  | 'tooManyAttempts'
  | 'unavailable'
  | 'internal'
  | 'offline';

const TYPE_PREFIX = 'urn:problem-type:stc:';
/** Answers that may come from something between us and the gateway, and then have no problem body. */
const KINDS_BY_STATUS: Record<number, ProblemKind> = {
  401: 'unauthenticated',
  429: 'tooManyAttempts',
};
/** From here on it is what stands between us and the gateway that speaks: 502, 503, 504, 511 and what proxies invented. */
const BETWEEN_STATUS_MIN = 502;

/** Why a request was not done. Screens show `problemText(problem)`, never `detail`. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly status: number;
  readonly reason: Reason | null;
  readonly issues: ProblemIssue[];
  readonly retryAfterSeconds: number | null;

  constructor(kind: ProblemKind, status: number, body: Partial<ProblemBody> = {}, retryAfterSeconds: number | null = null) {
    super(body.title ?? kind);
    this.name = 'Problem';
    this.kind = kind;
    this.status = status;
    this.reason = body.reason ?? null;
    this.issues = body.issues ?? [];
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => ({}))) as Partial<ProblemBody>;
  const named = body.type?.startsWith(TYPE_PREFIX) ? body.type.slice(TYPE_PREFIX.length) : null;
  const between = response.status >= BETWEEN_STATUS_MIN ? 'unavailable' : 'internal';
  const kind = (named as ProblemKind | null) ?? KINDS_BY_STATUS[response.status] ?? between;
  return new Problem(kind, response.status, body, secondsIn(response.headers.get('Retry-After')));
}

/** Anything caught around a request, as a Problem. */
export function asProblem(error: unknown): Problem {
  return error instanceof Problem ? error : new Problem('internal', 0);
}

function secondsIn(header: string | null): number | null {
  const seconds = Number(header);
  return header && Number.isFinite(seconds) ? seconds : null;
}
