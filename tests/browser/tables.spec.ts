import type { Locator, Page } from '@playwright/test';
import { NOT_SHOWN, numberIn, openChart, openTable, readMonths, type By } from './support/tables.ts';
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

const VIEWS: By[] = ['disability', 'activity', 'month'];

for (const lang of ['nl', 'fi'] as const) {
  test(`each view of a table has a chart that says what it shows, beside its figures, in ${lang}`, async ({ platform, visit }) => {
    const auditor = await visit(lang);
    const { hand, words } = auditor;
    await auditor.come(platform.cards.auditor.url);
    await auditor.arrive(words.staff('centres.title'));
    const { rows } = await openTable(auditor, 2);

    const bars = await openChart(auditor, 2, 'disability');
    const most = Math.max(...rows.get('total')!.filter(Number.isFinite));
    expect(numberIn((await bars.getByRole('img').getAttribute('aria-label'))!.match(/\([^)]*\)/)![0])).toBe(most);
    await auditor.look(words.staff('tables.2.title'));

    const groups = await openChart(auditor, 2, 'activity');
    await hand.press(groups.getByText(words.staff('charts.figures'), { exact: true }));
    const mental = groups.getByRole('columnheader', { name: words.staff('disability.mental'), exact: true });
    await expect(mental).toBeVisible();
    const first = await groups.getByRole('row').nth(1).getByRole('cell').first().textContent();
    expect(numberIn(first!)).toBe(rows.get('mental')![0]);
    await auditor.look(words.staff('tables.2.title'));

    await openChart(auditor, 2, 'month');
    const months = await readMonths(auditor);
    expect(months).toHaveLength(12);
    for (const { figure, range } of months) expect(range).toEqual(Object.is(figure, NOT_SHOWN) ? [0, 2] : [figure - 2, figure + 2]);
    await auditor.look(words.staff('tables.2.title'));
  });
}

test('the months of a centre are exact, and a month that does not come is asked for again', async ({ platform, visit }) => {
  const lead = await visit('nl');
  const { page, hand, words } = lead;
  await lead.come(platform.cards.lead.url);
  await lead.arrive(words.staff('people.title'));
  const year = new Date().getFullYear() - 1;
  let asked = 0;
  await page.route(`**/api/v1/tables/1?*from=${year}-11-01&to=${year}-11-30*`, (route) =>
    (asked += 1) === 1 ? route.fulfill({ status: 500, body: 'gone' }) : route.continue(),
  );
  lead.forgive(/500/);
  await lead.come(new URL(`/lead/table/1?by=month&from=${year}-10-01`, page.url()).href);
  await hand.press(page.getByRole('button', { name: words.shell('tryAgain'), exact: true }));
  await openChart(lead, 1, 'month');
  const months = await readMonths(lead);
  const persons = numberIn(await page.getByText(words.staff('tables.1.sub')).locator('b').innerText());
  expect(months.reduce((sum, { figure }) => sum + figure, 0), 'each counts in one month').toBe(persons);
  expect(months.flatMap(({ range }) => range)).toEqual([]);
  expect(asked).toBe(2);
  await lead.look(words.staff('tables.1.title'));
});

test('a table is printed on one sheet, the chart beside the notes, and its check value in full', async ({ platform, visit }) => {
  const auditor = await visit('fi');
  const { page, hand, words } = auditor;
  await auditor.come(platform.cards.auditor.url);
  await auditor.arrive(words.staff('centres.title'));
  for (const number of [1, 2] as const) {
    await openTable(auditor, number);
    for (const by of VIEWS) {
      const chart = await openChart(auditor, number, by);
      await page.emulateMedia({ media: 'print' });
      if (by === 'disability') {
        const [notes, picture] = await Promise.all([page.getByRole('region', { name: words.staff('tables.notes') }).boundingBox(), chart.boundingBox()]);
        expect(picture!.x).toBeGreaterThan(notes!.x + notes!.width - 1);
        await expect(page.getByText(/^[0-9a-f]{64}$/)).toBeVisible();
      }
      const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g);
      expect(sheets, `table ${number} by ${by}`).toHaveLength(1);
      await page.emulateMedia({ media: null });
    }
  }
  await openChart(auditor, 2, 'disability');
  await expect(page.getByText(/^[0-9a-f]{8}…/)).toBeVisible();
  await hand.press(page.getByRole('button', { name: words.staff('tables.note.copy'), exact: true }));
  await expect(page.getByText(words.staff('tables.note.copied'))).toBeAttached();
});
