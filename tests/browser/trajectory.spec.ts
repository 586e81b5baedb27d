import type { Page } from '@playwright/test';
import { openFirstYouth } from './support/coach.ts';
import { fillIntake, findPerson, idIn, openPerson, someYouth, takeCard } from './support/lead.ts';
import { comeAsYouth, follow } from './support/quick.ts';
import { dayOf } from './support/tables.ts';
import { expect, test } from './support/test.ts';

/** What becomes of a trajectory, for the coach, the lead and the youth. */

test('a lead opens the page of a youth, and goes back to the list', async ({ platform, visit }) => {
  const lead = await visit('nl');
  const { page, hand, words } = lead;
  await lead.come(platform.cards.lead.url);
  const name = await someYouth(lead);
  await openPerson(lead, name);
  await page.reload();
  await lead.look(name);
  await hand.press(page.getByRole('main').getByRole('link', { name: words.staff('people.title'), exact: true }));
  await lead.look(words.staff('people.title'));
});

test('a coach closes a trajectory with a job; it leaves the list, and lead and youth read it', async ({ platform, visit }) => {
  const coach = await visit('nl');
  const { page, hand, words } = coach;
  const { staff } = words;
  const name = await openFirstYouth(coach, platform.cards.coach.url);
  const id = idIn(page);
  await hand.press(page.getByRole('link', { name: staff('act.closing'), exact: true }));
  await coach.look(staff('act.closing'));
  await expect(page.getByRole('main').getByText(staff('closing.means.again'))).toBeVisible();

  const close = page.getByRole('button', { name: staff('act.closing'), exact: true });
  const kinds = page.getByRole('group', { name: staff('closing.kind'), exact: true });
  const forms = page.getByRole('group', { name: staff('closing.form'), exact: true });
  const hours = page.getByRole('textbox', { name: staff('closing.hours'), exact: true });
  await hand.press(close);
  await expect(kinds.getByText(staff('issue.choose'))).toBeVisible();
  await expect(kinds.getByRole('radio').first()).toBeFocused();
  await hand.choose(kinds.getByRole('radio', { name: staff('exit.job'), exact: true }));
  await hand.write(hours, '120');
  await hand.press(close);
  await expect(forms.getByText(staff('issue.choose'))).toBeVisible();
  await expect(hours).toHaveAttribute('aria-invalid', 'true');
  await coach.look(staff('act.closing'));
  await hand.choose(forms.getByRole('radio', { name: staff('employment.regular'), exact: true }));
  await hours.fill('50');

  let lost = true;
  coach.forgive(/net::ERR_FAILED/);
  await page.route('**/closing', (route) => (lost ? route.abort() : route.continue()));
  await hand.press(close);
  const waits = page.getByRole('region', { name: staff('waits.title') });
  await expect(waits, 'nothing is lost').toContainText(staff('waits.closing'));
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeFocused();
  lost = false;
  await hand.press(waits.getByRole('button', { name: staff('waits.now'), exact: true }));
  await expect(waits).toHaveCount(0);
  await coach.look(name);
  await expect(page.getByText(staff('act.closed'))).toBeVisible();
  await expect(page.getByRole('region', { name: staff('timeline.title') }).getByText(staff('timeline.closed'))).toBeVisible();
  await coach.come(`${platform.url}/coach`);
  await coach.look(staff('coach.title'));
  await expect(page.locator(`a[href="/coach/${id}"]`)).toHaveCount(0);

  const lead = await visit('nl');
  await lead.come(platform.cards.lead.url);
  const found = await findPerson(lead, name, id);
  await lead.hand.press(found.getByRole('link'));
  await lead.look(name);
  await expect(lead.page.getByText(staff('act.closed'))).toBeVisible();
  await expect(lead.page.getByRole('link', { name: staff('act.closing'), exact: true })).toHaveCount(0);
  await lead.hand.press(lead.page.getByRole('main').getByRole('link', { name: staff('people.title'), exact: true }));
  await lead.hand.press((await findPerson(lead, name, id)).getByRole('button', { name: staff('people.newCard') }));
  await lead.hand.press(lead.page.getByRole('button', { name: staff('people.card.ask.yes'), exact: true }));
  const card = await takeCard(lead, name);

  const youth = await visit('nl');
  await comeAsYouth(youth.page, card);
  await follow(youth.page, '/timeline');
  const entry = youth.page.getByRole('listitem').filter({ hasText: words.youth('entry.closed') });
  await expect(entry).toContainText(words.youth('fact.exit.job'));
  await expect(entry).toContainText(words.youth('fact.hoursPercent', { percent: 50 }));
});

