import type { Reason } from '../../lib/api.ts';
import { tick } from 'svelte';
import { Problem } from '../../lib/problem.ts';
import { problemText } from '../../lib/problem-text.ts';
import { t, words } from '../words.ts';

/** The sentence at a field for a reason of the server, or null when the field is fine. */
export function issueText(reason: string | undefined): string | null {
  if (!reason) return null;
  // Reasons that only a form knows are ours; all others already have a sentence in the shell.
  const key = `issue.${reason}`;
  return words.has(key) ? t(key) : problemText(new Problem('invalid', 422, { reason: reason as Reason }));
}

/** The sentence near the button, when a command as a whole was not done. */
export function commandText(problem: Problem): string {
  if (problem.kind === 'offline') return t('save.network');
  return problem.reason ? issueText(problem.reason)! : problemText(problem);
}

/** Takes who filled in the form to the first field that needs a correction. */
export async function focusFirstIssue(form: HTMLElement): Promise<void> {
  await tick();
  form.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] input')?.focus();
}
