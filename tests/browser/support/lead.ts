import { expect, type Locator, type Page } from '@playwright/test';
import { LANGS, wordsOf, type StaffKey } from './words.ts';
import type { Card } from './platform.mjs';
import type { Visitor } from './visitor.ts';

/** What the lead of a centre does with people; for the tables see tables.ts. */

export interface NewYouth {
  name: string;
  birthDate: string;
  disability: string;
}
type Code<P extends string> = Extract<StaffKey, `${P}.${string}`>;

export async function makeCoach(lead: Visitor, name: string): Promise<Card> {
  const { page, hand, words } = lead;
  const { staff } = words;
  await hand.press(page.getByRole('main').getByRole('link', { name: staff('people.newCoach'), exact: true }));
  await lead.look(staff('newCoach.title'));
  await hand.write(page.getByRole('textbox', { name: staff('youth.name'), exact: true }), name);
  await hand.press(page.getByRole('button', { name: staff('newCoach.save'), exact: true }));
  return takeCard(lead, name);
}

export async function makeOfficer(lead: Visitor, name: string): Promise<Card> {
  const { page, hand, words } = lead;
  const { staff } = words;
  await hand.press(page.getByRole('main').getByRole('link', { name: staff('people.newOfficer'), exact: true }));
  await lead.look(staff('newOfficer.title'));
  await hand.write(page.getByRole('textbox', { name: staff('youth.name'), exact: true }), name);
  await hand.press(page.getByRole('button', { name: staff('newOfficer.save'), exact: true }));
  return takeCard(lead, name);
}

export async function makeYouth(lead: Visitor, youth: NewYouth): Promise<Card> {
  const { page, hand, words } = lead;
  const { staff } = words;
  await hand.press(page.getByRole('main').getByRole('link', { name: staff('people.newYouth'), exact: true }));
  // Nothing filled in: the form says what it needs.
  await hand.press(page.getByRole('button', { name: staff('youth.save'), exact: true }));
  await expect(page.getByRole('textbox', { name: staff('youth.name') })).toBeFocused();
  await lead.look(staff('youth.title'));

  await hand.write(page.getByRole('textbox', { name: staff('youth.name'), exact: true }), youth.name);
  await fillIntake(lead, youth);
  await lead.look(staff('youth.title'));
  await hand.press(page.getByRole('button', { name: staff('youth.save'), exact: true }));
  return takeCard(lead, youth.name);
}

/** What is told at intake, by who comes for the first time or again. */
export async function fillIntake(lead: Visitor, told: Omit<NewYouth, 'name'>): Promise<void> {
  const { page, hand, words } = lead;
  const { staff } = words;
  const choose = (group: StaffKey, option: StaffKey) =>
    hand.choose(page.getByRole('group', { name: staff(group), exact: true }).getByRole('radio', { name: staff(option), exact: true }));
  const select = (field: StaffKey, option: StaffKey) =>
    page.getByRole('combobox', { name: staff(field), exact: true }).selectOption({ label: staff(option) });

  await page.getByLabel(staff('youth.birthDate'), { exact: true }).fill(told.birthDate);
  await choose('youth.gender', 'gender.female');
  await choose('youth.population', 'intake.population.education');
  await select('youth.entryLevel', 'entryLevel.ov3');
  await select('youth.source', 'source.school');
  await select('youth.disability', `disability.${told.disability}` as Code<'disability'>);
  await choose('youth.barriers', 'youth.barriers.some');
  await hand.choose(page.getByRole('checkbox', { name: staff('barrier.mobility'), exact: true }));
}

/** Of whom a page is, by its address. */
export function idIn(page: Page): string {
  return new URL(page.url()).pathname.split('/').at(-1)!;
}

/** The first youth in the list. */
export async function someYouth(lead: Visitor): Promise<string> {
  const { page, hand, words } = lead;
  await lead.arrive(words.staff('people.title'));
  await hand.choose(page.getByRole('radio', { name: words.staff('people.filter.youth'), exact: true }));
  const youths = page.getByRole('main').getByRole('listitem').filter({ hasText: words.staff('role.youth') });
  return youths.first().locator('b').innerText();
}

/** From the list to somebody's page. */
export async function openPerson(lead: Visitor, name: string): Promise<void> {
  const { page, hand } = lead;
  await hand.press(page.getByRole('main').getByRole('link', { name, exact: true }).first());
  await lead.look(name);
}

/** What young people ask about their data: in the sidebar of a wide screen, or below on a phone. */
export async function openRequests(lead: Visitor): Promise<void> {
  const { page, hand, words } = lead;
  const link = (key: 'nav.requests' | 'nav.requests.short') => page.getByRole('navigation').getByRole('link', { name: words.staff(key), exact: true });
  await hand.press(link('nav.requests').or(link('nav.requests.short')).filter({ visible: true }));
  await lead.look(words.staff('requests.title'));
}

/** The line of a youth in the list, also where two have one name. */
export async function findPerson(lead: Visitor, name: string, id: string): Promise<Locator> {
  const { page, words } = lead;
  await lead.arrive(words.staff('people.title'));
  await page.getByRole('searchbox', { name: words.staff('people.search') }).fill(name);
  const line = page.getByRole('main').getByRole('listitem').filter({ has: page.locator(`a[href="/lead/youth/${id}"]`) });
  await expect(line).toBeVisible();
  return line;
}

/** The card as it stands on the screen, once: a name, a code and a picture to scan. */
export async function takeCard(lead: Visitor, name: string, back = lead.words.staff('people.title')): Promise<Card> {
  const { page, hand, words } = lead;
  const { staff } = words;
  await lead.look(staff('card.title'));
  const card = page.getByRole('article', { name: staff('card.title') });
  await expect(card.getByText(name, { exact: true })).toBeVisible();
  // The card speaks the language of the centre, whatever the lead's screen speaks.
  const qr = LANGS.map((lang) => wordsOf(lang).staff('card.qr')).join('|');
  await expect(card.getByRole('img', { name: new RegExp(`^(${qr})$`) })).toBeVisible();
  const code = await card.getByText(/^[A-Z0-9]{4}(-[A-Z0-9]{4}){2}$/).innerText();
  await hand.press(page.getByRole('button', { name: staff('card.done'), exact: true }));
  await expect(page.getByRole('heading', { level: 1, name: back, exact: true })).toBeVisible();
  return { code, url: `${new URL(page.url()).origin}/#card=${code}`, who: name };
}
