import { test as base } from '@playwright/test';
import { TEMPLATE } from './demo.ts';
import { Platform } from './platform.mjs';
import { Visitor } from './visitor.ts';
import { LOCALES, type Lang } from './words.ts';

interface Fixtures {
  /** The real platform with the demo, for this test alone. */
  platform: Platform;
  /** Lets a person come, at a device of their own. */
  visit: (lang: Lang, how?: { by?: 'hand' | 'keys'; device?: Lang }) => Promise<Visitor>;
}

export const test = base.extend<Fixtures>({
  platform: async ({}, use) => {
    const platform = await Platform.start(process.env[TEMPLATE]);
    await use(platform);
    await platform.stop();
  },
  visit: async ({ browser, hasTouch }, use) => {
    const visitors: Visitor[] = [];
    await use(async (lang, { by = 'hand', device = lang } = {}) => {
      const context = await browser.newContext({ locale: LOCALES[device] });
      const visitor = await Visitor.at(context, lang, by, hasTouch);
      visitors.push(visitor);
      return visitor;
    });
    for (const visitor of visitors) await visitor.leave();
  },
});
export { expect } from '@playwright/test';
