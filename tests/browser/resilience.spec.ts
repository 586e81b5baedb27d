import type { Locator } from '@playwright/test';
import { chooseOf, packOf } from './support/content.ts';
import { expect, test } from './support/test.ts';
import type { Visitor } from './support/visitor.ts';
import { answer, chooseAvatar, openMenu, pick, placeOf } from './support/youth.ts';

/** What a person notices when something breaks: a calm sentence, and nothing lost. */
const BACK_MS = 40_000;
const UNREACHED = /net::ERR_(CONNECTION_REFUSED|INTERNET_DISCONNECTED|FAILED)/;

test('the platform dies in the middle of an exercise and the youth loses nothing', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, hand, words } = youth;
  const [energy, place, strengths] = packOf('work').steps;
  await youth.come(platform.cards.youth.url);
  await chooseAvatar(youth);
  await hand.press(placeOf(youth, 'work', 'fresh'));
  await answer(youth, 'work', 0);
  await hand.press(next(youth));

  youth.forgive(UNREACHED);
  await platform.crash();
  await pick(youth, 'work', 1);
  await expect(page.getByRole('status').filter({ hasText: words.youth('exercise.waiting') })).toBeVisible();
  await youth.look(place!.question.nl);
  await hand.press(next(youth));
  await pick(youth, 'work', 2);

  await platform.startAgain();
  const status = page.getByRole('status').filter({ hasText: words.youth('exercise.saved') });
  await expect(status).toBeVisible({ timeout: BACK_MS });

  // Somebody else's view of the same facts: what another load of the page gets from the server.
  await page.reload();
  await expect(page.getByRole('heading', { level: 1, name: packOf('work').steps[3]!.question.nl })).toBeVisible();
  for (let at = 3; at < packOf('work').steps.length; at += 1) {
    await answer(youth, 'work', at);
    await hand.press(at === packOf('work').steps.length - 1 ? button(youth, words.youth('exercise.review')) : next(youth));
  }
  for (const step of [energy, place, strengths]) {
    await expect(page.getByRole('main').getByText(chooseOf(step!).options[0]!.label.nl, { exact: true }).first()).toBeVisible();
  }
  await hand.press(button(youth, words.youth('review.finish')));
  await youth.look(words.youth('done.title', { domain: words.shell('domain.work') }));
});

test('a card with a wrong code says what to do, and the right one still works', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, hand, words } = youth;
  const code = page.getByRole('textbox', { name: words.signIn('code') });
  const go = button(youth, words.signIn('go'));
  await youth.come(platform.url);

  await hand.write(code, 'K7M2');
  await hand.press(go);
  await expect(page.getByRole('alert')).toHaveText(words.signIn('tooShort'));
  await expect(code).toBeFocused();

  await code.clear();
  // The browser itself logs that answer.
  youth.forgive(/401/);
  await hand.write(code, 'k7m29qxd 4trw');
  await hand.press(go);
  await expect(page.getByRole('alert')).toHaveText(words.signIn('unknownCard'));
  await expect(code).toHaveValue('K7M2-9QXD-4TRW');
  await youth.look(words.signIn('title'));

  await code.clear();
  await hand.write(code, platform.cards.youth.code.toLowerCase().replaceAll('-', ' '));
  await hand.press(go);
  await expect(page.getByRole('heading', { level: 1, name: words.youth('avatar.title') })).toBeVisible();
});

test('who signs out is gone from the device', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, hand, words } = youth;
  await youth.come(platform.cards.youth.url);
  await chooseAvatar(youth);
  await openMenu(youth, 'menu.more');
  await hand.press(button(youth, words.youth('more.signOut')));
  await expect(page.getByText(words.signIn('signedOut'))).toBeVisible();
  await youth.look(words.signIn('title'));

  await page.goBack();
  await expect(page.getByRole('heading', { level: 1, name: words.signIn('title') })).toBeVisible();
  await youth.come(`${platform.url}/overview`);
  await expect(page.getByRole('heading', { level: 1, name: words.signIn('title') })).toBeVisible();
  expect(await page.context().cookies(), 'cookies after signing out').toEqual([]);
  expect(await page.evaluate(() => sessionStorage.length), 'what the tab remembers').toBe(0);
});

test('an address that does not exist leads back to the beginning', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, hand, words } = youth;
  await youth.come(platform.cards.youth.url);
  await chooseAvatar(youth);
  for (const path of ['/no/such/place', '/lead/people', '/domain/nowhere']) {
    await youth.come(platform.url + path);
    await youth.look(words.shell('notFound.title'));
  }
  await hand.press(page.getByRole('link', { name: words.shell('toStart'), exact: true }));
  await youth.look(words.shell('map.title'));

  const lead = await visit('nl');
  await lead.come(platform.cards.lead.url);
  await expect(lead.page.getByRole('heading', { level: 1, name: words.staff('people.title') })).toBeVisible();
  for (const path of ['/lead/nowhere', '/coach', '/map']) {
    await lead.come(platform.url + path);
    await lead.look(words.shell('notFound.title'));
  }
});

test('without internet the app opens and says so, and goes on by itself', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, words } = youth;
  await youth.come(platform.cards.youth.url);
  await chooseAvatar(youth);
  // From here on this device keeps the app itself.
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));

  await page.context().setOffline(true);
  await expect(page.getByRole('status').filter({ hasText: words.shell('offline') })).toBeVisible();
  await page.reload();
  youth.forgive(UNREACHED);
  await youth.look(words.shell('offline.title'));
  await expect(page.getByText(words.shell('offline.text'))).toBeVisible();

  await page.context().setOffline(false);
  await expect(page.getByRole('heading', { level: 1, name: words.shell('map.title') })).toBeVisible({ timeout: BACK_MS });
});

function button({ page }: Visitor, name: string): Locator {
  return page.getByRole('button', { name, exact: true });
}

function next(visitor: Visitor): Locator {
  return button(visitor, visitor.words.youth('exercise.next'));
}

test('a screen that breaks says so, the menu stays, and there are two ways on', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, words } = youth;
  await youth.come(platform.cards.youth.url);
  await chooseAvatar(youth);
  // An answer of another shape than the app knows, once.
  let wrong = true;
  await page.route('**/api/v1/me/overview', (route) => (wrong ? route.fulfill({ json: { want: null } }) : route.continue()));
  youth.forgive(/TypeError/);
  await page.goto(`${platform.url}/overview`);
  await expect(page.getByRole('alert')).toHaveText(words.shell('screen.broken'));
  await expect(page.getByRole('navigation')).toBeVisible();
  await page.getByRole('button', { name: words.shell('tryAgain') }).click();
  await expect(page.getByRole('alert')).toHaveText(words.shell('screen.broken'));
  wrong = false;
  await page.getByRole('button', { name: words.shell('tryAgain') }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.youth('overview.title') })).toBeVisible();
  wrong = true;
  await page.reload();
  await page.getByRole('link', { name: words.shell('toStart') }).click();
  await expect(page.getByRole('heading', { level: 1, name: words.shell('map.title') })).toBeVisible();
});
