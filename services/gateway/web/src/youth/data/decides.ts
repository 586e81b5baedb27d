import type { Authority, ControllerDetails } from '../../lib/api.ts';
import { AUTHORITIES } from '../../lib/authorities.ts';

/** What a youth is told of who decides about the own data, thing by thing (GDPR Art. 13(1)(a), (b); 26(2)). */
export type Told = 'who' | 'contact' | 'together' | 'officer' | 'officerContact';

export function decidesOf({ legalName, contact, others, officer, officerContact }: ControllerDetails): [what: Told, said: string[]][] {
  const all: [Told, string[]][] = [['who', [legalName]], ['contact', [contact]], ['together', others], ['officer', [officer]], ['officerContact', [officerContact]]];
  return all.filter(([, said]) => said.length > 0);
}

/** Whether it is an address that a mail can be written to, and nothing else. */
export function isMail(text: string): boolean {
  return /^[^\s@?]+@[^\s@?]+$/.test(text);
}

/** That of a youth, or all as long as it is not known. */
export function authoritiesOf(authority: Authority | undefined): Authority[] {
  return authority ? [authority] : (Object.keys(AUTHORITIES) as Authority[]);
}
