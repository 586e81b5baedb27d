import { execFileSync } from 'node:child_process';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import { openDetails, openFirstYouth, openForm } from './support/coach.ts';
import { chooseOf, packOf } from './support/content.ts';
import { args, executablePath } from './support/browser.mjs';
import { takeCard } from './support/lead.ts';
import { temporaryDirectory } from './support/platform.mjs';
import { comeAsYouth, expect, rememberedIn, test, workerIsThere } from './support/quick.ts';

/** What was given and not sent outlives the browser, is sent once, and is asked for before it goes. */
const ARRIVE_MS = 30_000;
const RUNS = 34;
/** An answer to each question of the exercise. */
const STEPS: [step: string, option: string][] = packOf('work').steps.map((step) => [step.id, chooseOf(step).options[0]!.id]);

interface Waits {
  key: string;
  thing: string;
  path: string;
}
const waiting = async (page: Page): Promise<Waits[]> => (await rememberedIn(page)).filter((text) => text.startsWith('{')).map((text) => JSON.parse(text));

test('two hundred answers wait without internet over the end of the browser, and all are there once', async ({ platform }) => {
  const profile = await temporaryDirectory();
  const open = () => chromium.launchPersistentContext(profile.dir, { executablePath, args, locale: 'nl-BE' });
  let context = await open();
  let page = context.pages()[0]!;
  await comeAsYouth(page, platform.cards.youth);
  await workerIsThere(page);
  await expect(page.getByRole('link', { name: /^Werk, ./ }), 'where the youth was is known').toBeVisible();
  // One is given by hand, the others as that one is written down.
  await context.setOffline(true);
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, `/exercise/${packOf('work').id}`);
  await page.locator('fieldset input').first().check({ force: true });
  await expect.poll(async () => (await waiting(page)).length).toBe(2);
  await page.evaluate(
    ({ runs, steps, exercise }) =>
      new Promise<void>((done, failed) => {
        const opening = indexedDB.open('stc');
        opening.onsuccess = () => {
          const change = opening.result.transaction('commands', 'readwrite', { durability: 'strict' });
          const store = change.objectStore('commands');
          const asked = store.getAll();
          asked.onsuccess = () => {
            const [begins, answers] = asked.result.sort((one, other) => one.order - other.order);
            let order = answers.order;
            for (let run = 0; run < runs; run += 1) {
              const id = crypto.randomUUID();
              store.put({ ...begins, key: crypto.randomUUID(), thing: `run:${id}`, order: (order += 1), body: { id, exercise } });
              for (const [step, option] of steps) {
                const body = { chosen: { options: [option] } };
                store.put({ ...answers, key: crypto.randomUUID(), thing: `run:${id}`, slot: step, order: (order += 1), parts: { run: id, step }, body });
              }
            }
          };
          change.oncomplete = () => (opening.result.close(), done());
          change.onerror = failed;
        };
        opening.onerror = failed;
      }),
    { runs: RUNS, steps: STEPS, exercise: packOf('work').id },
  );
  const given = await waiting(page);
  expect(given.length).toBe(2 + RUNS * (1 + STEPS.length));
  await kill(context, profile.dir);

  context = await open();
  page = context.pages()[0]!;
  const sent = new Map<string, number>();
  page.on('response', (answer) => {
    const key = answer.request().headers()['idempotency-key'];
    if (!key || !answer.ok() || !answer.url().includes('/me/runs')) return;
    last = Date.now();
    first ||= last;
    sent.set(key, (sent.get(key) ?? 0) + 1);
  });
  let [first, last] = [0, 0];
  // The cookie of the session may not have been written down: the card lets the same person in.
  await page.goto(platform.cards.youth.url);
  await expect.poll(() => sent.size, { timeout: ARRIVE_MS, intervals: [20] }).toBe(given.length);
  test.info().annotations.push({ type: 'measured', description: `${given.length} commands, ${last - first} ms from the first answer to the last` });
  expect([...sent.keys()].sort()).toEqual(given.map(({ key }) => key).sort());
  expect(new Set(sent.values())).toEqual(new Set([1]));
  await expect.poll(() => waiting(page)).toEqual([]);
  const runs = await page.evaluate(async () => (await (await fetch('/api/v1/me/runs')).json()).items.length);
  expect(runs).toBeGreaterThan(0);
  await context.close();
  profile.remove();
});

