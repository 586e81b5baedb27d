// @ts-check
/** How much JavaScript a first visit costs, as the platform sends it. */
import { get } from 'node:http';
import { chromium } from '@playwright/test';
import { args, executablePath } from './browser.mjs';

/** @typedef {{ locale: string, card?: string, shows: 'textbox' | 'navigation' }} Visit */

/**
 * Bytes of scripts, gzipped, of the first screen of a device that was never here.
 * @param {string} url
 * @param {Visit} visit what the screen shows when it is there; `card` signs in first, on another device
 * @returns {Promise<{ bytes: number, files: string[] }>}
 */
export async function scriptsOf(url, visit) {
  const scripts = await asked(url, visit);
  const sizes = await Promise.all(scripts.map(gzipped));
  return {
    bytes: sizes.reduce((sum, bytes) => sum + bytes, 0),
    files: scripts.map((script, i) => `${sizes[i]} ${new URL(script).pathname}`),
  };
}

/** What is on the page when the screen is, and not only its picture. */
const SIGN = { textbox: '#app:not([hidden]) input', navigation: '#app:not([hidden]) nav' };

/**
 * The scripts that a browser asks for until the screen is there: what comes after it is for later.
 * @param {string} url @param {Visit} visit
 */
async function asked(url, { locale, card, shows }) {
  const browser = await chromium.launch({ executablePath, args });
  try {
    const cookies = card ? await signedIn(browser, card) : [];
    // What the service worker fetches for later is not part of the first screen.
    const context = await browser.newContext({ locale, serviceWorkers: 'block' });
    await context.addCookies(cookies);
    const page = await context.newPage();
    await page.addInitScript((sign) => {
      const watcher = new MutationObserver(() => {
        if (!document.querySelector(sign)) return;
        watcher.disconnect();
        performance.mark('shown');
      });
      watcher.observe(document, { attributes: true, childList: true, subtree: true });
    }, SIGN[shows]);
    await page.goto(url);
    await page.getByRole(shows).waitFor();
    await page.waitForLoadState('networkidle');
    return await page.evaluate(() => {
      const shown = performance.getEntriesByName('shown')[0]?.startTime;
      if (shown === undefined) throw new Error('nobody saw the screen come');
      const asked = performance.getEntriesByType('resource').filter(({ name, startTime }) => name.endsWith('.js') && startTime <= shown);
      return asked.map(({ name }) => name);
    });
  } finally {
    await browser.close();
  }
}

/**
 * The cookie of whoever has this card, as a header says it.
 * @param {string} card
 */
export async function cookieOf(card) {
  const browser = await chromium.launch({ executablePath, args });
  try {
    return (await signedIn(browser, card)).map(({ name, value }) => `${name}=${value}`).join('; ');
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

/**
 * The length of the answer as it travels, without the frames of HTTP.
 * @param {string} script
 * @returns {Promise<number>}
 */
function gzipped(script) {
  return new Promise((done, failed) => {
    get(script, { headers: { 'accept-encoding': 'gzip' }, agent: false }, (answer) => {
      if (answer.statusCode !== 200 || answer.headers['content-encoding'] !== 'gzip') {
        failed(new Error(`${script}: ${answer.statusCode}, ${answer.headers['content-encoding'] ?? 'not compressed'}`));
      }
      let bytes = 0;
      answer.on('data', (part) => (bytes += part.length)).on('end', () => done(bytes)).on('error', failed);
    }).on('error', failed);
  });
}
