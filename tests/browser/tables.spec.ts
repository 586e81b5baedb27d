import type { Locator, Page } from '@playwright/test';
import { openTable } from './support/tables.ts';
import { expect, test } from './support/test.ts';
import type { Visitor } from './support/visitor.ts';
import { LANGS } from './support/words.ts';

/** An atlas loses no page: what is not in sight, and what is not shown, says so. */
const LAPTOPS = [1024, 1280, 1440];

/** How many pixels of the table one would have to scroll for. */
function outOfSight(page: Page): Promise<number> {
  return page.getByRole('region').filter({ has: page.getByRole('table') }).evaluate((sheet) => sheet.scrollWidth - sheet.clientWidth);
}

function sign({ page, words }: Visitor): Locator {
  const [, after] = words.staff('tables.inSight', { all: '{', n: '{' }).split('{').slice(-2);
  return page.getByText(new RegExp(`\\d+.*${after!.replace(/[.]/g, '\\.')}`));
}

for (const lang of LANGS) {
  test(`no column of a table is out of sight without a sign in ${lang}`, async ({ platform, visit }, { project }) => {
    const auditor = await visit(lang);
    const { page, hand, words } = auditor;
    await auditor.come(platform.cards.auditor.url);
    await auditor.arrive(words.staff('centres.title'));
    if (project.name === 'desk') {
      for (const number of [1, 2] as const) {
        await openTable(auditor, number);
        for (const width of LAPTOPS) {
          await page.setViewportSize({ width, height: 800 });
          await expect.poll(() => outOfSight(page), { message: `table ${number} at ${width}` }).toBeLessThanOrEqual(1);
          await expect(sign(auditor)).toHaveCount(0);
        }
      }
      return;
    }
    const open = async (number: '1' | '2') => {
      const short = words.staff(`nav.table${number}.short`);
      await hand.press(page.getByRole('navigation').getByRole('link', { name: short, exact: true }).filter({ visible: true }));
      await auditor.look(words.staff(`tables.${number}.title`));
    };
    for (const number of ['1', '2'] as const) {
      await open(number);
      expect(await outOfSight(page), 'the first view needs no columns').toBeLessThanOrEqual(1);
      await expect(sign(auditor)).toHaveCount(0);
    }
    // The choice stays from one table to the other.
    await hand.choose(page.getByRole('radio', { name: words.staff('tables.view.disability'), exact: true }));
    for (const number of ['2', '1'] as const) {
      await open(number);
      await expect(sign(auditor)).toBeVisible();
    }
  });
}
