import { chromium, type Locator, type Page } from '@playwright/test';
import { args, executablePath } from './support/browser.mjs';
import { openDetails, openFirstYouth, openForm } from './support/coach.ts';
import { makeCoach, takeCard } from './support/lead.ts';
import { dayOf } from './support/tables.ts';
import { expect, test } from './support/test.ts';
import { wordsOf } from './support/words.ts';

/** What staff and whoever signs in run into on a bad day. */

const MENU = 'https://www.example.com/menu';
/** An address in the local network, which no browser holds for trustworthy. */
const LAN = '192.168.1.20';
/** A phone of today, held in one hand. */
const THUMB = { width: 390, height: 844 };

/** A camera that always shows the same picture; `null`: a detector that only fails. */
async function cameraSees(page: Page, seen: string | null): Promise<void> {
  await page.addInitScript((rawValue) => {
    const detect = async () => {
      if (rawValue === null) throw new Error('no formats');
      return [{ rawValue }];
    };
    Object.assign(window, { BarcodeDetector: class { detect = detect; } });
    const getUserMedia = async () => {
      const canvas = document.createElement('canvas');
      setInterval(() => canvas.getContext('2d')!.fillRect(0, 0, 9, 9), 50);
      return canvas.captureStream(9);
    };
    Object.defineProperty(navigator, 'mediaDevices', { value: { getUserMedia } });
  }, seen);
}

function signInsOf(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/session')) sent.push(request.postData() ?? '');
  });
  return sent;
}

test('a picture that is no start card is told and never tried', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, hand, words } = youth;
  const sent = signInsOf(page);
  await cameraSees(page, MENU);
  await youth.come(platform.url);
  await hand.press(page.getByRole('button', { name: words.signIn('scan'), exact: true }));
  const dialog = page.getByRole('dialog', { name: words.signIn('scan.title') });
  await expect(dialog.getByText(words.signIn('notACard'))).toBeVisible();
  await expect(dialog.locator('video'), 'it keeps looking').toBeVisible();
  await hand.press(dialog.getByRole('button', { name: words.shell('close') }));

  const code = page.getByRole('textbox', { name: words.signIn('code') });
  const told = page.getByRole('alert');
  await code.fill(MENU);
  await expect(told).toHaveText(words.signIn('notACard'));
  await hand.press(page.getByRole('button', { name: words.signIn('go'), exact: true }));
  await expect(told).toHaveText(words.signIn('notACard'));
  await expect(code).toHaveValue(MENU);
  await code.clear();
  await hand.write(code, 'K7MO');
  await expect(told, 'while the rest is still to come').toHaveText(words.signIn('wrongLetter', { letter: 'O' }));
  await code.press('Backspace');
  await expect(told).toHaveCount(0);
  expect(sent).toEqual([]);

  await code.fill(platform.cards.youth.url);
  await expect(code).toHaveValue(platform.cards.youth.code);
  await hand.press(page.getByRole('button', { name: words.signIn('go'), exact: true }));
  await youth.arrive(words.youth('avatar.title'));
  expect(sent).toEqual([JSON.stringify({ code: platform.cards.youth.code })]);
});

test('the camera finds a start card, and one that does not work blames nobody for typing', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, hand, words } = youth;
  await cameraSees(page, platform.cards.youth.url);
  await youth.come(platform.url);
  await hand.press(page.getByRole('button', { name: words.signIn('scan'), exact: true }));
  await youth.arrive(words.youth('avatar.title'));

  youth.forgive(/401/);
  await youth.come(`${platform.url}/?old#card=K7M2-9QXD-4TRW`);
  await expect(page.getByRole('alert')).toHaveText(words.signIn('deadCard'));
  await youth.look(words.signIn('title'));
});

test('a camera that cannot read pictures says so and leads to typing', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, hand, words } = youth;
  await cameraSees(page, null);
  await youth.come(platform.url);
  await hand.press(page.getByRole('button', { name: words.signIn('scan'), exact: true }));
  await expect(page.getByText(words.signIn('scan.failing'))).toBeVisible();
  await hand.press(page.getByRole('button', { name: words.signIn('scan.type'), exact: true }));
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await youth.look(words.signIn('title'));
});

