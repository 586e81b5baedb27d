import type { paths } from './api-types.d.ts';
import type { Lang } from './api.ts';
import type { Command } from './outbox/command.ts';
import { Problem, problemOf } from './problem.ts';
import { uuidV7 } from './uuid.ts';

/**
 * The one way to the gateway.
 *
 * Invariant: a command has one Idempotency-Key for its whole life. It is sent
 * again after a network error or a 503, and the server gives the first answer
 * again, so a retry never does anything twice. What one person asked or sent is never
 * answered or done as another: each request carries the token of its session.
 */
const BASE = '/api/v1';
const ATTEMPTS_MAX = 4;
const BACKOFF_FIRST_MS = 400;
const BACKOFF_MAX_MS = 5_000;
const REQUEST_TIMEOUT_MS = 15_000;

export type Method = 'get' | 'post' | 'put' | 'delete';
export type PathsWith<M extends Method> = {
  [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths];
export type Operation<P extends keyof paths, M extends Method> = paths[P][M & keyof paths[P]];
type JsonIn<T> = T extends { content: { 'application/json': infer B } } ? B : never;
export type BodyOf<O> = O extends { requestBody: infer B } ? JsonIn<B> : undefined;
export type AnswerOf<O> = O extends { responses: infer R }
  ? R extends { 200: infer A } | { 201: infer A }
    ? JsonIn<A> | (R extends { 204: unknown } ? undefined : never)
    : void
  : never;
export type PathOf<O> = O extends { parameters: { path: infer P } } ? P : Record<never, never>;
type QueryOf<O> = O extends { parameters: { query?: infer Q } } ? Q : Record<never, never>;
export type With<N extends string, T> = keyof T extends never ? { [K in N]?: never } : { [K in N]: T };

export type Asked<P extends PathsWith<'get'>> = AnswerOf<Operation<P, 'get'>>;

type Parts = { path?: Record<string, unknown>; query?: Record<string, unknown> } | undefined;

interface Common {
  signal?: AbortSignal;
  /** For who has a way of their own to ask again. */
  attemptsMax?: number;
}
interface CommandOptions extends Common {
  /** Give the key yourself when the same command may be sent again later, from a queue. */
  key?: string;
  /** Refuse with `stale` when the revision on the server is another one. */
  revision?: number;
}

let position = 0;

/** Where the client and the rest of the app meet. What it needs is set once, at the start. */
export const link = {
  csrfToken: '',
  /** The id of the person on the screen, empty when there is nobody. */
  person: '',
  lang: 'nl' as Lang,
  /** Called when a session ended while somebody was working. */
  onSessionEnd: () => {},
  /** Called when the cookie is no longer that of the session on the screen. Gives whether the person is the same. */
  onOtherSession: async () => false,
  /** From here on every answer contains the log up to at least this position. */
  raisePosition(to: number) {
    if (to > position) position = to;
  },
  wait: (ms: number) => new Promise<void>((done) => setTimeout(done, ms)),
};

export function get<P extends PathsWith<'get'>>(
  path: P,
  options?: Common & With<'path', PathOf<Operation<P, 'get'>>> & { query?: QueryOf<Operation<P, 'get'>> },
): Promise<Asked<P>> {
  return request('GET', address(path, options as Parts), {}, undefined, options);
}

export function send<M extends 'post' | 'put' | 'delete', P extends PathsWith<M>>(
  method: M,
  path: P,
  options?: CommandOptions &
    With<'path', PathOf<Operation<P, M>>> & { body?: BodyOf<Operation<P, M>> },
): Promise<AnswerOf<Operation<P, M>>> {
  const headers: Record<string, string> = { 'Idempotency-Key': options?.key ?? uuidV7() };
  if (options?.revision !== undefined) headers['If-Match'] = `"${options.revision}"`;
  return request(method.toUpperCase(), address(path, options as Parts), headers, options?.body, options);
}

/** A command that waited. */
export function sendCommand({ key, method, path, parts, body }: Command): Promise<unknown> {
  return request(method.toUpperCase(), address(path, { path: parts }), { 'Idempotency-Key': key }, body);
}

/** A new person at this device starts without what the former one saw. */
export function forgetPosition(): void {
  position = 0;
}

function address(path: string, { path: parts, query }: Parts = {}): string {
  const filled = path.replace(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(String(parts?.[name])),
  );
  const given = Object.entries(query ?? {}).filter(([, value]) => value !== undefined && value !== '');
  const search = new URLSearchParams(given.map(([name, value]) => [name, String(value)])).toString();
  return BASE + filled + (search && `?${search}`);
}

async function request<T>(
  method: string,
  url: string,
  headers: Record<string, string>,
  body: unknown,
  { signal, attemptsMax = ATTEMPTS_MAX }: Common = {},
): Promise<T> {
  headers['Accept-Language'] = link.lang;
  if (position) headers['Stc-At-Least'] = String(position);
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  const { person } = link;
  let renewed = false;
  for (let attempt = 1; ; attempt += 1) {
    // Who asked has left; whoever is here now did not ask for this.
    if (link.person !== person) throw new Problem('unauthenticated', 0);
    if (link.csrfToken) headers['X-CSRF-Token'] = link.csrfToken;
    try {
      const answer = await once<T>(method, url, headers, body, signal);
      if (link.person === person) return answer;
    } catch (error) {
      const problem = error as Problem;
      if (problem.reason === 'positionUnknown' && headers['Stc-At-Least']) {
        // The log was restored from a backup: what this tab saw of it is no more.
        forgetPosition();
        delete headers['Stc-At-Least'];
        continue;
      }
      if (problem.reason === 'csrf' && !renewed) {
        renewed = await link.onOtherSession();
        if (renewed) continue;
        throw new Problem('unauthenticated', 0);
      }
      const worthAnotherTry = problem.kind === 'offline' || problem.kind === 'unavailable';
      if (!worthAnotherTry || attempt >= attemptsMax || signal?.aborted) throw problem;
      const asked = (problem.retryAfterSeconds ?? 0) * 1000;
      await link.wait(Math.min(BACKOFF_MAX_MS, Math.max(asked, BACKOFF_FIRST_MS * 2 ** (attempt - 1))));
    }
  }
}

async function once<T>(
  method: string,
  url: string,
  headers: Record<string, string>,
  body: unknown,
  signal?: AbortSignal,
): Promise<T> {
  const ended = new AbortController();
  const timer = setTimeout(() => ended.abort(), REQUEST_TIMEOUT_MS);
  signal?.addEventListener('abort', () => ended.abort());
  let response: Response;
  try {
    response = await fetch(url, {
      method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      signal: ended.signal,
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  } catch {
    throw new Problem('offline', 0);
  } finally {
    clearTimeout(timer);
  }
  link.raisePosition(Number(response.headers.get('Stc-Position')));
  // A question has an answer; a command may have nothing to tell.
  const read = (text: string) => (text || response.status === 200 ? JSON.parse(text) : undefined);
  if (response.ok) return (await response.text().then(read).catch(notOurs)) as T;
  const problem = await problemOf(response);
  // Signing in with a wrong card is also a 401, and no session ended then.
  if (problem.kind === 'unauthenticated' && !url.endsWith('/session')) link.onSessionEnd();
  throw problem;
}

/** What stands between us and the gateway answered in its place. */
function notOurs(): never {
  throw new Problem('unavailable', 0);
}
