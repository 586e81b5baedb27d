import type { Youth } from '../../lib/api.ts';
import { get } from '../../lib/client.ts';
import type { Problem } from '../../lib/problem.ts';

/**
 * One youth; `null` while the data is kept and not used, which nobody of the staff reads then (GDPR Art. 18).
 * That is an answer and no failure: what was on the screen before makes way for it.
 */
export function youthOf(youth: string): Promise<Youth | null> {
  return get('/youths/{youth}', { path: { youth } }).catch((error: Problem) => {
    if (error.reason === 'dataRestricted') return null;
    throw error;
  });
}