test('over plain http in a local network the page says before any try that it needs https', async ({ platform }) => {
  const browser = await chromium.launch({ executablePath, args: [...args, `--host-resolver-rules=MAP ${LAN} 127.0.0.1`] });
  const page = await (await browser.newContext({ locale: 'nl-BE' })).newPage();
  const sent = signInsOf(page);
  const words = wordsOf('nl');
  const { port } = new URL(platform.url);
  await page.goto(`http://${LAN}:${port}/#card=${platform.cards.coach.code}`);
  await expect(page.getByText(words.signIn('https'))).toBeVisible();
  const way = page.getByRole('link', { name: `https://${LAN}`, exact: true });
  await expect(way).toHaveAttribute('href', `https://${LAN}/#card=${platform.cards.coach.code}`);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  expect(new URL(page.url()).hash, 'the code does not stay in the address').toBe('');
  expect(sent).toEqual([]);
  await browser.close();
});

test('a browser that does not keep the cookie is told so, and not that somebody was away', async ({ platform, visit }) => {
  const coach = await visit('nl');
  const { page, words } = coach;
  // Playwright cannot forbid cookies: what the browser would drop is taken out of the answer.
  await page.route('**/api/v1/session', async (route) => {
    const answer = await route.fetch();
    const { 'set-cookie': _, ...headers } = answer.headers();
    await page.context().clearCookies();
    await route.fulfill({ status: answer.status(), headers, body: await answer.body() });
  });
  await coach.come(platform.cards.coach.url);
  await expect(page.getByRole('alert')).toHaveText(words.signIn('notKept', { site: new URL(platform.url).host }));
  await expect(page.getByText(words.signIn('ended'))).toHaveCount(0);
  await coach.look(words.signIn('title'));
});

test('a step whose answer was lost waits in sight, arrives once, and the next one is saved at the first press', async ({ platform, visit }) => {
  const coach = await visit('nl');
  const { page, words } = coach;
  const { staff } = words;
  const name = await openFirstYouth(coach, platform.cards.coach.url);
  await openForm(coach);
  const form = page.locator('form');
  const note = form.getByRole('textbox', { name: staff('step.note', { name }), exact: true });
  const answers: number[] = [];
  let lost = true;
  await page.route('**/steps', async (route) => {
    const answer = await route.fetch();
    answers.push(answer.status());
    await (lost ? route.abort() : route.fulfill({ response: answer }));
  });
  const save = async (text: string) => {
    await fillStep(form);
    await note.fill(text);
    await coach.hand.press(form.getByRole('button', { name: staff('step.save'), exact: true }));
  };
  coach.forgive(/net::ERR_FAILED/);
  await save('Wandeling langs de Nete');
  const waits = page.getByRole('region', { name: staff('waits.title') });
  await expect(waits).toContainText(staff('waits.text'));
  await expect(note, 'the form is free').toHaveValue('');
  await coach.look(name);

  lost = false;
  await coach.hand.press(waits.getByRole('button', { name: staff('waits.now') }));
  await expect(waits).toHaveCount(0);
  // On a phone the timeline is the screen behind the form.
  const past = page.getByRole('region', { name: staff('timeline.title'), includeHidden: true });
  await expect(past.locator('blockquote').filter({ hasText: /^Wandeling langs de Nete$/ })).toHaveCount(1);
  const before = answers.length;
  await save('Een andere stap, van vandaag');
  await expect(past.locator('blockquote').filter({ hasText: 'Een andere stap, van vandaag' })).toBeVisible();
  expect(new Set(answers), 'each time the same command').toEqual(new Set([201]));
  expect(answers.slice(before), 'saved at the first press').toEqual([201]);
});

test('a coach whose answer was lost stands in the list, and the form goes on', async ({ platform, visit }) => {
  const lead = await visit('nl');
  const { page, words } = lead;
  const { staff } = words;
  await lead.come(`${platform.cards.lead.url}`);
  await lead.arrive(staff('people.title'));
  await lead.hand.press(page.getByRole('link', { name: staff('people.newCoach'), exact: true }));
  const name = page.getByRole('textbox', { name: staff('youth.name'), exact: true });
  const save = page.getByRole('button', { name: staff('newCoach.save'), exact: true });
  let lost = true;
  await page.route('**/people', async (route) => {
    const answer = await route.fetch();
    await (lost ? route.abort() : route.fulfill({ response: answer }));
  });
  lead.forgive(/net::ERR_FAILED|409/);
  await name.fill('Zoë Peeters');
  await lead.hand.press(save);
  await expect(page.getByText(staff('save.network'))).toBeVisible();
  lost = false;
  await name.fill('Zoé Peeters');
  await lead.hand.press(save);
  await expect(page.getByText(staff('people.arrived'))).toBeVisible();
  await expect(name).toHaveValue('Zoé Peeters');
  await lead.look(staff('newCoach.title'));
  await lead.hand.press(page.getByRole('link', { name: staff('people.arrived.way'), exact: true }));
  await page.getByRole('searchbox', { name: staff('people.search') }).fill('Peeters');
  await expect(page.getByRole('listitem').filter({ hasText: 'Zoë Peeters' })).toHaveCount(1);
});

