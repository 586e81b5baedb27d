import type { Page } from '@playwright/test';
import { openDetails } from './support/coach.ts';
import { comeAsYouth, expect, test } from './support/quick.ts';

/** Storage of the browser is an extra: where it is full, forbidden or holds something else, all works without. */
const EXERCISE = '/exercise/housing-my-place';
const full = () => {
  const fails = () => {
    throw new DOMException('', 'QuotaExceededError');
  };
  Storage.prototype.setItem = fails;
  IDBObjectStore.prototype.put = fails;
};
const forbidden = () => {
  IDBFactory.prototype.open = () => {
    throw new DOMException('', 'SecurityError');
  };
  for (const name of ['localStorage', 'sessionStorage']) {
    Object.defineProperty(window, name, {
      get() {
        throw new DOMException('', 'SecurityError');
      },
    });
  }
};

for (const [state, script] of [
  ['full', full],
  ['forbidden', forbidden],
] as const) {
  test(`where storage is ${state} a youth answers, and changes language and colours`, async ({ platform, visit }) => {
    const { page, words, complaints } = await visit('nl');
    await page.addInitScript(script);
    await comeAsYouth(page, platform.cards.youth);
    await answerFirst(page, platform.url);
    await expect(page.getByRole('status').filter({ hasText: words.youth('exercise.saved') })).toBeVisible();
    await page.goto(`${platform.url}/more`);
    await page.getByRole('radio', { name: words.shell('theme.dark') }).check({ force: true });
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    await page.getByRole('button', { name: 'English', exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', 'en');
    expect(complaints.filter((text) => text.startsWith('uncaught'))).toEqual([]);
  });

  test(`where storage is ${state} a coach saves a step, and the form begins anew`, async ({ platform, visit }) => {
    const coach = await visit('nl');
    const { page, words } = coach;
    await page.addInitScript(script);
    await page.goto(platform.cards.coach.url);
    await page.getByRole('region', { name: words.staff('coach.title') }).getByRole('link').first().click();
    await page.getByRole('link', { name: words.staff('step.title'), exact: true }).click();
    await openDetails(coach);
    for (const group of ['step.category', 'step.coachingStep'] as const) {
      await page.getByRole('group', { name: words.staff(group), exact: true }).getByRole('radio').nth(2).check({ force: true });
    }
    const saved = page.waitForResponse((response) => response.request().method() === 'POST' && response.url().endsWith('/steps'));
    await page.getByRole('button', { name: words.staff('step.save'), exact: true }).click();
    expect((await saved).status()).toBe(201);
    await expect(page.getByRole('region', { name: words.staff('timeline.title') })).toBeVisible();
  });
}

/** Databases that are not ours: a newer app made one, or somebody else of the same host. */
const FOREIGN: [string, number, string][] = [
  ['of a newer version of the app', 99, 'commands'],
  ['of another program at this address', 1, 'something'],
];
for (const [whose, version, store] of FOREIGN) {
  test(`a database ${whose} does not stop an exercise`, async ({ platform, visit }) => {
    const { page, words } = await visit('nl');
    await page.goto(`${platform.url}/health`);
    await page.evaluate(
      ([version, store]) =>
        new Promise<void>((done, failed) => {
          const opening = indexedDB.open('stc', version);
          opening.onupgradeneeded = () => void opening.result.createObjectStore(store);
          opening.onsuccess = () => (opening.result.close(), done());
          opening.onerror = failed;
        }),
      [version, store] as const,
    );
    await comeAsYouth(page, platform.cards.youth);
    await answerFirst(page, platform.url);
    await expect(page.getByRole('status').filter({ hasText: words.youth('exercise.saved') })).toBeVisible();
  });
}

test('what waits and cannot be stored is not lost to a newer version of the app', async ({ platform, between, visit }) => {
  const { page, words } = await visit('nl');
  await page.addInitScript(full);
  await comeAsYouth(page, platform.cards.youth, between.through(platform.cards.youth.url));
  await page.route('**/answers/**', (route) => route.abort());
  await answerFirst(page, between.url);
  await expect(page.getByText(words.youth('exercise.waiting'))).toBeVisible();
  between.instead = (path) => (path.includes('/assets/CoachesScreen-') ? { status: 404 } : undefined);
  await page.evaluate(async () => {
    for (const name of await caches.keys()) await caches.delete(name);
  });
  await page.getByRole('link', { name: words.youth('exercise.close') }).click();
  await page.getByRole('link', { name: words.shell('menu.coach'), exact: true }).click();
  await expect(page.getByRole('alert')).toHaveText(`${words.shell('screen.failed')} ${words.shell('missing.unsaved')}`);
  await page.unrouteAll();
  const saved = page.waitForResponse((response) => response.url().includes('/answers/'));
  expect((await saved).ok()).toBe(true);
});

async function answerFirst(page: Page, url: string): Promise<void> {
  await page.goto(url + EXERCISE);
  await page.locator('fieldset input').first().check({ force: true });
}
