import { expect, type Page } from '@playwright/test';
import type { Card } from './platform.mjs';
import { Proxy } from './proxy.ts';
import { test as base } from './test.ts';
import type { Visitor } from './visitor.ts';

/** Short ways to where a test begins: without looking at every screen on the way. */

const FIGURE = 's3-h2b-teal';

/** Signs a youth in and gives them a figure; then the map is there. */
export async function comeAsYouth(page: Page, card: Card, url = card.url): Promise<void> {
  await page.goto(url);
  await expect(page).toHaveURL(/\/(map|avatar)$/);
  const status = await page.evaluate(async (avatar) => {
    const { csrfToken } = await (await fetch('/api/v1/session')).json();
    const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken, 'Idempotency-Key': crypto.randomUUID() };
    return (await fetch('/api/v1/me/avatar', { method: 'PUT', headers, body: JSON.stringify({ avatar }) })).status;
  }, FIGURE);
  expect(status).toBe(204);
  await page.goto(new URL('/map', page.url()).href);
  await expect(page.getByRole('navigation')).toBeVisible();
  await expect(page.locator('#paint')).toHaveCount(0);
}

/** A lead writes down somebody who was told of a year and two months ago, and never came. The number in place of the name. */
export async function comesLastYear({ page }: Visitor, name: string): Promise<string> {
  const told = new Date();
  told.setUTCMonth(told.getUTCMonth() - 14);
  const intake = {
    birthDate: '2006-05-04',
    gender: 'female',
    population: 'neet',
    disability: 'mental',
    otherDisabilities: [],
    barriers: [],
    barriersKnown: false,
    entryLevel: 'bso',
  };
  const youth = { name, source: 'clb', registeredOn: told.toISOString().slice(0, 10), intake };
  const { id, status } = await page.evaluate(async (youth) => {
    const { csrfToken } = await (await fetch('/api/v1/session')).json();
    const headers = { 'Content-Type': 'application/json', 'X-CSRF-Token': csrfToken, 'Idempotency-Key': crypto.randomUUID() };
    const id = crypto.randomUUID();
    return { id, status: (await fetch('/api/v1/youths', { method: 'POST', headers, body: JSON.stringify({ id, ...youth }) })).status };
  }, youth);
  expect(status).toBe(201);
  return id;
}

/** Goes on within the app, as a link does. */
export async function follow(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    const link = Object.assign(document.createElement('a'), { href: to });
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
}

/** How long a page waits for the worker that it registered. */
const CLAIM_MS = 3_000;

/** This device keeps the app itself from here on. */
export async function workerIsThere(page: Page): Promise<void> {
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const isControlled = () => page.evaluate(() => !!navigator.serviceWorker.controller);
  // Chromium 156 now and then leaves the page that registered the first worker without it, although the worker
  // claims it: then the next load has it, as the next visit of a person would.
  const claimed = expect.poll(isControlled, { timeout: CLAIM_MS }).toBe(true);
  if (!(await claimed.then(() => true, () => false))) await page.reload();
  await expect.poll(isControlled).toBe(true);
}

/** What the browser remembers of the app and of a person: of the tab, and what waits to be sent. */
export function rememberedIn(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const ofTab = Object.entries(sessionStorage).flat();
    const there = await indexedDB.databases();
    if (!there.some(({ name }) => name === 'stc')) return ofTab;
    const asked = <T,>(request: IDBRequest<T>) => new Promise<T>((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
    const db = await asked(indexedDB.open('stc'));
    const waits = await asked(db.transaction('commands').objectStore('commands').getAll());
    db.close();
    return [...ofTab, ...waits.map((one) => JSON.stringify(one))];
  });
}

export const test = base.extend<{ between: Proxy }>({
  between: async ({ platform }, use) => {
    const proxy = await Proxy.before(platform.url);
    await use(proxy);
    proxy.stop();
  },
});
export { expect } from '@playwright/test';