test('a lead makes a new card for who lost it, and reads it', async ({ platform, visit }) => {
  const lead = await visit('nl');
  const { page, hand, words } = lead;
  const { staff } = words;
  await lead.come(platform.cards.lead.url);
  await lead.arrive(staff('people.title'));
  await hand.choose(page.getByRole('radio', { name: staff('people.filter.youth'), exact: true }));
  const first = page.getByRole('main').getByRole('listitem').filter({ hasText: staff('role.youth') }).first();
  const name = await first.locator('b').innerText();
  await hand.press(first.getByRole('button', { name: staff('people.newCard') }));
  await hand.press(page.getByRole('button', { name: staff('people.card.ask.yes'), exact: true }));
  const card = await takeCard(lead, name);
  const youth = await visit('nl');
  await youth.come(card.url);
  await expect(youth.page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(youth.page.getByRole('alert')).toHaveCount(0);
});

test('a lead reads of nobody who is at work with a coach that they were never here', async ({ platform, visit }) => {
  const lead = await visit('nl');
  const { page, words } = lead;
  const { staff } = words;
  await lead.come(platform.cards.lead.url);
  await lead.arrive(staff('people.title'));
  await lead.hand.choose(page.getByRole('radio', { name: staff('people.filter.youth'), exact: true }));
  const people = page.getByRole('main').getByRole('listitem');
  const never = people.filter({ hasText: staff('people.neverSignedIn') });
  await expect(people.locator('svg').first(), 'somebody has a picture').toBeVisible();
  await expect(never.locator('svg'), 'and who has one was here').toHaveCount(0);
  await page.getByRole('searchbox', { name: staff('people.search') }).fill('Noor');
  await expect(never, 'the newest has everything ahead').toHaveCount(1);
});

test('only the newest step offers to be withdrawn at once, and saving is always within reach', async ({ platform, visit }) => {
  const coach = await visit('nl');
  const { page, hand, words } = coach;
  const { staff } = words;
  const name = await openFirstYouth(coach, platform.cards.coach.url);
  const past = page.getByRole('region', { name: staff('timeline.title') });
  const withdraw = past.getByRole('button', { name: staff('timeline.withdraw') });
  await expect(past.locator('summary').first()).toBeVisible();
  await expect(withdraw).toHaveCount(1);
  await hand.press(past.locator('summary').first());
  await expect(withdraw).toHaveCount(2);
  await hand.press(withdraw.last());
  await expect(page.getByRole('dialog')).toContainText(staff('timeline.withdraw.ask'));
  await hand.press(page.getByRole('button', { name: staff('timeline.withdraw.yes'), exact: true }));
  await expect(past.getByText(staff('timeline.withdrawn'), { exact: true }).first()).toBeVisible();
  await coach.look(name);

  await openForm(coach);
  await page.evaluate(() => scrollTo(0, 0));
  await expect(page.getByRole('button', { name: staff('step.save'), exact: true })).toBeInViewport({ ratio: 1 });
});

/** One more than stand in front: one of them does not. */
const RARE = ['btomRequest', 'ipsJobCoaching', 'internshipCoaching', 'internshipMediation', 'jobMediation', 'networkIntervention'] as const;

test('a usual step takes six taps at most, nothing has to be scrolled, and the action used last stands in front', async ({ platform, visit }, { project }) => {
  test.skip(project.name !== 'phone', 'with one thumb');
  const coach = await visit('nl');
  const { page, words } = coach;
  const { staff } = words;
  const radioOf = (code: (typeof RARE)[number]) => page.getByRole('radio', { name: staff(`category.${code}`), exact: true });
  const note = page.getByRole('textbox', { name: /^Wat ging goed/ });
  await page.setViewportSize(THUMB);
  await coach.come(platform.cards.coach.url);
  await coach.arrive(staff('coach.title'));
  const youth = page.getByRole('region').getByRole('link').first();
  const name = await youth.locator('b').innerText();
  let taps = 0;
  const tap = async (target: Locator) => {
    await expect(target).toBeInViewport({ ratio: 1 });
    expect(await page.evaluate(() => scrollY), 'nothing was scrolled').toBe(0);
    await target.tap();
    taps += 1;
  };
  const save = page.getByRole('button', { name: staff('step.save'), exact: true });

  await tap(youth);
  await coach.arrive(name);
  await tap(page.getByRole('link', { name: staff('step.title'), exact: true }));
  await expect(note).toBeInViewport({ ratio: 1 });
  const shown = await Promise.all(RARE.map((code) => radioOf(code).count()));
  const rare = RARE[shown.indexOf(0)]!;
  const action = radioOf(rare);
  await tap(page.getByRole('button', { name: staff('step.more'), exact: true }));
  await expect(page.locator('.actions input').nth(5), 'the focus is where the new ones begin').toBeFocused();
  await tap(action);
  await tap(save);
  await expect(page.getByRole('region', { name: staff('timeline.title') }).getByText(staff.count('timeline.step', 45, { category: staff(`category.${rare}`) })).first()).toBeVisible();
  expect(taps, 'with an action that was never used').toBeLessThanOrEqual(6);

  taps = 2;
  await page.evaluate(() => scrollTo(0, 0));
  await page.getByRole('link', { name: staff('step.title'), exact: true }).tap();
  await tap(action);
  await tap(save);
  expect(taps, 'with one that was').toBe(4);
  await page.reload();
  await coach.arrive(name);
  await openForm(coach);
  await expect(action, 'this device knows').toBeVisible();
});

test('what is wrong in the folded line opens it, and no field is under the button when it has the focus', async ({ platform, visit }) => {
  const coach = await visit('nl');
  const { page, hand, words } = coach;
  const { staff } = words;
  const name = await openFirstYouth(coach, platform.cards.coach.url);
  await openForm(coach);
  await openDetails(coach);
  const day = page.getByLabel(staff('step.date'), { exact: true });
  await day.fill(dayOf(new Date(Date.now() + 3 * 86_400_000)));
  await hand.press(page.getByRole('button', { name: staff('step.less'), exact: true }));
  await expect(day).toHaveCount(0);
  const save = page.getByRole('button', { name: staff('step.save'), exact: true });
  const action = page.getByRole('group', { name: staff('step.category'), exact: true }).getByRole('radio').first();
  await hand.press(save);
  await expect(action, 'the first that is wrong').toBeFocused();
  await hand.choose(action);
  await hand.press(save);
  await expect(day).toBeFocused();
  const field = (await day.boundingBox())!;
  expect(field.y + field.height, 'above the button').toBeLessThanOrEqual((await save.boundingBox())!.y);
  await coach.look(name);
});

test('a name in another script keeps its own direction, also on the printed card', async ({ platform, visit }) => {
  const NAME = 'نور 2 (Noor)';
  const lead = await visit('nl');
  const { page, words } = lead;
  await lead.come(platform.cards.lead.url);
  await lead.arrive(words.staff('people.title'));
  const card = page.getByRole('article', { name: words.staff('card.title') });
  const seen = page.waitForFunction(() => document.querySelector('article svg[role=img]')?.getAttribute('aria-label'));
  const making = makeCoach(lead, NAME);
  await seen;
  await expect(card.locator('bdi', { hasText: NAME })).toBeVisible();
  const printed = (await page.pdf({ tagged: true })).toString('latin1');
  expect(printed, 'the QR picture is a figure for who reads the PDF aloud').toContain('/Figure');
  await making;
  await page.getByRole('searchbox', { name: words.staff('people.search') }).fill('نور');
  await expect(page.getByRole('listitem').locator('b bdi', { hasText: NAME })).toBeVisible();
});

/** A choice in every group that has none: a step as it could be. */
async function fillStep(form: Locator): Promise<void> {
  await form.waitFor();
  const names = await form.locator('input[type=radio]').evaluateAll((all) => all.map((one) => (one as HTMLInputElement).name));
  for (const name of new Set(names)) {
    const group = form.locator(`input[name="${name}"]`);
    if (!(await group.evaluateAll((all) => all.some((one) => (one as HTMLInputElement).checked)))) await group.first().check({ force: true });
  }
}
