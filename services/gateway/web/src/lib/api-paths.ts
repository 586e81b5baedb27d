import type {
  Answer,
  Coaches,
  Exercise,
  Items,
  Overview,
  Page,
  Run,
  Session,
  TimelineEntry,
} from './api.ts';
import type { StaffPaths } from './api-paths-staff.ts';

type Json<T> = { content: { 'application/json': T } };
type Params<P, Q> = { parameters: { path: P; query?: Q } };
type None = Record<never, never>;

/** A question: GET. */
export type Read<T, P = None, Q = None> = { get: Params<P, Q> & { responses: { 200: Json<T> } } };
/** A command; `B = undefined` is one without a body, `T = undefined` answers 204. */
export type Command<M extends string, B, T = undefined, P = None> = Record<
  M,
  Params<P, None> & (B extends undefined ? unknown : { requestBody: Json<B> }) & {
      responses: T extends undefined ? { 204: { content?: never } } : { 200: Json<T> };
    }
>;

/** Everything the gateway serves under /api/v1. */
export type paths = EveryonePaths & YouthPaths & StaffPaths;

interface EveryonePaths {
  '/session': Read<Session> & Command<'post', { code: string }, Session> & Command<'delete', undefined>;
}

interface YouthPaths {
  '/me/avatar': Command<'put', { avatar: string }>;
  '/exercises': Read<Items<Exercise>>;
  '/me/runs': Read<Items<Run>> & Command<'post', { id: string; exercise: string }, Run>;
  '/me/runs/{run}/answers/{step}': Command<
    'put',
    { options: Answer['options']; own?: string },
    Run,
    { run: string; step: string }
  >;
  '/me/runs/{run}/completion': Command<'post', { seconds: number }, Run, { run: string }>;
  '/me/overview': Read<Overview>;
  '/me/coaches': Read<Coaches>;
  '/me/coach': Command<'put', { coach: string }>;
  '/me/timeline': Read<Page<TimelineEntry>, None, { page?: string }>;
}
