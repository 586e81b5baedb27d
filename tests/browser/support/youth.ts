import { expect } from '@playwright/test';
import { chooseOf, countOf, packOf, type Domain } from './content.ts';
import type { Visitor } from './visitor.ts';

/** What a young person does, screen by screen. */

export async function chooseAvatar(youth: Visitor): Promise<void> {
  const { page, hand, words } = youth;
  await youth.look(words.youth('avatar.title'));
  await hand.choose(page.getByRole('group', { name: words.youth('avatar.ready') }).getByRole('radio').nth(2));
  await hand.press(page.getByRole('button', { name: words.youth('avatar.save'), exact: true }));
  await expect(page).toHaveURL(/\/map$/);
}

/** The name of a place on the map begins with its domain and goes on with how far one is there. */
export function placeOf({ page, words }: Visitor, domain: Domain, progress: 'fresh' | 'open' | 'done') {
  const count = countOf(domain);
  // Where there are several, being done is a share.
  const state = progress === 'done' && count > 1 ? words.shell('map.someDone', { done: 1, count }) : words.shell(`map.${progress}`);
  const name = `${words.shell(`domain.${domain}`)}, ${words.shell.count('map.exercises', count)}, ${state}`;
  return page.getByRole('list', { name: words.shell('map.places') }).getByRole('link', { name, exact: true });
}

export interface Doing {
  /** Looks closely at every screen on the way. */
  closely?: boolean;
}

/** From the map through all questions of a domain and back to the map. Gives the first choice of each question. */
export async function doExercise(youth: Visitor, domain: Domain, { closely = false }: Doing = {}): Promise<string[]> {
  const { page, hand, words, lang } = youth;
  const { title, steps } = packOf(domain);
  const chosen: string[] = [];
  await hand.press(placeOf(youth, domain, 'fresh'));
  if (countOf(domain) > 1) await hand.press(page.getByRole('main').getByRole('link', { name: title[lang] }));
  for (const [at, step] of steps.entries()) {
    const last = at === steps.length - 1;
    chosen.push(await answer(youth, domain, at));
    if (closely) await youth.look(step.question[lang]);
    await hand.press(page.getByRole('button', { name: words.youth(last ? 'exercise.review' : 'exercise.next'), exact: true }));
  }
  for (const choice of chosen) await expect(page.getByRole('main').getByText(choice, { exact: true }).first()).toBeVisible();
  if (closely) await youth.look(words.youth('review.title'));
  await hand.press(page.getByRole('button', { name: words.youth('review.finish'), exact: true }));
  const done = words.youth('done.title', { domain: words.shell(`domain.${domain}`) });
  await expect(page.getByRole('heading', { level: 1, name: done })).toBeVisible();
  await expect(page).toHaveTitle(`${title[lang]} · Start To Can`);
  for (const choice of chosen) await expect(page.getByRole('main').getByText(choice, { exact: true }).first()).toBeVisible();
  if (closely) await youth.look(done);
  await hand.press(page.getByRole('link', { name: words.shell('toMap'), exact: true }));
  await expect(placeOf(youth, domain, 'done')).toBeVisible();
  return chosen;
}

/** Taps as many pictures as the question wants and waits until that is saved. */
export async function answer(youth: Visitor, domain: Domain, at: number): Promise<string> {
  const step = stepOf(domain, at);
  await pick(youth, domain, at);
  await expect(youth.page.getByRole('status').filter({ hasText: youth.words.youth('exercise.saved') })).toBeVisible();
  return chooseOf(step).options[0]!.label[youth.lang];
}

export async function pick(youth: Visitor, domain: Domain, at: number): Promise<void> {
  const { page, hand, lang } = youth;
  const step = stepOf(domain, at);
  await expect(page.getByRole('heading', { level: 1, name: step.question[lang], exact: true })).toBeVisible();
  const { pickMin, pickMax, options } = chooseOf(step);
  const role = pickMax === 1 ? 'radio' : 'checkbox';
  const question = page.getByRole('group', { name: step.question[lang], exact: true });
  for (const { label } of options.slice(0, Math.max(1, pickMin))) {
    const option = question.getByRole(role, { name: label[lang], exact: true });
    await hand.choose(option);
    await expect(option).toBeChecked();
  }
}

export async function chooseCoach(youth: Visitor, coach: string): Promise<void> {
  const { page, hand, words } = youth;
  await openMenu(youth, 'menu.coach');
  await youth.look(words.youth('coaches.title'));
  await hand.press(page.getByRole('button', { name: words.youth('coaches.choose', { name: coach }), exact: true }));
  await expect(page.getByRole('dialog', { name: words.youth('coaches.confirmTitle', { name: coach }) })).toBeVisible();
  await youth.look(words.youth('coaches.title'));
  await hand.press(page.getByRole('button', { name: words.youth('coaches.confirm', { name: coach }), exact: true }));
  await expect(page.getByRole('heading', { level: 2, name: words.youth('coaches.mineTitle', { name: coach }) })).toBeVisible();
  await youth.look(words.youth('coaches.mine'));
}

export async function openMenu({ page, hand, words }: Visitor, item: 'menu.map' | 'menu.overview' | 'menu.coach' | 'menu.more'): Promise<void> {
  const menu = page.getByRole('navigation', { name: words.shell('menu') });
  // "More" tells what it has to whoever does not see the screen.
  await hand.press(menu.getByRole('link', { name: new RegExp(`^${words.shell(item)}( ?:|$)`) }));
}

/** All that is written about a youth, under "more". */
export async function openTimeline(youth: Visitor): Promise<void> {
  const { page, hand, words } = youth;
  await openMenu(youth, 'menu.more');
  await youth.look(words.youth('more.title'));
  await hand.press(page.getByRole('main').getByRole('link', { name: words.shell('menu.timeline') }));
}

/** What there is about a youth and what can be asked about it, under "more". */
export async function openMyData(youth: Visitor): Promise<void> {
  const { page, hand, words } = youth;
  await openMenu(youth, 'menu.more');
  await youth.look(words.youth('more.title'));
  await hand.press(page.getByRole('main').getByRole('link', { name: words.youth('more.myData') }));
  await youth.look(words.youth('mine.title'));
}

function stepOf(domain: Domain, at: number) {
  return packOf(domain).steps[at]!;
}