test('who signs out while something waits is asked first, and stays until it is sent', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, words } = youth;
  await comeAsYouth(page, platform.cards.youth);
  youth.forgive(/503|Failed to load/);
  const busy = { status: 503, contentType: 'application/problem+json', body: '{"type":"urn:problem-type:stc:unavailable","status":503}' };
  await page.route('**/answers/**', (route) => route.fulfill(busy));
  await page.goto(`${platform.url}/exercise/${packOf('work').id}`);
  await page.locator('fieldset input').first().check({ force: true });
  await expect(page.getByText(words.youth('exercise.waiting'))).toBeVisible();
  await page.goto(`${platform.url}/more`);
  const leave = page.getByRole('button', { name: words.youth('more.signOut') });
  await leave.click();
  const asked = page.getByRole('dialog', { name: words.shell('leave.title') });
  await expect(asked).toBeVisible({ timeout: ARRIVE_MS });
  await asked.getByRole('button', { name: words.shell('leave.stay') }).click();
  await expect(asked).toHaveCount(0);
  await page.unrouteAll();
  await expect.poll(() => waiting(page), { timeout: ARRIVE_MS }).toEqual([]);
  await leave.click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.signIn('title'));
});

test('an exercise that is finished without internet is done when it is back', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, words } = youth;
  await comeAsYouth(page, platform.cards.youth);
  youth.forgive(/net::ERR_INTERNET_DISCONNECTED/);
  const { id, steps } = packOf('work');
  await page.goto(`${platform.url}/exercise/${id}`);
  await expect(page.locator('fieldset')).toBeVisible();
  await page.context().setOffline(true);
  for (const step of steps) {
    const { pickMin } = chooseOf(step);
    await expect(page.getByRole('heading', { level: 1, name: step.question.nl })).toBeVisible();
    await expect(page.getByRole('group', { name: step.question.nl })).toBeVisible();
    for (let pick = 0; pick < Math.max(1, pickMin); pick += 1) await page.locator('fieldset input').nth(pick).check({ force: true });
    await page.locator('footer .button').last().click();
  }
  await page.getByRole('button', { name: words.youth('review.finish') }).click();
  await expect(page.getByText(words.youth('review.waitFirst'))).toBeVisible({ timeout: ARRIVE_MS });
  await page.context().setOffline(false);
  await expect.poll(() => waiting(page), { timeout: ARRIVE_MS }).toEqual([]);
  await page.goto(`${platform.url}/map`);
  await expect(page.getByRole('link', { name: new RegExp(`^${words.shell('domain.work')}, .*${words.shell('map.done')}$`) })).toBeVisible();
});

test('a coach saves a step without internet, sees that it waits, and finds it in the timeline when it is back', async ({ platform, visit }) => {
  const coach = await visit('nl');
  const { page, words } = coach;
  coach.forgive(/net::ERR_INTERNET_DISCONNECTED/);
  await openFirstYouth(coach, platform.cards.coach.url);
  await openForm(coach);
  const group = (name: Parameters<typeof words.staff>[0]) => page.getByRole('group', { name: words.staff(name), exact: true }).getByRole('radio');
  await group('step.category').first().check({ force: true });
  const title = await page.getByRole('group', { name: words.staff('step.category'), exact: true }).locator('label').first().innerText();
  await openDetails(coach);
  await group('step.coachingStep').nth(2).check({ force: true });
  await page.context().setOffline(true);
  await page.getByRole('button', { name: words.staff('step.save'), exact: true }).click();
  const waits = page.getByRole('region', { name: words.staff('waits.title') });
  await expect(waits).toContainText(words.staff('waits.text'), { timeout: ARRIVE_MS });
  expect(await waiting(page)).toHaveLength(1);
  const arrived = page.waitForResponse((answer) => answer.request().method() === 'POST' && answer.url().endsWith('/steps'), { timeout: ARRIVE_MS });
  await page.context().setOffline(false);
  expect((await arrived).status()).toBe(201);
  await expect(waits).toHaveCount(0);
  // On a phone the timeline is the screen behind the form.
  const past = page.getByRole('region', { name: words.staff('timeline.title'), includeHidden: true });
  await expect(past).toContainText(title.replaceAll('\u00AD', ''));
});

