import type { DataRequest } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { t } from './my-words.ts';

/** What became of a request, in plain words: sentence by sentence. */
export function toldOf(request: DataRequest, today: string): string[] {
  const { state, receivedOn, dueOn, extended, overOn } = request;
  if (state !== 'open') return [t(`asked.${state}`, { date: formatDate(overOn ?? receivedOn) }), ...sinceThen(request)];
  const asked = t(dueOn < today ? 'asked.late' : 'asked.open', { day: formatDate(receivedOn), date: formatDate(dueOn) });
  return extended ? [asked, t(`asked.longer.${extended}`)] : [asked];
}

/** Why not, or what holds since it was done. */
function sinceThen({ right, state, ground, inForce, lifted, liftedOn }: DataRequest): string[] {
  if (ground) return [t(`ground.${ground}`)];
  if (inForce) return [t('asked.restricted')];
  if (lifted && liftedOn) return [t('asked.lifted', { date: formatDate(liftedOn) }), t(`lifted.${lifted}`)];
  return right === 'objection' && state === 'granted' ? [t('asked.uncounted')] : [];
}

/** Whoever is told no, or nothing in time, can complain, and is told where (GDPR Art. 12(4)). */
export function canComplain({ state, dueOn }: DataRequest, today: string): boolean {
  return state === 'refused' || (state === 'open' && dueOn < today);
}
