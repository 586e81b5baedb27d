import type { Page } from '@playwright/test';
import { comeAsYouth, expect, test } from './support/quick.ts';
import { LANGS, LOCALES, wordsOf, type Words } from './support/words.ts';

/** What is seen before any code of the app is there, and how the app goes on from it. */
const DOMAINS = ['housing', 'relationships', 'health', 'finances', 'learning', 'leisure', 'work'] as const;

for (const lang of LANGS) {
  test(`sign-in and the map are seen without any code, in ${lang}`, async ({ browser, platform, visit }) => {
    const words = wordsOf(lang);
    const { page: youth } = await visit(lang);
    await comeAsYouth(youth, platform.cards.youth);
    const cookies = await youth.context().cookies();
    const context = await browser.newContext({ locale: LOCALES[lang], javaScriptEnabled: false });
    const page = await context.newPage();
    await page.goto(platform.url);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page).toHaveTitle(`${words.signIn('title')} · Start To Can`);
    await expect(page.getByRole('heading', { level: 1, name: words.signIn('title'), exact: true })).toBeVisible();
    await expect(page.getByRole('textbox', { name: words.signIn('code') })).toBeVisible();
    await expect(page.locator('noscript p')).toBeVisible();
    await context.addCookies(cookies);
    await page.goto(`${platform.url}/map`);
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    await expect(page.getByRole('heading', { level: 1, name: words.shell('map.title'), exact: true })).toBeVisible();
    await expect(page.getByRole('navigation').getByRole('link')).toHaveCount(4);
    for (const domain of DOMAINS) {
      const place = page.getByRole('link', { name: words.shell(`domain.${domain}`), exact: true });
      await expect(place).toHaveAttribute('href', `/domain/${domain}`);
      expect((await place.boundingBox())?.height, domain).toBeGreaterThan(48);
    }
    await context.close();
  });
}

test('a page is about nobody: it is the same for whoever has a session', async ({ platform, visit, browser }) => {
  const asked = [];
  for (const card of [platform.cards.youth, platform.cards.coach]) {
    const { page } = await visit('nl');
    await page.goto(card.url);
    await expect(page).not.toHaveURL(`${platform.url}/`);
    const answer = await page.context().request.get(`${platform.url}/map`);
    expect(answer.headers()['vary']).toMatch(/accept-language, cookie/i);
    expect(answer.headers()['cache-control']).toBe('no-cache');
    asked.push(await answer.text());
  }
  expect(asked[0]).toBe(asked[1]);
  expect(asked[0]).toContain('id="paint"');
  const stranger = await browser.newContext({ locale: LOCALES.nl });
  expect(await (await stranger.request.get(`${platform.url}/map`)).text()).not.toBe(asked[0]);
  await stranger.close();
});

test('what is typed before the code is there stays, with the caret where it was', async ({ platform, visit }) => {
  const { page, words } = await visit('nl');
  const release = await withoutCode(page);
  await page.goto(platform.url, { waitUntil: 'commit' });
  const field = page.getByRole('textbox', { name: words.signIn('code') });
  await field.pressSequentially('abcd2345');
  await field.press('ArrowLeft');
  release();
  await isTaken(page);
  await expect(field).toBeFocused();
  await expect(field).toHaveValue('ABCD-2345');
  await field.pressSequentially('x');
  await expect(field).toHaveValue('ABCD-234X-5');
});

test('who is ready before the code is there comes in when it is', async ({ platform, visit }) => {
  const { page, words } = await visit('nl');
  const release = await withoutCode(page);
  await page.goto(platform.url, { waitUntil: 'commit' });
  await page.getByRole('textbox', { name: words.signIn('code') }).fill(platform.cards.youth.code);
  await page.getByRole('button', { name: words.signIn('go'), exact: true }).click();
  release();
  await expect(page).toHaveURL(/\/(map|avatar)$/);
});

test('a language that is chosen before the code is there is spoken when it is', async ({ platform, visit }) => {
  const { page } = await visit('nl');
  const release = await withoutCode(page);
  await page.goto(platform.url, { waitUntil: 'commit' });
  await page.getByRole('button', { name: 'Suomi', exact: true }).click();
  release();
  await expect(page.getByRole('heading', { level: 1, name: wordsOf('fi').signIn('title'), exact: true })).toBeVisible();
});

test('the app takes the place of what was painted: nothing moves, and nothing is there twice', async ({ platform, visit }) => {
  const { page, words } = await visit('nl');
  await comeAsYouth(page, platform.cards.youth);
  for (const [path, title] of [['/map', words.shell('map.title')], ['/', words.signIn('title')]] as const) {
    if (path === '/') await page.context().clearCookies();
    const release = await withoutCode(page);
    await page.goto(platform.url + path, { waitUntil: 'commit' });
    const heading = page.getByRole('heading', { level: 1, name: title, exact: true });
    await expect(heading).toBeVisible();
    await page.evaluate(() => document.fonts.ready);
    const before = await placesOf(page, words);
    release();
    await isTaken(page);
    await expect(page.locator('main')).toHaveCount(1);
    await expect(heading).toHaveCount(1);
    expect(await placesOf(page, words)).toEqual(before);
  }
});

test('who chose another language than that of the device never sees that of the device', async ({ platform, visit }) => {
  const { page } = await visit('nl');
  await page.goto(platform.url);
  await page.getByRole('button', { name: 'Suomi', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('lang', 'fi');
  const release = await withoutCode(page);
  await page.goto(platform.url, { waitUntil: 'commit' });
  await expect(page.locator('#paint form')).toBeAttached();
  await expect(page.locator('#paint')).toBeHidden();
  release();
  await isTaken(page);
  await expect(page.getByRole('heading', { level: 1, name: wordsOf('fi').signIn('title'), exact: true })).toBeVisible();
});

/** Holds the code back until it is let go. */
async function withoutCode(page: Page): Promise<() => void> {
  let release = () => {};
  const released = new Promise<void>((done) => (release = done));
  await page.context().route('**/assets/{index,start}-*.js', async (route) => {
    await released;
    await route.continue();
  });
  return release;
}

/** The first screen of the app is there. */
async function isTaken(page: Page): Promise<void> {
  await expect(page.locator('#paint')).toHaveCount(0);
  await expect(page.locator('#app')).toBeVisible();
}

/** Where a few things of both screens are, in whole pixels. A demo says above everything that it is one. */
async function placesOf(page: Page, words: Words): Promise<unknown[]> {
  const demo = page.locator('.demo');
  const above = (await demo.count()) ? (await demo.boundingBox())!.height : 0;
  const things = [page.getByRole('heading', { level: 1 }), page.locator('.scene'), page.getByRole('link', { name: words.shell('domain.health') }), page.locator('#code')];
  const boxes = things.map(async (thing) => ((await thing.count()) ? await thing.boundingBox() : null));
  return (await Promise.all(boxes)).map((box) => box && [box.x, box.y - above, box.width, box.height].map(Math.round));
}
