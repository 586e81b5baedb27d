import { mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openYouth } from './support/coach.ts';
import { openTable } from './support/tables.ts';
import { expect, test } from './support/test.ts';
import { answer, chooseAvatar, doExercise, openMenu, openTimeline, pick, placeOf } from './support/youth.ts';
import type { Visitor } from './support/visitor.ts';

/** Pictures of the main screens to look at, and with UPDATE_SCREENSHOT=1 those of the README. */
const IMAGES = fileURLToPath(new URL('../../docs/images', import.meta.url));
const UPDATE = process.env['UPDATE_SCREENSHOT'] === '1';
/** As the project has them, but the README shows a day. */
const COLOURS = UPDATE ? 'light' : undefined;
const PICTURE_MAX_BYTES = 200_000;

test('the screens of a youth', async ({ platform, visit }, info) => {
  const youth = await visit('nl');
  const { page, hand, words } = youth;
  await youth.come(platform.url);
  await youth.arrive(words.signIn('title'));
  await keep(youth, info.outputPath('sign-in.png'));

  await youth.come(platform.cards.youth.url);
  await youth.arrive(words.youth('avatar.title'));
  await keep(youth, info.outputPath('avatar.png'));
  await chooseAvatar(youth);
  await doExercise(youth, 'housing');
  await doExercise(youth, 'leisure');
  await hand.press(placeOf(youth, 'learning', 'fresh'));
  await answer(youth, 'learning', 0);
  await hand.press(page.getByRole('button', { name: words.youth('exercise.next'), exact: true }));
  await pick(youth, 'learning', 1);
  await keep(youth, info.outputPath('exercise.png'));
  await hand.press(page.getByRole('link', { name: words.youth('exercise.close') }));
  await expect(page.getByText(words.shell('map.resume'))).toBeVisible();
  await keep(youth, info.outputPath('map.png'), info.project.name === 'phone' ? 'map.png' : undefined);

  await openMenu(youth, 'menu.overview');
  await youth.arrive(words.youth('overview.title'));
  await keep(youth, info.outputPath('overview.png'));
  await openMenu(youth, 'menu.coach');
  await youth.arrive(words.youth('coaches.title'));
  await keep(youth, info.outputPath('coaches.png'));
  await openTimeline(youth);
  await youth.arrive(words.shell('menu.timeline'));
  await keep(youth, info.outputPath('timeline.png'));
});

test('the screens of the staff', async ({ platform, visit }, info) => {
  const desk = info.project.name === 'desk';
  const coach = await visit('nl', { colours: COLOURS });
  await coach.come(platform.cards.coach.url);
  await coach.arrive(coach.words.staff('coach.title'));
  await keep(coach, info.outputPath('caseload.png'));
  const name = await coach.page.getByRole('region').getByRole('link').first().locator('b').innerText();
  await openYouth(coach, name);
  await keep(coach, info.outputPath('coach.png'), desk ? 'coach.png' : undefined);

  const lead = await visit('nl', { colours: COLOURS });
  await lead.come(platform.cards.lead.url);
  await lead.arrive(lead.words.staff('people.title'));
  await keep(lead, info.outputPath('people.png'));
  await openTable(lead, 1);
  await keep(lead, info.outputPath('table-1.png'));
  await openTable(lead, 2);
  // The browser's own date fields are in the language of its menus: not for a picture.
  if (desk) await lead.hand.press(lead.page.getByText(lead.words.staff('tables.controls'), { exact: true }));
  await keep(lead, info.outputPath('table-2.png'), desk ? 'table.png' : undefined);

  const auditor = await visit('nl', { colours: COLOURS });
  await auditor.come(platform.cards.auditor.url);
  await auditor.arrive(auditor.words.staff('centres.title'));
  await keep(auditor, info.outputPath('centres.png'));
});

/** One picture of what is on the screen, in the documentation too when it has a place there. */
async function keep({ page }: Visitor, path: string, inDocs?: string): Promise<void> {
  await page.evaluate(() => (scrollTo(0, 0), document.fonts.ready.then(() => undefined)));
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  await page.screenshot({ path });
  if (!inDocs || !UPDATE) return;
  mkdirSync(IMAGES, { recursive: true });
  const image = join(IMAGES, inDocs);
  await page.screenshot({ path: image });
  expect(statSync(image).size, `bytes of ${inDocs}`).toBeLessThanOrEqual(PICTURE_MAX_BYTES);
}
