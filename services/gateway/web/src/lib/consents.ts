import type { AnswerConsent, Consent, ConsentText, Consents, Domain } from './api.ts';
import { get, send } from './client.ts';

/** What a youth shares with the coach of now, each thing by itself (GDPR Art. 7): the youth says it, or a lead writes down what was said on paper. */

/** The version of the words on the screens and on paper: a change of what they say is a new one in the contract. */
const SHOWN: ConsentText = 'november2026';
export type Thing = Pick<Consent, 'consent' | 'domain'>;
export type Said = 'yes' | 'no';

export const consentsOf = (youth: string, page?: string, ask: typeof get = get): Promise<Consents> =>
  ask('/youths/{youth}/consents', { path: { youth }, query: page ? { page } : {} });

/** What holds now; undefined: nobody said anything to the coach of now, so it is not shared. */
export function saidOf({ state }: Pick<Consent, 'state'>): Said | undefined {
  if (state === null || state === 'ended') return undefined;
  return state === 'given' ? 'yes' : 'no';
}

export const isDomain = <T extends Thing>(thing: T): thing is T & { domain: Domain } => thing.domain !== null;
export const keyOf = ({ consent, domain }: Thing): string => domain ?? consent;
/** What there is to share: with whom nothing was done before there is no time before. */
export const thingsOf = ({ consents, hasTimeBefore }: Consents): Consent[] => consents.filter((thing) => isDomain(thing) || hasTimeBefore);

/** Says yes or no. Both are the same to do, and a no takes back. */
export function say(youth: string, { consent, domain }: Thing, said: Said, coach: string | null): Promise<unknown> {
  const body: AnswerConsent = { agreed: said === 'yes', text: SHOWN, ...(domain && { domain }), ...(coach && { coach }) };
  return send('put', '/youths/{youth}/consents/{consent}', { path: { youth, consent }, body });
}
