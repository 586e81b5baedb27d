import type { Role, Session } from './api.ts';
import { forgetPosition, get, link, send } from './client.ts';
import { languageOf } from './i18n.svelte.ts';
import { asProblem } from './problem.ts';
import { navigate, route } from './router.svelte.ts';
import { device, ERASING, forget, tab } from './storage.ts';

/**
 * Who is here. `unknown` until the server told us, `offline` when it could not, `none` on the
 * sign-in page, `other` when somebody else signed in at this device while this tab was open.
 *
 * Invariant: what is on the screen, and what the browser remembers, is of the person whose cookie
 * is sent. Tabs tell each other, the server refuses what another session asks for, and who comes
 * back to a tab is asked for anew.
 */
type State = 'unknown' | 'offline' | 'none' | 'open' | 'other';
export type SignInNotice = 'ended' | 'signedOut' | null;

/** Whose things this tab, or this device, remembers: the id of a person, or nothing after signing out. */
const OWNER_KEY = 'stc.owner';

let state = $state<State>('unknown');
let current = $state.raw<Session | null>(null);
let notice = $state<SignInNotice>(null);
/** Where somebody was when the session ended, so that the same person continues there. */
let left: { person: string; path: string } | null = null;
let looking: Promise<boolean> | undefined;
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
  officer: '/officer',
  auditor: '/auditor',
  operator: '/operator',
};

export function homeOf({ role, avatar }: Session['person']): string {
  return role === 'youth' && !avatar ? '/avatar' : HOMES[role];
}

/** Runs when the person leaves: for what a module has in memory. What the browser remembers goes by itself. */
export function onLeave(clean: () => void): void {
  cleaners.add(clean);
}

export async function findSession(): Promise<void> {
  link.onSessionEnd = end;
  link.onOtherSession = lookAgain;
  // Somebody holds a card: that person comes in, whoever was here before.
  if (location.hash.startsWith('#card=')) {
    state = 'none';
    return;
  }
  // Somebody is on the screen already: whether it still is that person.
  if (current) return void (await lookAgain());
  try {
    // The screen that says so asks again.
    const found = await get('/session', { attemptsMax: 1 });
    if (found) return (await coming(found))();
    // Nobody is signed in, and nobody signed out here: what waits may be of whoever comes next. If it is not, it goes.
    state = 'none';
  } catch (error) {
    state = asProblem(error).kind === 'unauthenticated' ? nobody() : 'offline';
  }
}

/** Follows what happens in other tabs: at once where storage tells, and whenever somebody comes back to this one. */
export function followTabs(): void {
  addEventListener('storage', ({ key, newValue }) => {
    if (key !== OWNER_KEY || newValue === (current?.person.id ?? left?.person)) return;
    if (current) {
      state = 'unknown';
      void lookAgain();
    } else if (newValue !== null) {
      left = null;
      forgetPerson();
    }
  });
  document.addEventListener('visibilitychange', () => {
    if (current && !document.hidden) void lookAgain();
  });
}

/** Asks whose session it is by now. Gives whether that is the person on the screen. */
function lookAgain(): Promise<boolean> {
  return (looking ??= look().finally(() => (looking = undefined)));
}

async function look(): Promise<boolean> {
  const before = current;
  if (!before) return false;
  try {
    const found = await get('/session');
    if (current?.person.id !== before.person.id) return false;
    if (found?.person.id === before.person.id) {
      (await coming(found))();
      return true;
    }
    if (found) forgetPerson();
    else leave();
    close(found ? null : 'signedOut');
    if (found) state = 'other';
  } catch (error) {
    if (asProblem(error).kind === 'unauthenticated') end();
    // Nobody knows whether it still is this person; the screen of that state keeps asking.
    else if (state === 'unknown') state = 'offline';
  }
  return false;
}

/** To the sign-in page, from where somebody else was found. */
export function comeAgain(): void {
  state = 'none';
}

/** Whoever just signed in comes in, and goes on where the same person was. */
export async function letIn(found: Session): Promise<void> {
  const back = left?.person === found.person.id ? left.path : null;
  const open = await coming(found);
  notice = null;
  open();
  left = null;
  navigate(back ?? homeOf(found.person), { replace: true });
}

export async function signOut(): Promise<void> {
  // When the server cannot be reached the cookie stays valid, so do not pretend.
  await send('delete', '/session');
  leave();
  close('signedOut');
}

/** The avatar was changed: show it everywhere without asking the server again. */
export function putPerson(change: Partial<Session['person']>): void {
  if (current) current = { ...current, person: { ...current.person, ...change } };
}

/** Gives what lets this person in, when the words of their language are there. */
async function coming(found: Session): Promise<() => void> {
  const { id, centre } = found.person;
  const owners = [current?.person.id ?? left?.person, tab.get(OWNER_KEY), device.get(OWNER_KEY)];
  if (owners.some((owner) => owner != null && owner !== id)) forgetPerson();
  tab.put(OWNER_KEY, id);
  device.put(OWNER_KEY, id);
  // Whoever is on the screen already reads on.
  const speak = current ? undefined : await languageOf(centre?.languages[0]);
  return () => {
    link.csrfToken = found.csrfToken;
    link.person = id;
    current = found;
    state = 'open';
    speak?.();
  };
}

/** Nobody is signed in at this device any more, and other tabs hear it. */
function leave(): void {
  forgetPerson();
  if (device.get(OWNER_KEY)) device.put(OWNER_KEY, '');
}

/** Nobody is let in. Whoever asked to be erased does not come back for what is here. */
function nobody(): State {
  if (device.get(ERASING)) leave();
  return 'none';
}

/** The person is gone, and everything that was theirs. */
function forgetPerson(): void {
  for (const clean of cleaners) clean();
  forget();
}

function end(): void {
  if (!current) return;
  left = { person: current.person.id, path: route.path };
  close('ended');
}

function close(why: SignInNotice): void {
  current = null;
  link.csrfToken = '';
  link.person = '';
  forgetPosition();
  notice = why;
  state = nobody();
  navigate('/', { replace: true });
}
