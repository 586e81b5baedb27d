/**
 * Opens the app without internet. Holds only what is the same for everybody: the
 * hashed files of the app, the pictures, and the page on which nothing is painted yet.
 *
 * Invariant: nothing from /api is ever stored, so no cache on a shared phone knows anything about a
 * person; and nothing is stored or shown as the app that does not come from the platform.
 */
const VERSION = '__VERSION__';
const SHELL = `shell-${VERSION}`;
const PICTURES = `pictures-${VERSION}`;
const FILES = [/* shell */];
const PAGE = '/index.html';
const PAGE_WAIT_MS = 4000;
/** The version before stays too: pages that are open still fetch their parts of it. */
const SHELLS_MAX = 2;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => Promise.all([PAGE, ...FILES].map((file) => fetched(cache, file))))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => {
        const shells = names.filter((name) => name.startsWith('shell-') && name !== SHELL);
        const kept = [SHELL, PICTURES, ...shells.slice(1 - SHELLS_MAX)];
        return Promise.all(names.filter((name) => !kept.includes(name)).map((name) => caches.delete(name)));
      })
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') {
    if (isScreen(url.pathname)) event.respondWith(page(request));
  } else if (url.pathname.startsWith('/assets/')) event.respondWith(kept(event, SHELL));
  else if (url.pathname.startsWith('/pictures/')) event.respondWith(kept(event, PICTURES));
});

/** The addresses that the platform answers with the page of the app. */
function isScreen(path) {
  return !path.startsWith('/api/') && path !== '/api' && path !== '/health' && !path.split('/').pop().includes('.');
}

/** The platform says of its files that they are its own; a proxy or a hotspot before it does not. */
function isOurs(answer) {
  return answer.ok && answer.headers.has('Stc-App');
}

async function fetched(cache, file) {
  const answer = await fetch(file);
  if (!isOurs(answer)) throw new Error(`${file} is not there`);
  await cache.put(file, answer);
}

/** The newest page, or the stored one when the platform gives none (fast enough). */
async function page(request) {
  const stored = await caches.match(PAGE, { cacheName: SHELL }).catch(() => undefined);
  if (!stored) return fetch(request);
  const newest = fetch(request).then((answer) => (isOurs(answer) ? answer : stored.clone()));
  const tooLate = new Promise((done) => setTimeout(done, PAGE_WAIT_MS, stored.clone()));
  return Promise.race([newest.catch(() => stored.clone()), tooLate]);
}

/** A file that is the same as long as this version is. */
async function kept(event, name) {
  const { request } = event;
  const stored = await caches.match(request, { cacheName: name }).catch(() => undefined);
  if (stored) return stored;
  // A page of the version before, whose files are gone from the platform.
  const former = name === SHELL ? await caches.match(request).catch(() => undefined) : undefined;
  if (former) return former;
  // The name of a picture stays when it changes: not what the browser kept of another version.
  const answer = await fetch(request, name === PICTURES ? { cache: 'no-cache' } : undefined);
  // Where nothing can be stored, the file is still shown.
  if (isOurs(answer)) event.waitUntil(store(name, request, answer.clone()));
  return answer;
}

async function store(name, request, answer) {
  try {
    await (await caches.open(name)).put(request, answer);
  } catch {
    // Full or forbidden.
  }
}
