/**
 * Opens the app without internet. Holds only what is the same for everybody: the
 * hashed files of the app and the pictures. Invariant: nothing from /api is ever
 * stored, so no cache on a shared phone knows anything about a person.
 */
const VERSION = '__VERSION__';
const SHELL = `shell-${VERSION}`;
const PICTURES = 'pictures';
const FILES = [/* shell */];
const PAGE_WAIT_MS = 4000;

self.addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(SHELL)
      .then((cache) => cache.addAll(['/', ...FILES]))
      .then(() => self.skipWaiting()),
  );
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => names.filter((name) => name !== SHELL && name !== PICTURES))
      .then((old) => Promise.all(old.map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin || url.pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (url.pathname.startsWith('/assets/')) event.respondWith(kept(request, SHELL));
  else if (url.pathname.startsWith('/pictures/')) event.respondWith(kept(request, PICTURES));
});

/** The newest page, or the stored one when there is no (fast enough) connection. */
async function page(request) {
  const stored = await caches.match('/', { cacheName: SHELL });
  if (!stored) return fetch(request);
  const tooLate = new Promise((done) => setTimeout(done, PAGE_WAIT_MS, stored.clone()));
  return Promise.race([fetch(request).catch(() => stored), tooLate]);
}

/** A file whose content never changes under its name. */
async function kept(request, name) {
  const cache = await caches.open(name);
  const stored = await cache.match(request);
  if (stored) return stored;
  const answer = await fetch(request);
  if (answer.ok) await cache.put(request, answer.clone());
  return answer;
}
