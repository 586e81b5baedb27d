import { uuidV7 } from '../uuid.ts';
import type { AnswerOf, BodyOf, Method, Operation, PathOf, PathsWith, With } from '../client.ts';

/** A command that waits to be sent, as plain data. It has one key for its whole life. */
export interface Command {
  key: string;
  method: Exclude<Method, 'get'>;
  path: string;
  /** The ids in the path. */
  parts: Record<string, string>;
  body: unknown;
  /** Commands about one thing are sent in the order in which they were given. */
  thing: string;
  /** One that waits makes room for a later one of the same slot. */
  slot: string | null;
  /** Nothing else about the thing makes sense without it. */
  begins: boolean;
  /** What a screen says about it while it waits: a code or an id, never a text. */
  note: string;
  /** One that is refused stays until somebody looked at it: what was written took time. */
  stays: boolean;
}
/** A command whose answer is of this type. */
export interface Answered<A> extends Command {
  readonly answer?: A;
}

type About<B> = { thing: string; slot?: string; begins?: boolean; note?: string; stays?: boolean; key?: string } & ([B] extends [undefined] ? { body?: undefined } : { body: B });

/** A command to an operation, for the thing that it changes. */
export function command<M extends Exclude<Method, 'get'>, P extends PathsWith<M>>(
  method: M,
  path: P,
  { thing, slot, begins, note, stays, key, body, path: parts }: About<BodyOf<Operation<P, M>>> & With<'path', PathOf<Operation<P, M>>>,
): Answered<AnswerOf<Operation<P, M>>> {
  return {
    ...{ key: key ?? uuidV7(), method, path: path as string, parts: (parts ?? {}) as Record<string, string>, body },
    ...{ thing, slot: slot ?? null, begins: begins ?? false, note: note ?? '', stays: stays ?? false },
  };
}
