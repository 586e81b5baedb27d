import { packOf, type Domain } from './support/content.ts';
import { comeAsYouth, expect, follow, rememberedIn, test } from './support/quick.ts';
import { openMenu } from './support/youth.ts';

/** Answers that wait to be saved: of every exercise, on every screen. */
const FULL_DISK = { status: 503, contentType: 'application/problem+json', body: '{"type":"urn:problem-type:stc:unavailable","status":503}' };
const ARRIVE_MS = 30_000;
const TWO: Domain[] = ['housing', 'health'];

test('answers in two exercises wait beside each other, the map says where, and both arrive', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, words } = youth;
  await comeAsYouth(page, platform.cards.youth);
  youth.forgive(/503/);
  await page.route('**/answers/**', (route) => route.fulfill(FULL_DISK));
  for (const domain of TWO) {
    await follow(page, `/exercise/${packOf(domain).id}`);
    await page.locator('fieldset input').first().check({ force: true });
    await expect(page.getByText(words.youth('exercise.waiting'))).toBeVisible();
    await page.getByRole('link', { name: words.youth('exercise.close') }).click();
    await expect(page.getByRole('heading', { level: 1, name: words.shell('map.title') })).toBeVisible();
  }
  const places = 'Wonen en Gezondheid';
  await expect(page.getByText(words.shell('map.unsavedIn', { places }))).toBeVisible();
  const marked = page.getByRole('link', { name: new RegExp(`^Wonen, .*${words.shell('map.notSaved')}$`) });
  await expect(marked).toBeVisible();
  await youth.look(words.shell('map.title'));

  // A load of another screen begins without what was in memory.
  await page.reload();
  await openMenu(youth, 'menu.more');
  const saved: string[] = [];
  page.on('response', (response) => response.ok() && response.request().method() === 'PUT' && saved.push(response.url()));
  await page.unrouteAll();
  await expect.poll(() => saved.length, { timeout: ARRIVE_MS }).toBe(TWO.length);
  await expect.poll(async () => (await rememberedIn(page)).join()).not.toContain('answers');
  await openMenu(youth, 'menu.map');
  for (const domain of TWO) await expect(page.getByRole('link', { name: new RegExp(`^${words.shell(`domain.${domain}`)}, .*${words.shell('map.open')}$`) })).toBeVisible();
  await expect(page.getByText(words.shell('map.unsavedGoOn'))).toHaveCount(0);
});

test('without internet the map keeps what it knew, an exercise opens, and no sentence speaks against another', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, words } = youth;
  await comeAsYouth(page, platform.cards.youth);
  const { id } = packOf('work');
  await follow(page, `/exercise/${id}`);
  await page.locator('fieldset input').first().check({ force: true });
  await expect(page.getByRole('status').filter({ hasText: words.youth('exercise.saved') })).toBeVisible();
  await follow(page, '/map');
  const work = page.getByRole('link', { name: new RegExp(`^${words.shell('domain.work')}, .*${words.shell('map.open')}$`) });
  await expect(work).toBeVisible();

  youth.forgive(/net::ERR_INTERNET_DISCONNECTED/);
  await page.context().setOffline(true);
  await follow(page, '/more');
  await follow(page, '/map');
  await expect(work).toBeVisible();
  await follow(page, `/exercise/${packOf('learning').id}`);
  await page.locator('fieldset input').first().check({ force: true });
  await expect(page.getByText(words.youth('exercise.waiting'))).toBeVisible();
  await expect(page.getByText(words.shell('offline'))).toBeVisible();
  expect(words.youth('exercise.waiting')).toContain('verdergaan');
  expect(words.shell('offline')).not.toContain('verder');
  await page.context().setOffline(false);
  await expect(page.getByRole('status').filter({ hasText: words.youth('exercise.saved') })).toBeVisible({ timeout: ARRIVE_MS });
});
