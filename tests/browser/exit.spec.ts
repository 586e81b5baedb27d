import type { Page } from '@playwright/test';
import { expect, test } from './support/test.ts';
import { wordsOf } from './support/words.ts';

/** The end of a centre: an operator begins it, its lead agrees, everything is exported and erased, and a paper says so. */

const ENDED_ON = '2026-01-31';

/** A gateway believes a session for some seconds. */
async function isSignedOut(page: Page): Promise<void> {
  const status = () => page.evaluate(async () => (await fetch('/api/v1/session')).status);
  await expect.poll(status, { timeout: 30_000 }).toBe(401);
}

test('a centre leaves: its lead agrees, an operator keeps the export, erases everything and prints the certificate', async ({ platform, visit }) => {
  const operator = await visit('nl');
  const { page, hand, words } = operator;
  const { staff } = words;
  const press = (button: string) => hand.press(page.getByRole('button', { name: button, exact: true }));
  const field = (name: Parameters<typeof staff>[0]) => page.getByRole('textbox', { name: staff(name) });
  await operator.come(platform.cards.operator.url);
  await operator.arrive(staff('centres.title'));
  await hand.press(page.getByRole('link', { name: platform.centre, exact: true }));
  await operator.arrive(platform.centre);
  const centre = new URL(page.url()).pathname.split('/').at(-1)!;
  await hand.press(page.getByRole('link', { name: staff('centre.exit'), exact: true }));
  await operator.look(staff('exit.title'));
  await press(staff('begin.do'));
  await expect(page.getByText(staff('issue.required')).first()).toBeVisible();
  await page.getByLabel(staff('begin.day')).fill(ENDED_ON);
  await press(staff('begin.do'));
  await expect(page.getByText(staff('begun.text'))).toBeVisible();
  await operator.look(staff('exit.title'));

  const youth = await visit('nl');
  await youth.come(platform.cards.youth.url);
  await expect(youth.page.getByRole('heading', { level: 1 })).toBeVisible();
  const lead = await visit('nl');
  await lead.come(platform.cards.lead.url);
  await lead.arrive(staff('people.title'));
  await lead.come(`${platform.url}/lead/controller`);
  await lead.arrive(staff('controller.title'));
  await lead.hand.press(lead.page.getByRole('link', { name: staff('exit.open'), exact: true }));
  await lead.look(staff('exit.title'));
  const agree = lead.page.getByRole('button', { name: staff('lead.do'), exact: true });
  await lead.hand.press(agree);
  await expect(lead.page.getByText(staff('confirm.code.wrong'))).toBeVisible();
  await lead.look(staff('exit.title'));
  await lead.hand.write(lead.page.getByRole('textbox', { name: staff('confirm.code') }), centre);
  await lead.hand.press(agree);
  await expect(lead.page.getByText(staff('lead.agreed'))).toBeVisible();
  await lead.look(staff('exit.title'));
  // Whoever was signed in is so no more, and the lead changes nothing.
  await isSignedOut(youth.page);

  const { sha256, through } = await platform.exportOf(centre);
  await page.reload();
  await operator.look(staff('exit.title'));
  await press(staff('export.do'));
  await expect(page.getByText(staff('export.sha256.wrong'))).toBeVisible();
  await hand.write(field('export.sha256'), sha256);
  await hand.write(field('export.through'), through);
  await press(staff('export.do'));
  await expect(page.getByRole('heading', { level: 2, name: staff('wipe.title'), exact: true })).toBeVisible();
  await operator.look(staff('exit.title'));
  await hand.write(field('confirm.code'), centre);
  await press(staff('wipe.do'));
  await hand.press(page.getByRole('link', { name: staff('exit.certificate'), exact: true }));
  await operator.look(staff('gone.title'));
  const paper = page.getByRole('article', { name: staff('sheet.title'), exact: true });
  await expect(paper).toContainText(sha256);
  await expect(paper).toContainText('v4.public.');
  await hand.choose(page.getByRole('radio', { name: 'Suomi', exact: true }));
  await expect(page.getByRole('article', { name: wordsOf('fi').staff('sheet.title'), exact: true })).toHaveAttribute('lang', 'fi');
  await operator.come(`${platform.url}/operator`);
  await operator.look(staff('centres.title'));
  await expect(page.getByText(staff('centre.exit.left')).first()).toBeVisible();
  await isSignedOut(lead.page);
});

test('a centre stays after all, and everybody goes on', async ({ platform, visit }) => {
  const coach = await visit('nl');
  await coach.come(platform.cards.coach.url);
  await coach.arrive(coach.words.staff('coach.title'));
  const operator = await visit('nl');
  const { page, hand, words } = operator;
  const { staff } = words;
  await operator.come(platform.cards.operator.url);
  await operator.arrive(staff('centres.title'));
  await hand.press(page.getByRole('link', { name: platform.centre, exact: true }));
  await operator.arrive(platform.centre);
  await hand.press(page.getByRole('link', { name: staff('centre.exit'), exact: true }));
  await operator.arrive(staff('exit.title'));
  await page.getByLabel(staff('begin.day')).fill(ENDED_ON);
  await hand.press(page.getByRole('button', { name: staff('begin.do'), exact: true }));
  await hand.press(page.getByRole('button', { name: staff('withdraw.do'), exact: true }));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(staff('withdraw.ask'));
  await operator.look(staff('exit.title'));
  await hand.press(dialog.getByRole('button', { name: staff('withdraw.do'), exact: true }));
  await expect(page.getByRole('button', { name: staff('begin.do'), exact: true })).toBeVisible();
  await coach.page.reload();
  await coach.arrive(coach.words.staff('coach.title'));
});
