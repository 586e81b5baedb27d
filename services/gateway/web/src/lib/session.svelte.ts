import type { Role, Session } from './api.ts';
import { forgetPosition, get, link, send } from './client.ts';
import { asProblem } from './problem.ts';
import { navigate, route } from './router.svelte.ts';

/**
 * Who is here. `unknown` until the server told us, `offline` when it could not,
 * `none` on the sign-in page.
 */
type State = 'unknown' | 'offline' | 'none' | 'open';
export type SignInNotice = 'ended' | 'signedOut' | null;

let state = $state<State>('unknown');
let current = $state.raw<Session | null>(null);
let notice = $state<SignInNotice>(null);
/** Where somebody was when the session ended, so that the same person continues there. */
let left: { person: string; path: string } | null = null;
const cleaners = new Set<() => void>();

export const session = {
  get state() {
    return state;
  },
  get notice() {
    return notice;
  },
  get current() {
    return current;
  },
  /** The signed-in person; only for screens behind the sign-in. */
  get person() {
    if (!current) throw new Error('no session');
    return current.person;
  },
};

const HOMES: Record<Role, string> = {
  youth: '/map',
  coach: '/coach',
  lead: '/lead',
  auditor: '/auditor',
  operator: '/operator',
};

export function homeOf({ role, avatar }: Session['person']): string {
  return role === 'youth' && !avatar ? '/avatar' : HOMES[role];
}

/** Runs when the person at this device leaves: drop everything that was theirs. */
export function onLeave(clean: () => void): void {
  cleaners.add(clean);
}

export async function findSession(): Promise<void> {
  link.onSessionEnd = end;
  // Somebody holds a card: that person comes in, whoever was here before.
  if (location.hash.startsWith('#card=')) {
    state = 'none';
    return;
  }
  try {
    const found = await get('/session');
    if (found) open(found);
    else state = 'none';
  } catch (error) {
    state = asProblem(error).kind === 'unauthenticated' ? 'none' : 'offline';
  }
}

export async function signIn(code: string): Promise<void> {
  link.csrfToken = '';
  const found = await send('post', '/session', { body: { code } });
  const back = left?.person === found.person.id ? left.path : null;
  if (!back) for (const clean of cleaners) clean();
  left = null;
  notice = null;
  open(found);
  navigate(back ?? homeOf(found.person), { replace: true });
}

export async function signOut(): Promise<void> {
  // When the server cannot be reached the cookie stays valid, so do not pretend.
  await send('delete', '/session');
  for (const clean of cleaners) clean();
  close('signedOut');
}

/** The avatar was changed: show it everywhere without asking the server again. */
export function putAvatar(avatar: string): void {
  if (current) current = { ...current, person: { ...current.person, avatar } };
}

function open(found: Session): void {
  link.csrfToken = found.csrfToken;
  current = found;
  state = 'open';
}

function end(): void {
  if (!current) return;
  left = { person: current.person.id, path: route.path };
  close('ended');
}

function close(why: SignInNotice): void {
  current = null;
  link.csrfToken = '';
  forgetPosition();
  notice = why;
  state = 'none';
  navigate('/', { replace: true });
}
