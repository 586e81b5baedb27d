import type { Page } from '@playwright/test';
import axe, { type AxeResults } from 'axe-core';

/** What axe-core has against a page, by WCAG 2.2 A and AA. */
const WCAG = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** The rule, what is wrong and where, of each place. */
export async function violations(page: Page): Promise<string[]> {
  // Once for a page, however many of its screens are looked at: that, and not telling what is right, takes half the time.
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  const found = await page.evaluate(async (values) => {
    const { axe } = window as unknown as { axe: { run: (about: Document, how: object) => Promise<AxeResults> } };
    const { violations } = await axe.run(document, { runOnly: { type: 'tag', values }, resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, any }) => `${any[0]?.message ?? ''} ${html}`) }));
  }, WCAG);
  return found.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node}`));
}