test('a coach withdraws a step and closes a trajectory without internet, thinks better of it once, and it arrives in its order', async ({ platform, visit }) => {
  const coach = await visit('nl');
  const { page, hand, words } = coach;
  const { staff } = words;
  coach.forgive(/net::ERR_INTERNET_DISCONNECTED/);
  const name = await openFirstYouth(coach, platform.cards.coach.url);
  const past = page.getByRole('region', { name: staff('timeline.title') });
  const close = page.getByRole('button', { name: staff('act.closing'), exact: true });
  const toClosing = page.getByRole('link', { name: staff('act.closing'), exact: true });
  const moved = page.getByRole('radio', { name: staff('exit.moved'), exact: true });
  // The screen is on the device from here on.
  await hand.press(toClosing);
  await expect(moved).toBeVisible();
  await page.goBack();
  await coach.arrive(name);

  await page.context().setOffline(true);
  await hand.press(past.getByRole('button', { name: staff('timeline.withdraw') }).first());
  await hand.press(page.getByRole('button', { name: staff('timeline.withdraw.yes'), exact: true }));
  await expect(past.getByText(staff('timeline.withdrawing'))).toBeVisible({ timeout: ARRIVE_MS });
  await expect(page.getByRole('dialog')).toHaveCount(0);
  const waits = page.getByRole('region', { name: staff('waits.title') });
  await expect(waits).toContainText(staff('waits.withdrawal'));
  const closeIt = async () => {
    await hand.press(toClosing);
    await hand.choose(moved);
    await hand.press(close);
    await expect(waits).toContainText(staff('waits.closing'), { timeout: ARRIVE_MS });
    await expect(toClosing, 'nothing more is offered').toHaveCount(0);
  };
  await closeIt();
  await coach.look(name);
  await hand.press(waits.getByRole('listitem').filter({ hasText: staff('waits.closing') }).getByRole('button', { name: staff('waits.not'), exact: true }));
  await expect(toClosing).toBeVisible();
  await closeIt();
  expect((await waiting(page)).map(({ path }) => path.split('/').at(-1))).toEqual(['withdrawal', 'closing']);

  const arrived: string[] = [];
  page.on('response', (answer) => {
    const isOurs = answer.request().method() === 'POST' && /(withdrawal|closing)$/.test(answer.url());
    if (isOurs && answer.ok()) arrived.push(answer.url().split('/').at(-1)!);
  });
  await page.context().setOffline(false);
  await expect(waits).toHaveCount(0, { timeout: ARRIVE_MS });
  await expect.poll(() => arrived).toEqual(['withdrawal', 'closing']);
  await expect(past.getByText(staff('timeline.withdrawn'), { exact: true }).first()).toBeVisible();
  await expect(past.getByText(staff('timeline.closed'))).toBeVisible();
  await expect(page.getByText(staff('act.closed'))).toBeVisible();
});

test('what was typed for a new coach outlives a load of the page, and is one coach', async ({ platform, visit }) => {
  const lead = await visit('nl');
  const { page, hand, words } = lead;
  const { staff } = words;
  lead.forgive(/net::ERR_FAILED/);
  await lead.come(platform.cards.lead.url);
  await lead.arrive(staff('people.title'));
  await hand.press(page.getByRole('main').getByRole('link', { name: staff('people.newCoach'), exact: true }));
  const name = page.getByRole('textbox', { name: staff('youth.name'), exact: true });
  const save = page.getByRole('button', { name: staff('newCoach.save'), exact: true });
  // It arrives, and its answer is lost.
  await page.route('**/people', async (route) => (await route.fetch(), route.abort()));
  await name.fill('Zoë Peeters');
  await hand.press(save);
  await expect(page.getByText(staff('save.network'))).toBeVisible();
  await page.unrouteAll();
  await page.reload();
  await expect(name).toHaveValue('Zoë Peeters');
  await hand.press(save);
  await takeCard(lead, 'Zoë Peeters');
  await page.getByRole('searchbox', { name: staff('people.search') }).fill('Zoë Peeters');
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: 'Zoë Peeters' })).toHaveCount(1);
  await hand.press(page.getByRole('main').getByRole('link', { name: staff('people.newCoach'), exact: true }));
  await expect(name, 'the next one begins anew').toHaveValue('');
});

/** As when the battery is empty: every process of this browser at once. */
async function kill(context: BrowserContext, profile: string): Promise<void> {
  const closed = context.waitForEvent('close');
  execFileSync('pkill', ['-KILL', '-f', profile]);
  await closed;
}
