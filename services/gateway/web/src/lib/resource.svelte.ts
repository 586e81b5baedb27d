import { asProblem, type Problem } from './problem.ts';

/** One thing that a screen asks from the server: waiting, there, or a problem with a way to try again. */
export interface Resource<T> {
  readonly value: T | undefined;
  readonly problem: Problem | undefined;
  /** Asks again; the former value stays on the screen meanwhile. */
  reload(): Promise<void>;
  /** Puts a value that a command just gave back. */
  put(value: T): void;
}

export function resource<T>(ask: () => Promise<T>): Resource<T> {
  let value = $state.raw<T>();
  let problem = $state.raw<Problem>();
  let asked = 0;
  async function reload(): Promise<void> {
    const mine = ++asked;
    problem = undefined;
    try {
      const answer = await ask();
      // A slower, earlier question must not overwrite a later answer.
      if (mine === asked) value = answer;
    } catch (error) {
      if (mine === asked) problem = asProblem(error);
    }
  }
  void reload();
  return {
    get value() {
      return value;
    },
    get problem() {
      return problem;
    },
    reload,
    put(given) {
      asked += 1;
      value = given;
    },
  };
}