test('a youth moves between education and NEET, as the coach writes down, and moves back, as the lead does', async ({ platform, visit }) => {
  const coach = await visit('nl');
  const { page, hand, words } = coach;
  const { staff } = words;
  const name = await openFirstYouth(coach, platform.cards.coach.url);
  const id = idIn(page);
  const at = (code: 'education' | 'neet') => ({ name, population: staff(`population.${code}`) });
  const header = page.getByRole('main').locator('header').filter({ has: page.getByRole('heading', { level: 1 }) });
  const inEducation = await header.getByText(staff('population.education'), { exact: true }).isVisible();
  const [from, to] = inEducation ? [at('education'), at('neet')] : [at('neet'), at('education')];

  await hand.press(page.getByRole('link', { name: staff('act.population'), exact: true }));
  await expect(page.getByText(staff('timeline.populationChanged', from), { exact: true })).toBeVisible();
  const day = page.getByLabel(staff('moving.date', to), { exact: true });
  const save = page.getByRole('button', { name: staff('moving.save', to), exact: true });
  await day.fill('1999-01-01');
  await hand.press(save);
  await expect(page.getByText(words.shell('beforeRegistration'))).toBeVisible();
  await expect(day).toBeFocused();
  await coach.look(staff('act.population'));
  await day.fill(dayOf(new Date()));
  await hand.press(save);
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeFocused();
  await coach.look(name);
  await expect(header.getByText(to.population, { exact: true })).toBeVisible();
  const past = page.getByRole('region', { name: staff('timeline.title') });
  await expect(past.getByText(staff('timeline.populationChanged', to), { exact: true }).first()).toBeVisible();

  const lead = await visit('nl');
  await lead.come(platform.cards.lead.url);
  await lead.hand.press((await findPerson(lead, name, id)).getByRole('link'));
  await lead.look(name);
  await lead.hand.press(lead.page.getByRole('link', { name: staff('act.population'), exact: true }));
  await lead.look(staff('act.population'));
  await lead.hand.press(lead.page.getByRole('button', { name: staff('moving.save', from), exact: true }));
  await lead.look(name);
  await expect(lead.page.getByRole('main').locator('header').getByText(from.population)).toBeVisible();
  // The coach's screen was open all the time.
  await expect(header.getByText(from.population, { exact: true })).toBeVisible();
});

test('a lead closes a trajectory from the page of a youth, and begins again with whoever comes back', async ({ platform, visit }) => {
  const lead = await visit('nl');
  const { page, hand, words } = lead;
  const { staff } = words;
  await lead.come(platform.cards.lead.url);
  await lead.arrive(staff('people.title'));
  const { id, name } = await underWay(page);
  await hand.press((await findPerson(lead, name, id)).getByRole('link'));
  await lead.arrive(name);
  await hand.press(page.getByRole('link', { name: staff('act.closing'), exact: true }));
  await lead.look(staff('act.closing'));
  await hand.choose(page.getByRole('radio', { name: staff('exit.moved'), exact: true }));
  await hand.press(page.getByRole('button', { name: staff('act.closing'), exact: true }));
  await lead.look(name);
  await expect(page.getByText(staff('act.closed'))).toBeVisible();

  // Whoever comes back is welcome.
  await hand.press(page.getByRole('link', { name: staff('again.title'), exact: true }));
  await lead.look(staff('again.title'));
  const begin = page.getByRole('button', { name: staff('again.save'), exact: true });
  await hand.press(begin);
  await expect(page.getByLabel(staff('youth.birthDate'), { exact: true })).toBeFocused();
  await fillIntake(lead, { birthDate: '2006-03-02', disability: 'motor' });
  await lead.look(staff('again.title'));
  await hand.press(begin);
  await lead.look(name);
  await expect(page.getByText(staff('act.closed'))).toHaveCount(0);
  await expect(page.getByText(staff('person.noCoach'))).toBeVisible();
  await expect(page.getByRole('link', { name: staff('act.closing'), exact: true })).toBeVisible();
});

/** The id at the end of the address of a youth's page. */
/** A youth whose trajectory is not closed, as the lead can read it. */
function underWay(page: Page): Promise<{ id: string; name: string }> {
  return page.evaluate(async () => {
    const { items } = await (await fetch('/api/v1/people?role=youth')).json();
    for (const { id } of items) {
      const youth = await (await fetch(`/api/v1/youths/${id}`)).json();
      if (youth.closed === false) return { id, name: youth.name };
    }
    throw new Error('every trajectory is closed');
  });
}
