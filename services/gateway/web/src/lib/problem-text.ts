import { dictionary } from './i18n.svelte.ts';
import type { Problem } from './problem.ts';

/** What went wrong and what to do next, in the person's language. Loaded after the first screen. */
const sentences = dictionary({
  nl: () => import('../i18n/problems.nl.ts'),
  fi: () => import('../i18n/problems.fi.ts'),
  en: () => import('../i18n/problems.en.ts'),
});

export const problemsReady = sentences.ready;

export function problemText(problem: Problem): string {
  const reason = problem.reason ?? problem.issues[0]?.reason ?? '';
  const minutes = Math.max(1, Math.ceil((problem.retryAfterSeconds ?? 60) / 60));
  const key = [reason, problem.kind, 'internal'].find(sentences.has);
  return sentences.has(key ?? '') ? sentences.t(key as never, { minutes }) : '';
}
