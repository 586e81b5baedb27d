import { link } from './client.ts';

/**
 * Tells open screens that something changed, so that they ask again.
 *
 * Invariant: the app has at most one stream, and only while a screen that somebody can see waits
 * for changes. What may have been missed without a stream is asked again as soon as there is one.
 */
export type Kind = 'person' | 'trajectory' | 'run' | 'centre' | 'rights' | 'consent' | 'review' | 'alarm' | 'employer';
interface Change {
  /** The place in the log up to which something changed. */
  position: number;
  kinds: string[];
}
interface Screen {
  kinds: readonly Kind[];
  reload: () => unknown;
}

const ADDRESS = '/api/v1/changes';
/** Changes that come this soon after each other are one reload. */
export const RELOAD_PAUSE_MS = 500;
/** After a connection that broke off. */
export const RECONNECT_MS = 3_000;
export const RETRY_FIRST_MS = 30_000;
export const RETRY_MAX_MS = 240_000;

const screens = new Set<Screen>();
/** The screens that ask again when the pause is over. */
const due = new Set<Screen>();
let source: EventSource | undefined;
let missed = false;
let refusals = 0;
let retry: ReturnType<typeof setTimeout> | undefined;
let pause: ReturnType<typeof setTimeout> | undefined;

/** Calls `reload` after every change in these kinds of stream, until the function given back is called. */
export function whenChanged(kinds: readonly Kind[], reload: () => unknown): () => void {
  const screen = { kinds, reload };
  if (screens.size === 0) document.addEventListener('visibilitychange', follow);
  screens.add(screen);
  follow();
  return () => {
    screens.delete(screen);
    due.delete(screen);
    if (screens.size > 0) return;
    document.removeEventListener('visibilitychange', follow);
    close();
    missed = false;
  };
}

function follow(): void {
  if (document.hidden) {
    close();
    missed = true;
  } else if (!source && !retry) {
    open();
  }
}

function open(): void {
  const opened = new EventSource(ADDRESS);
  source = opened;
  opened.addEventListener('open', () => {
    refusals = 0;
    if (missed) soon(screens);
    missed = false;
  });
  opened.addEventListener('change', ({ data }: MessageEvent<string>) => {
    const { position, kinds } = JSON.parse(data) as Change;
    const concerned = [...screens].filter((screen) => screen.kinds.some((kind) => kinds.includes(kind)));
    // The answers have to contain this change, whichever server gives them.
    if (concerned.length > 0) link.raisePosition(position);
    soon(concerned);
  });
  opened.addEventListener('error', () => {
    missed = true;
    const isRefused = opened.readyState === EventSource.CLOSED;
    // After a lost connection the browser would try again by itself: as whoever is signed in by then.
    opened.close();
    source = undefined;
    again(isRefused ? Math.min(RETRY_MAX_MS, RETRY_FIRST_MS * 2 ** refusals) : RECONNECT_MS);
    if (isRefused) refusals += 1;
  });
}

function again(after: number): void {
  retry = setTimeout(async () => {
    const isSame = await link.onOtherSession();
    retry = undefined;
    if (screens.size === 0) return;
    if (isSame) follow();
    else again(RETRY_FIRST_MS);
  }, after);
}

function close(): void {
  clearTimeout(retry);
  retry = undefined;
  source?.close();
  source = undefined;
}

function soon(concerned: Iterable<Screen>): void {
  for (const screen of concerned) due.add(screen);
  if (due.size > 0) pause ??= setTimeout(reloadDue, RELOAD_PAUSE_MS);
}

function reloadDue(): void {
  pause = undefined;
  const now = [...due];
  due.clear();
  for (const { reload } of now) reload();
}
