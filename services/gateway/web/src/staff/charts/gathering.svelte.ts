import { asProblem, type Problem } from '../../lib/problem.ts';

/**
 * Many questions, a few at a time. What came stays when one fails; asked again, only the others are.
 *
 * Invariant: nothing is shown as the whole before all of it is there.
 */
export interface Gathering<T> {
  /** All answers, in the order of the questions. */
  readonly value: T[] | undefined;
  readonly problem: Problem | undefined;
  /** How many answers there are. */
  readonly came: number;
  /** Asks for what is missing. */
  reload(): Promise<void>;
  /** Nobody waits any more. */
  stop(): void;
}

export function gathering<Q, T>(questions: Q[], ask: (question: Q, signal: AbortSignal) => Promise<T>, atOnceMax: number): Gathering<T> {
  const answers = new Map<number, T>();
  const stopped = new AbortController();
  let came = $state(0);
  let problem = $state.raw<Problem>();
  let going: Promise<void> | undefined;

  async function work(open: number[]): Promise<void> {
    for (let i = open.shift(); i !== undefined && !problem && !stopped.signal.aborted; i = open.shift()) {
      try {
        answers.set(i, await ask(questions[i]!, stopped.signal));
        came = answers.size;
      } catch (error) {
        if (!stopped.signal.aborted) problem ??= asProblem(error);
      }
    }
  }
  async function go(): Promise<void> {
    problem = undefined;
    const open = [...questions.keys()].filter((i) => !answers.has(i));
    await Promise.all(Array.from({ length: atOnceMax }, () => work(open)));
  }
  const reload = () => (going ??= go().finally(() => (going = undefined)));
  void reload();
  return {
    get value() {
      return came === questions.length ? questions.map((_, i) => answers.get(i)!) : undefined;
    },
    get problem() {
      return problem;
    },
    get came() {
      return came;
    },
    reload,
    stop: () => stopped.abort(),
  };
}
