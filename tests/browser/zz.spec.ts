import { expect, test } from './support/test.ts';
for (const lang of ['nl', 'fi'] as const) {
  test(`shots ${lang}`, async ({ platform, visit }, info) => {
    const name = (what: string) => `/tmp/shots/${info.project.name}-${lang}-${what}.png`;
    const operator = await visit(lang);
    const { page, words } = operator;
    await operator.come(platform.cards.operator.url);
    await operator.arrive(words.staff('centres.title'));
    const items = ['registration', 'opening'].map((kind, index) => ({
      id: crypto.randomUUID(), kind, centre: index ? 'lsc44' : 'lsc01', since: new Date(Date.now() - 7_200_000).toISOString(),
      trouble: index ? 'refused' : 'unreachable', turnedBack: index === 1,
    }));
    await page.route('**/unfinished', (request) => request.fulfill({ json: { items, total: items.length, unanswered: 1 } }));
    await page.reload();
    await operator.arrive(words.staff('centres.title'));
    const work = page.getByRole('region', { name: words.staff('work.title') });
    await expect(work).toBeVisible();
    await page.screenshot({ path: name('work'), fullPage: true });
    await operator.hand.press(work.getByRole('button', { name: words.staff('work.undo'), exact: true }).first());
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.screenshot({ path: name('undo') });
    await page.keyboard.press('Escape');
    await operator.hand.press(page.getByRole('main').getByRole('link', { name: words.staff('operator.open'), exact: true }));
    await expect(page.getByRole('heading', { name: words.staff('operator.open') })).toBeVisible();
    await operator.hand.press(page.getByRole('button', { name: words.staff('operator.save'), exact: true }));
    await page.waitForTimeout(500);
    await page.screenshot({ path: name('open'), fullPage: true });
  });
}
