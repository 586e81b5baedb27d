import { homeOf, session } from '../../lib/session.svelte.ts';

/** Where the screens of whoever is signed in stand: a lead and an officer see the same request, each at the own address. */
export const home = (): string => homeOf(session.person);
