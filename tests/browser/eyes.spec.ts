import { violations } from './support/axe.ts';
import type { Page } from '@playwright/test';
import { chooseOf, DOMAINS, packOf } from './support/content.ts';
import { comeAsYouth, expect, follow, test } from './support/quick.ts';
import { LANG_NAMES, LANGS } from './support/words.ts';

/** Large letters, and colours that the device sets: what people with low vision make of the screens. */
const SCREENS = ['/map', '/overview', '/coaches', '/more', '/timeline', '/avatar', ...DOMAINS.map((domain) => `/exercise/${packOf(domain).id}`)];
const PHONES = [
  { width: 390, height: 844 },
  { width: 320, height: 640 },
];
const TEXT_PERCENT = [100, 130, 200];

test('with large text every screen of a youth fits the phone, in every language, and the menu is in sight', async ({ platform, visit }) => {
  const { page } = await visit('nl');
  await comeAsYouth(page, platform.cards.youth);
  for (const lang of LANGS) {
    await follow(page, '/more');
    await page.getByRole('button', { name: LANG_NAMES[lang], exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', lang);
    for (const path of SCREENS) {
      await follow(page, path);
      await expect(page.locator('h1')).toBeVisible();
      for (const phone of PHONES) {
        await page.setViewportSize(phone);
        for (const percent of TEXT_PERCENT) expect.soft(await faultsAt(page, percent), `${path} in ${lang}, ${phone.width} px, ${percent} %`).toEqual([]);
      }
      if (path.startsWith('/exercise/')) await follow(page, '/map');
    }
  }
});

/** What is wrong on the screen with text of this size. */
async function faultsAt(page: Page, percent: number): Promise<string[]> {
  return page.evaluate(async (size) => {
    document.documentElement.style.fontSize = size;
    await new Promise((shown) => requestAnimationFrame(() => requestAnimationFrame(shown)));
    const faults: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) faults.push(`${scrollWidth - clientWidth} px too wide`);
    const menu = document.querySelector('nav')?.getBoundingClientRect();
    if (menu && menu.bottom > visualViewport!.height + 0.5) faults.push(`menu ${menu.bottom - visualViewport!.height} px below the edge`);
    const cut = [...document.querySelectorAll('nav a, main .button, .sign')].filter((node) => node.scrollWidth > node.clientWidth + 1);
    for (const node of cut) faults.push(`"${node.textContent?.trim()}" is wider than its place`);
    document.documentElement.style.fontSize = '';
    return faults;
  }, `${percent}%`);
}

test('in colours of the device no bar that stays lets the text behind run through it', async ({ platform, visit }) => {
  const youth = await visit('nl');
  await comeAsYouth(youth.page, platform.cards.youth);
  await looksAt(youth.page, SCREENS, platform.url);
  for (const [role, paths] of [
    ['coach', ['/coach']],
    ['lead', ['/lead', '/lead/people/new-youth', '/lead/tables/1', '/lead/tables/2']],
    ['auditor', ['/auditor', '/auditor/tables/1', '/auditor/tables/2']],
    ['operator', ['/operator']],
  ] as const) {
    const { page, words } = await visit('nl');
    await page.goto(platform.cards[role].url);
    await expect(page).toHaveURL(new RegExp(`/${role}`));
    await looksAt(page, paths, platform.url);
    if (role !== 'coach') continue;
    await page.getByRole('region', { name: words.staff('coach.title') }).getByRole('link').first().click();
    await expect(page.getByRole('region', { name: words.staff('timeline.title') })).toBeVisible();
    expect.soft(await barsWithoutGround(page), 'a youth of a coach').toEqual([]);
  }
});

async function looksAt(page: Page, paths: readonly string[], url: string): Promise<void> {
  await page.emulateMedia({ forcedColors: 'active', reducedMotion: 'reduce' });
  for (const path of paths) {
    await page.goto(url + path);
    await expect(page.locator('h1')).toBeVisible();
    expect.soft(await barsWithoutGround(page), path).toEqual([]);
  }
}

/** Bars and heads that stay while the rest scrolls, through which it can be seen. */
function barsWithoutGround(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const stays = [...document.querySelectorAll('body *')].filter((node) => ['sticky', 'fixed'].includes(getComputedStyle(node).position));
    const seen = stays.filter((node) => node.getClientRects().length > 0 && !node.classList.contains('hidden-visually'));
    const through = seen.filter((node) => !/^rgb\(/.test(getComputedStyle(node).backgroundColor));
    return through.map((node) => `${node.tagName} ${node.className}: ${getComputedStyle(node).backgroundColor}`);
  });
}

test('on the smallest phone a long Finnish word breaks with a hyphen, and is whole for who hears it', async ({ platform, visit }) => {
  const { page, words } = await visit('fi');
  await comeAsYouth(page, platform.cards.youth);
  await page.setViewportSize({ width: 360, height: 640 });
  await follow(page, `/exercise/${packOf('work').id}`);
  const { steps } = packOf('work');
  const at = steps.findIndex((step) => chooseOf(step).options.some(({ label }) => label.fi.includes('harjoittelupaikasta')));
  for (const step of steps.slice(0, at)) {
    await expect(page.getByRole('heading', { level: 1, name: step.question.fi })).toBeVisible();
    for (let picked = 0; picked < chooseOf(step).pickMin; picked += 1) await page.locator('fieldset input').nth(picked).check({ force: true });
    await page.getByRole('button', { name: words.youth('exercise.next'), exact: true }).click();
  }
  const label = page.locator('.label', { hasText: 'paikasta' });
  await expect(label).toBeVisible();
  const broken = await label.locator('[aria-hidden]').evaluate((node) => {
    // How high each letter stands, to see where a line ends.
    const text = node.firstChild as Text;
    const line = (i: number) => {
      const range = document.createRange();
      range.setStart(text, i);
      range.setEnd(text, i + 1);
      return range.getBoundingClientRect().bottom;
    };
    const ends = [...text.data].map((_, i) => i).filter((i) => i > 0 && line(i) - line(i - 1) > 5);
    return ends.map((i) => text.data.slice(0, i).replace(/.*\s/s, '') + '/');
  });
  for (const end of broken) expect(end, 'where a line ends').toMatch(/^\/$|\u00ad\/$/);
  expect(broken.length).toBeGreaterThan(0);
  await expect(page.getByRole('checkbox', { name: 'Joku harjoittelupaikasta', exact: true })).toBeAttached();
  expect(await label.locator('.hidden-visually').innerText()).not.toContain('\u00ad');
});

test('what is wrong for somebody is seen on a screen, also on the next one of the same page', async ({ page }) => {
  await page.setContent('<html lang="nl"><title>Iets</title><main><p>Goed.</p></main></html>');
  expect(await violations(page)).toEqual([]);
  await page.evaluate(() => document.querySelector('main')!.append(document.createElement('img')));
  expect(await violations(page)).toEqual([expect.stringMatching(/^image-alt: .*<img>$/)]);
});
