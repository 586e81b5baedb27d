import type { Authority } from './api.ts';

/** Whoever watches over data, and takes complaints (GDPR Art. 77). */
export const AUTHORITIES: Record<Authority, string> = {
  belgian: 'https://www.gegevensbeschermingsautoriteit.be',
  finnish: 'https://tietosuoja.fi',
};

/** How its site is called. */
export function siteOf(authority: Authority): string {
  return new URL(AUTHORITIES[authority]).host.replace('www.', '');
}
