import type { Page } from '@playwright/test';
import { comeAsYouth, expect, follow, rememberedIn, test } from './support/quick.ts';
import type { Words } from './support/words.ts';

/** Who is here is one and the same in every tab of a browser, and nobody sees or does anything as another. */
const WORDS = 'Ik slaap nu bij mijn nonkel';
const EXERCISE = '/exercise/housing-my-place';
/** What waits is tried once more before it is asked. */
const ASKED_MS = 20_000;

test('somebody else in another tab takes the screen of who was here, at once', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const first = youth.page;
  await comeAsYouth(first, platform.cards.youth);
  const cookie = (await first.context().cookies())[0]!;
  await follow(first, '/overview');
  const second = await first.context().newPage();
  await second.goto(platform.cards.coach.url);
  await expect(second).toHaveURL(/\/coach$/);

  await expect(first.getByRole('heading', { level: 1, name: youth.words.shell('other.title') })).toBeVisible();
  await youth.look(youth.words.shell('other.title'));
  await expect(first.getByText(platform.cards.youth.who.split(',')[0]!)).toHaveCount(0);
  const session = await fetch(`${platform.url}/api/v1/session`, { headers: { Cookie: `${cookie.name}=${cookie.value}` } });
  expect(session.status, 'the session of who was here before').toBe(401);

  await youth.hand.press(first.getByRole('button', { name: youth.words.shell('other.goOn'), exact: true }));
  await expect(first).toHaveURL(/\/coach$/);
});

test('a tab that heard nothing of it asks nothing and does nothing as somebody else', async ({ platform, visit }) => {
  const { page: first, words } = await visit('nl');
  // Browsers that keep storage from the app tell a tab nothing of another one.
  await first.addInitScript(() => addEventListener('storage', (event) => event.stopImmediatePropagation(), { capture: true }));
  await first.addInitScript(() => document.addEventListener('visibilitychange', (event) => event.stopImmediatePropagation(), { capture: true }));
  await first.goto(platform.cards.coach.url);
  await expect(first.getByRole('heading', { level: 1, name: words.staff('coach.title') })).toBeVisible();
  const diary = await first.getByRole('region').getByRole('link').first().getAttribute('href');
  const second = await first.context().newPage();
  await comeAsYouth(second, platform.cards.youth);

  const answers: [number, string][] = [];
  first.on('response', (response) => answers.push([response.status(), response.url()]));
  // Perhaps the live stream of changes told it already; then there is no list to press in.
  await follow(first, diary!);
  await expect(first.getByRole('heading', { level: 1, name: words.shell('other.title') })).toBeVisible();
  const answered = answers.filter(([status, url]) => url.includes('/api/v1/') && !url.endsWith('/session') && status < 400);
  expect(answered, 'answers as somebody else').toEqual([]);
});

test('who comes back to a tab is asked for anew', async ({ platform, visit }) => {
  const { page: first, words } = await visit('nl');
  await first.addInitScript(() => addEventListener('storage', (event) => event.stopImmediatePropagation(), { capture: true }));
  await comeAsYouth(first, platform.cards.youth);
  const second = await first.context().newPage();
  await second.goto(platform.cards.lead.url);
  await expect(second).toHaveURL(/\/lead/);
  // In a window of its own no tab is ever hidden; a browser with one window says this.
  await first.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  await expect(first.getByRole('heading', { level: 1, name: words.shell('other.title') })).toBeVisible();
});

test('the same person with the card once more goes on in the first tab', async ({ platform, visit }) => {
  const { page: first, words } = await visit('nl');
  await comeAsYouth(first, platform.cards.youth);
  await follow(first, EXERCISE);
  await expect(first.locator('fieldset input').first()).toBeVisible();
  const second = await first.context().newPage();
  await second.goto(platform.cards.youth.url);
  await expect(second).toHaveURL(/\/map$/);
  await first.bringToFront();
  await first.locator('fieldset input').first().check({ force: true });
  await expect(first.getByRole('status').filter({ hasText: words.youth('exercise.saved') })).toBeVisible();
});

test('signing out in one tab takes the words of a youth from every tab', async ({ platform, visit }) => {
  const { page: first, words } = await visit('nl');
  await comeAsYouth(first, platform.cards.youth);
  await writeUnsaved(first);
  const second = await first.context().newPage();
  // Whichever tab is open would send it.
  await keepAway(second);
  await second.goto(`${platform.url}/more`);
  await leaveAllTheSame(second, words);
  await expect(second.getByText(words.signIn('signedOut'))).toBeVisible();
  await expect(first.getByText(words.signIn('signedOut'))).toBeVisible();
  expect(await rememberedIn(first)).toEqual([]);
  expect(await first.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(WORDS);
});

test('own words are gone after signing out, whatever screen the tab was loaded on', async ({ platform, visit }) => {
  const { page, words } = await visit('nl');
  await comeAsYouth(page, platform.cards.youth);
  await writeUnsaved(page);
  // A full load: the screen of the exercise is not loaded any more.
  await page.goto(`${platform.url}/more`);
  expect((await rememberedIn(page)).join()).toContain(WORDS);
  await leaveAllTheSame(page, words);
  await expect(page.getByText(words.signIn('signedOut'))).toBeVisible();
  expect(await rememberedIn(page)).toEqual([]);
  await page.goto(platform.cards.coach.url);
  await expect(page).toHaveURL(/\/coach$/);
  expect((await rememberedIn(page)).join()).not.toContain(WORDS);
});

test('own words are gone when somebody else signs in over the session', async ({ platform, visit }) => {
  const { page } = await visit('nl');
  await comeAsYouth(page, platform.cards.youth);
  await writeUnsaved(page);
  await page.goto('about:blank');
  await page.goto(platform.cards.coach.url);
  await expect(page).toHaveURL(/\/coach$/);
  expect((await rememberedIn(page)).join()).not.toContain(WORDS);
});

/** Signs out although something waits, which is asked. */
async function leaveAllTheSame(page: Page, words: Words): Promise<void> {
  await page.getByRole('button', { name: words.youth('more.signOut'), exact: true }).click();
  await page.getByRole('button', { name: words.shell('leave.go') }).click({ timeout: ASKED_MS });
}

/** Nothing that is answered in this tab arrives. */
async function keepAway(page: Page): Promise<void> {
  await page.route('**/answers/**', (route) => route.abort());
}

/** An answer in own words that does not reach the platform. */
async function writeUnsaved(page: Page): Promise<void> {
  await keepAway(page);
  await follow(page, EXERCISE);
  await page.locator('fieldset input').first().check({ force: true });
  await page.locator('main').getByRole('button').last().click();
  await page.locator('textarea').fill(WORDS);
  await page.locator('textarea').blur();
  await expect.poll(async () => (await rememberedIn(page)).join()).toContain(WORDS);
}
