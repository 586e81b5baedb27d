import { test as base } from '@playwright/test';
import { TEMPLATE } from './demo.ts';
import { Platform } from './platform.mjs';
import { Visitor } from './visitor.ts';
import { LOCALES, type Lang } from './words.ts';

interface How {
  /** With a hand, as the device asks, or with the keys alone. */
  by?: 'hand' | 'keys';
  /** The language of the device, when it is another one than the person's. */
  device?: Lang;
  colours?: 'light' | 'dark';
}

interface Fixtures {
  /** The real platform with the demo, for this test alone. */
  platform: Platform;
  /** Lets a person come, at a device of their own. */
  visit: (lang: Lang, how?: How) => Promise<Visitor>;
}

export const test = base.extend<Fixtures>({
  platform: async ({}, use) => {
    const platform = await Platform.start(process.env[TEMPLATE]);
    await use(platform);
    await platform.stop();
  },
  visit: async ({ browser, hasTouch }, use) => {
    const visitors: Visitor[] = [];
    await use(async (lang, { by = 'hand', device = lang, colours } = {}) => {
      const context = await browser.newContext({ locale: LOCALES[device], ...(colours && { colorScheme: colours }) });
      const visitor = await Visitor.at(context, lang, device, by, hasTouch);
      visitors.push(visitor);
      return visitor;
    });
    for (const visitor of visitors) await visitor.leave();
  },
});
export { expect } from '@playwright/test';
