import type { Page } from '@playwright/test';
import { args, executablePath } from './support/browser.mjs';
import { expect, test } from './support/test.ts';
import { chromium } from '@playwright/test';
import { wordsOf } from './support/words.ts';

/** What staff and whoever signs in run into on a bad day. */

const MENU = 'https://www.example.com/menu';
/** An address in the local network, which no browser holds for trustworthy. */
const LAN = '192.168.1.20';

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
