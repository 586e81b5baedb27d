import { expect } from '@playwright/test';
import type { StaffKey } from './words.ts';
import type { Visitor } from './visitor.ts';

/** What a coach does. */

export interface Step {
  category: string;
  minutes: number;
  place: string;
  role: string;
  coachingStep: string;
  note: string;
}

export async function openYouth(coach: Visitor, name: string): Promise<void> {
  const { page, hand, words } = coach;
  const list = page.getByRole('region', { name: words.staff('coach.title') });
  await hand.press(list.getByRole('link', { name }).first());
  await coach.look(name);
}

/** The youth who stands first in the list. */
export async function openFirstYouth(coach: Visitor, url: string): Promise<string> {
  await coach.come(url);
  const name = await coach.page.getByRole('region').getByRole('link').first().locator('b').innerText();
  await openYouth(coach, name);
  return name;
}

export async function registerStep(coach: Visitor, youth: string, step: Step): Promise<void> {
  const { page, hand, words } = coach;
  const { staff } = words;
  const choose = (group: StaffKey, option: string) =>
    hand.choose(page.getByRole('group', { name: staff(group), exact: true }).getByRole('radio', { name: option, exact: true }));
  const code = (kind: 'category' | 'place' | 'coachRole' | 'coachingStep', value: string) =>
    staff(`${kind}.${value}` as 'category.intake');

  await openForm(coach);
  await showAction(coach, code('category', step.category));
  await choose('step.category', code('category', step.category));
  await choose('step.minutes', String(step.minutes));
  await openDetails(coach);
  await choose('step.coachingStep', code('coachingStep', step.coachingStep));
  await choose('step.role', code('coachRole', step.role));
  await choose('step.place', code('place', step.place));
  await hand.write(page.getByRole('textbox', { name: staff('step.note', { name: youth }), exact: true }), step.note);
  // On a phone the button lies over what is not scrolled to.
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await coach.look(youth);
  await hand.press(page.getByRole('button', { name: staff('step.save'), exact: true }));

  const past = page.getByRole('region', { name: staff('timeline.title') });
  const title = staff.count('timeline.step', step.minutes, { category: code('category', step.category) });
  const entry = past.getByRole('listitem').filter({ hasText: title });
  await expect(entry).toContainText(step.note);
  await expect(entry).toContainText(code('place', step.place));
  await expect(entry).toContainText(code('coachRole', step.role));
  await coach.look(youth);
}

/** An action that this coach does not use stands behind the others. */
export async function showAction({ page, hand, words }: Visitor, action: string): Promise<void> {
  const { staff } = words;
  const actions = page.getByRole('group', { name: staff('step.category'), exact: true });
  await actions.waitFor();
  if ((await actions.getByRole('radio', { name: action, exact: true }).count()) > 0) return;
  await hand.press(actions.getByRole('button', { name: staff('step.more'), exact: true }));
}

/** What is as always stands in one line, until somebody opens it. */
export async function openDetails({ page, hand, words }: Visitor): Promise<void> {
  const { staff } = words;
  const change = page.getByRole('button', { name: staff('step.change.label'), exact: true });
  await change.or(page.getByRole('button', { name: staff('step.less'), exact: true })).waitFor();
  if (await change.isVisible()) await hand.press(change);
}

/** On a phone the form is a screen of its own, behind a button. */
export async function openForm({ page, hand, words }: Visitor): Promise<void> {
  const begin = page.getByRole('link', { name: words.staff('step.title'), exact: true });
  if (await begin.isVisible()) await hand.press(begin);
}
