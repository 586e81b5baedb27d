import type { Closing, EmploymentForm, ExitKind } from '../../lib/api.ts';
import { CloseTrajectory } from '../../lib/limits.ts';
import { dayIssue } from '../lib/dates.ts';
import type { Issues } from '../lib/submission.svelte.ts';

/**
 * How a trajectory ended, as it is filled in.
 *
 * Only a job has a form and hours. The form is what the table of exits counts; hours are often not
 * known, and a guess is worse than none.
 */
export interface ExitDraft {
  kind: ExitKind | undefined;
  form: EmploymentForm | undefined;
  /** Text, as typed: a wrong number must stay visible. */
  hours: string;
  occurredOn: string;
}

/** What the form can already tell before asking the server, which checks everything again. */
export function issuesIn(draft: ExitDraft, since: string): Issues {
  const issues: Issues = {};
  if (!draft.kind) issues['kind'] = 'choose';
  if (draft.kind === 'job') {
    const { min, max } = CloseTrajectory.hoursPercent;
    const hours = hoursOf(draft);
    if (!draft.form) issues['form'] = 'choose';
    if (hours !== undefined && !(Number.isInteger(hours) && hours >= min && hours <= max)) {
      issues['hoursPercent'] = 'hoursOutOfRange';
    }
  }
  const day = dayIssue(draft.occurredOn, since);
  if (day) issues['occurredOn'] = day;
  return issues;
}

/** Only for a draft without issues. What was filled in for a job does not go with another end. */
export function bodyOf(draft: ExitDraft): Closing {
  const { kind, form, occurredOn } = draft;
  const hoursPercent = hoursOf(draft);
  return {
    occurredOn,
    kind: kind!,
    ...(kind === 'job' && { form: form!, ...(hoursPercent !== undefined && { hoursPercent }) }),
  };
}

function hoursOf({ hours }: ExitDraft): number | undefined {
  const typed = hours.replace('%', '').trim();
  return typed === '' ? undefined : Number(typed);
}
