import type { Problem } from './problem.ts';
import { reasonWords } from './reason-words.ts';
import { loadShared, sharedWords } from './shared-words.ts';
import { t } from './words.ts';

/** Await this before the first problem is shown, so that its sentence is there. */
export const problemsReady = async (): Promise<void> => {
  await Promise.all([loadShared(), reasonWords.ready().catch(() => {})]);
};

/** What went wrong and what to do next, in the person's language. */
export function problemText(problem: Problem): string {
  const reason = problem.reason ?? problem.issues[0]?.reason ?? '';
  const minutes = Math.max(1, Math.ceil((problem.retryAfterSeconds ?? 60) / 60));
  if (problem.kind === 'tooManyAttempts') return sharedWords.count('tooManyAttempts', minutes);
  if (reasonWords.has(reason)) return reasonWords.t(reason);
  const key = [problem.kind].find(sharedWords.has);
  // Where even the sentences could not be loaded, the shell has one.
  return sharedWords.t((key ?? 'internal') as 'internal') || t(problem.kind === 'offline' ? 'missing.offline' : 'missing.ours');
}
