import type { DestroyKeys, ErasureReason } from '../../lib/api.ts';
import type { Issues } from '../lib/submission.svelte.ts';

/** That a term is over a centre says, and no operator. */
type Reason = Exclude<ErasureReason, 'termEnded'>;

/**
 * Whose keys are destroyed and why, as it is filled in.
 *
 * An operator knows no names: a person is the number that the lead read out or sent. Typing its end
 * once more is what keeps the wrong one from being pasted and destroyed at one go.
 */
export interface ErasureDraft {
  person: string;
  reason: Reason | undefined;
  confirmation: string;
}

export const ERASURE_REASONS: readonly Reason[] = ['personAsked', 'noLongerNeeded', 'registeredByMistake'];
const NUMBER = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const CONFIRMED_CHARS = 4;

/** Forgives capitals and what came along with a copy. */
export function numberIn(typed: string): string {
  return typed.replace(/\s/g, '').toLowerCase();
}

export function issuesIn({ person, reason }: ErasureDraft): Issues {
  const issues: Issues = {};
  if (!person.trim()) issues['person'] = 'required';
  else if (!NUMBER.test(numberIn(person))) issues['person'] = 'personNumber';
  if (!reason) issues['reason'] = 'choose';
  return issues;
}

/** What the second step has to tell, when somebody is sure. */
export function issuesInConfirmation({ person, confirmation }: ErasureDraft): Issues {
  const end = numberIn(person).slice(-CONFIRMED_CHARS);
  return numberIn(confirmation) === end ? {} : { confirmation: 'confirmation' };
}

/** Only for a draft without issues. The person belongs to what is sent: somebody else is another command. */
export function commandOf({ person, reason }: ErasureDraft, centre: string): DestroyKeys & { person: string } {
  return { person: numberIn(person), centre, reason: reason! };
}
