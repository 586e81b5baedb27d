import type { Exit, ExitState } from '../../lib/api.ts';
import type { Issues } from '../lib/submission.svelte.ts';

/** The steps of the end of a centre, in their order. */
export const STEPS = ['begun', 'agreed', 'exported', 'left'] as const;
const ORDER: readonly ExitState[] = ['stays', 'begun', 'agreed', 'exported', 'wiping', 'left'];

/** Whether the end came at least so far. */
export function isPast(state: ExitState, step: ExitState): boolean {
  return ORDER.indexOf(state) >= ORDER.indexOf(step);
}

/** How a step stands: behind, the next one, or later. */
export function standing({ state }: Exit, step: (typeof STEPS)[number]): 'done' | 'next' | 'later' {
  if (isPast(state, step)) return 'done';
  return STEPS.find((one) => !isPast(state, one)) === step ? 'next' : 'later';
}

/** Whether it can still be taken back. */
export const canStay = ({ state }: Exit): boolean => isPast(state, 'begun') && !isPast(state, 'wiping');

/** Forgives capitals and spaces of a copy. */
const bare = (typed: string): string => typed.replace(/\s/g, '').toLowerCase();

/** Typing the code of the centre is what keeps the wrong one from being ended at one go. */
export function issuesInCode(typed: string, centre: string): Issues {
  return bare(typed) === centre ? {} : { code: 'unknownValue' };
}

/** What the program said of an export; nothing where it is no such thing. */
export function exportIn(sha256: string, through: string): { body: { sha256: string; through: number }; issues: Issues } {
  const body = { sha256: bare(sha256), through: Number(bare(through)) };
  const issues: Issues = {};
  if (!/^[0-9a-f]{64}$/.test(body.sha256)) issues['sha256'] = 'unknownValue';
  if (!Number.isSafeInteger(body.through) || body.through < 1) issues['through'] = 'unknownValue';
  return { body, issues };
}
