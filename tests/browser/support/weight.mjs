// @ts-check
/** How much JavaScript a first visit costs, as it comes over the network. */
import { chromium } from '@playwright/test';
import { args, executablePath } from './browser.mjs';

const SCRIPT = /\.js$/;

/**
 * Bytes of scripts, gzipped, of the first screen of a device that was never here.
 * @param {string} url
 * @param {{ card?: string, shows: 'textbox' | 'navigation' }} visit what the screen shows when it is there;
 *   `card` signs in first, on another device
 * @returns {Promise<{ bytes: number, files: string[] }>}
 */
export async function scriptsOf(url, { card, shows }) {
  const browser = await chromium.launch({ executablePath, args });
  try {
    const cookies = card ? await signedIn(browser, card) : [];
    // What the service worker fetches for later is not part of the first screen.
    const context = await browser.newContext({ locale: 'nl-BE', serviceWorkers: 'block' });
    await context.addCookies(cookies);
    const page = await context.newPage();
    const network = await context.newCDPSession(page);
    await network.send('Network.setAcceptedEncodings', { encodings: ['gzip'] });
    await network.send('Network.enable');
    /** @type {Map<string, { url: string, encoding: string, header: number }>} */
    const asked = new Map();
    /** @type {{ url: string, bytes: number }[]} */
    const came = [];
    network.on('Network.responseReceived', ({ requestId, response }) => {
      const encoding = response.headers['content-encoding'] ?? '';
      asked.set(requestId, { url: response.url, encoding, header: response.encodedDataLength });
    });
    network.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const one = asked.get(requestId);
      if (!one || !SCRIPT.test(new URL(one.url).pathname)) return;
      if (one.encoding !== 'gzip') throw new Error(`${one.url} came without gzip`);
      came.push({ url: one.url, bytes: encodedDataLength - one.header });
    });
    await page.goto(url);
    await page.getByRole(shows).waitFor();
    await page.waitForLoadState('networkidle');
    return {
      bytes: came.reduce((sum, { bytes }) => sum + bytes, 0),
      files: came.map(({ url, bytes }) => `${new URL(url).pathname} ${bytes}`),
    };
  } finally {
    await browser.close();
  }
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {string} card
 */
async function signedIn(browser, card) {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(card);
  await page.waitForURL((url) => url.pathname !== '/');
  const cookies = await context.cookies();
  await context.close();
  return cookies;
}
