import type { Page } from '@playwright/test';
import { comeAsYouth, expect, follow, test, workerIsThere } from './support/quick.ts';

/** The app on the device while the platform restarts, stands behind something else, or becomes a newer one. */
const BACK_MS = 40_000;
const NOT_FOUND = { status: 404, type: 'text/plain', body: 'not found\n' };

for (const [what, answer] of [
  ['502 of a proxy', { status: 502, body: '<h1>502 Bad Gateway</h1>' }],
  ['page of a hotspot', { status: 200, body: '<h1>Free wifi</h1>' }],
] as const) {
  test(`in place of the ${what} the app on the device opens, and goes on by itself`, async ({ platform, between, visit }) => {
    const { page, words } = await visit('nl');
    await comeAsYouth(page, platform.cards.youth, between.through(platform.cards.youth.url));
    await workerIsThere(page);
    between.instead = () => answer;
    await page.reload();
    await expect(page.getByRole('heading', { level: 1, name: words.shell('offline.title') })).toBeVisible({ timeout: BACK_MS });
    between.instead = () => undefined;
    await expect(page.getByRole('heading', { level: 1, name: words.shell('map.title') })).toBeVisible({ timeout: BACK_MS });
  });
}

test('what the platform shows besides the app is shown on a device that keeps the app', async ({ platform, visit }) => {
  const { page } = await visit('nl');
  await comeAsYouth(page, platform.cards.youth);
  await workerIsThere(page);
  for (const path of ['/openapi.json', '/health', '/robots.txt']) {
    await page.goto(platform.url + path);
    expect(await page.locator('#app').count(), path).toBe(0);
  }
});

test('a picture that was changed arrives with the next version', async ({ platform, between, visit }) => {
  const { page } = await visit('nl');
  await comeAsYouth(page, platform.cards.youth, between.through(platform.cards.youth.url));
  await workerIsThere(page);
  const isNew = () => page.evaluate(async () => (await (await fetch('/pictures/home.svg')).text()).includes('data-new'));
  expect(await isNew()).toBe(false);
  between.instead = (path) => {
    if (path === '/pictures/home.svg') return (svg) => svg.replace('<svg ', '<svg data-new="" ');
    return path === '/sw.js' ? (worker) => worker.replace('VERSION = "', 'VERSION = "next') : undefined;
  };
  await page.reload();
  await expect.poll(isNew).toBe(true);
  const stores = () => page.evaluate(async () => (await caches.keys()).filter((name) => name.startsWith('pictures')).length);
  await expect.poll(stores).toBe(1);
});

test('a tab that was open over a release loads itself anew, once, and blames nobody’s internet', async ({ platform, between, visit }) => {
  const { page, words } = await visit('nl');
  await page.goto(between.url);
  const loads = loadsOf(page);
  between.instead = (path) => (path.startsWith('/assets/Staff-') ? NOT_FOUND : undefined);
  await page.locator('#code').fill(platform.cards.lead.code);
  await page.getByRole('button', { name: words.signIn('go'), exact: true }).click();
  const alert = page.getByRole('alert');
  await expect(alert).toHaveText(`${words.shell('screen.failed')} ${words.shell('missing.ours')}`);
  expect(loads()).toBe(1);
  between.instead = () => undefined;
  await page.getByRole('button', { name: words.shell('tryAgain'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.staff('people.title') })).toBeVisible();
});

test('without a connection the reason of a missing screen is the connection, and it comes with it', async ({ platform, visit }) => {
  const { page, words } = await visit('nl');
  await page.goto(platform.url);
  await page.context().route('**/assets/Staff-*', (route) => route.abort());
  await page.context().route('**/sw.js', (route) => route.abort());
  await page.locator('#code').fill(platform.cards.lead.code);
  await page.getByRole('button', { name: words.signIn('go'), exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(`${words.shell('screen.failed')} ${words.shell('missing.offline')}`);
  await page.context().unrouteAll();
  await page.getByRole('button', { name: words.shell('tryAgain'), exact: true }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.staff('people.title') })).toBeVisible();
});

test('a link in an open tab leads into the newer version', async ({ platform, between, visit }) => {
  const { page, words } = await visit('nl');
  await comeAsYouth(page, platform.cards.youth, between.through(platform.cards.youth.url));
  await workerIsThere(page);
  await page.reload();
  await workerIsThere(page);
  const loads = loadsOf(page);
  between.instead = (path) => (path === '/sw.js' ? (worker) => worker.replace('VERSION = "', 'VERSION = "next') : undefined);
  await page.evaluate(async () => {
    const changed = new Promise((done) => navigator.serviceWorker.addEventListener('controllerchange', done));
    await (await navigator.serviceWorker.ready).update();
    await changed;
  });
  await follow(page, '/more');
  await expect(page.getByRole('heading', { level: 1, name: words.youth('more.title') })).toBeVisible();
  expect(loads()).toBe(1);
});

test('a language that cannot be loaded says so beside its button, and comes when it can', async ({ between, visit }) => {
  const { page, words } = await visit('nl');
  await page.goto(between.url);
  between.instead = (path) => (/\/(assets\/[a-z-]*words\.fi-|sw\.js)/.test(path) ? { status: 502 } : undefined);
  const finnish = page.getByRole('button', { name: 'Suomi', exact: true });
  await finnish.click();
  const sentence = `${words.shell('language.failed', { language: 'Suomi' })} ${words.shell('missing.ours')}`;
  await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('lang', 'nl');
  between.instead = () => undefined;
  await finnish.click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fi');
  await expect(page.getByRole('alert').filter({ hasText: 'Suomi' })).toHaveCount(0);
});

/** How often the page was loaded since. */
function loadsOf(page: Page): () => number {
  let loads = 0;
  page.on('load', () => (loads += 1));
  return () => loads;
}
