import type { Locator } from '@playwright/test';
import { openYouth, showAction } from './support/coach.ts';
import { idIn, makeCoach, makeYouth } from './support/lead.ts';
import { comeAsYouth, follow } from './support/quick.ts';
import { dayOf } from './support/tables.ts';
import { expect, test } from './support/test.ts';
import type { Visitor } from './support/visitor.ts';
import { wordsOf } from './support/words.ts';
import { chooseCoach } from './support/youth.ts';

/** What a coach does beside steps: a signal, a handover, an employer, a job; and what the youth reads and decides of it. */
const [COACH, YOUTH] = ['Joris Maes', 'Fatima Zohra'];
const [AGREED, WHY] = ['We praten er samen over.', 'Zij kent goede scholen.'];
const [TO, EMPLOYER, TOWN] = ['Mevrouw Claes', 'Bakkerij De Korenaar', 'Geel'];
const TODAY = dayOf(new Date());

type Staff = ReturnType<typeof wordsOf>['staff'];
const chip = ({ page, hand }: Visitor, group: string, option: string) =>
  hand.choose(page.getByRole('group', { name: group, exact: true }).getByRole('radio', { name: option, exact: true }));
const press = ({ page, hand }: Visitor, role: 'button' | 'link', name: string) => hand.press(page.getByRole(role, { name, exact: true }));
const region = ({ page, words }: Visitor, key: 'underway.title' | 'timeline.title') => page.getByRole('region', { name: words.staff(key), exact: true });

/** From the page of a youth to a form, which first says what it lacks. */
async function open(coach: Visitor, form: 'alarm' | 'handover' | 'contact' | 'placement', save: string): Promise<void> {
  const title = coach.words.staff(`doing.${form}`);
  await press(coach, 'link', title);
  await coach.arrive(title);
  await press(coach, 'button', save);
  await expect(coach.page.getByText(coach.words.staff('issue.choose')).first()).toBeVisible();
  await coach.look(title);
}

async function saved(coach: Visitor, save: string): Promise<void> {
  await press(coach, 'button', save);
  await expect(coach.page.getByRole('heading', { level: 1, name: YOUTH, exact: true })).toBeFocused();
  await coach.look(YOUTH);
}

async function newEmployer(coach: Visitor, staff: Staff): Promise<void> {
  const { page, hand } = coach;
  await press(coach, 'button', staff('employer.new'));
  await hand.write(page.getByRole('textbox', { name: staff('employer.name'), exact: true }), EMPLOYER);
  await hand.write(page.getByRole('textbox', { name: staff('employer.municipality'), exact: true }), TOWN);
  await page.getByRole('combobox', { name: staff('employer.sector'), exact: true }).selectOption({ label: staff('sector.trade') });
}

test('a coach writes down what is under way, the youth reads and decides, and after-care follows the end', async ({ platform, visit }) => {
  const lead = await visit('nl');
  await lead.come(platform.cards.lead.url);
  await lead.arrive(lead.words.staff('people.title'));
  const coachCard = await makeCoach(lead, COACH);
  const youthCard = await makeYouth(lead, { name: YOUTH, birthDate: '2008-03-09', disability: 'learning' });
  const youth = await visit('nl');
  await comeAsYouth(youth.page, youthCard);
  await chooseCoach(youth, COACH);
  const coach = await visit('nl');
  const { page, hand, words } = coach;
  const { staff } = words;
  await coach.come(coachCard.url);
  await openYouth(coach, YOUTH);
  const id = idIn(page);
  const now = region(coach, 'underway.title');
  const past = region(coach, 'timeline.title');
  await expect(now).toContainText(staff('underway.empty', { name: YOUTH }));

  await open(coach, 'alarm', staff('alarm.save'));
  await expect(page.getByRole('main').getByText(staff('alarm.intro', { name: YOUTH }))).toBeVisible();
  await chip(coach, staff('alarm.signal'), staff('signal.bullying'));
  await chip(coach, staff('alarm.observedBy'), staff('observedBy.school'));
  await hand.write(page.getByRole('textbox', { name: staff('alarm.action') }), AGREED);
  // Nothing that was typed is lost with the page.
  await page.reload();
  await coach.arrive(staff('doing.alarm'));
  await expect(page.getByRole('textbox', { name: staff('alarm.action') })).toHaveValue(AGREED);
  await saved(coach, staff('alarm.save'));
  const signal = now.getByRole('listitem').filter({ hasText: staff('signal.bullying') });
  await expect(signal).toContainText(AGREED);
  await expect(past).toContainText(staff('told.alarmObserved', { what: staff('signal.bullying') }));

  await open(coach, 'handover', staff('handover.save'));
  const parts = page.getByRole('group', { name: staff('handover.parts'), exact: true });
  await expect(parts.getByText(words.shell('nothingPassedOn'))).toBeVisible();
  await page.getByRole('combobox', { name: staff('handover.to'), exact: true }).selectOption({ label: staff('handoverTo.school') });
  await hand.write(page.getByRole('textbox', { name: staff('handover.name'), exact: true }), TO);
  await hand.choose(parts.getByRole('checkbox', { name: staff('handoverPart.overview'), exact: true }));
  await hand.write(page.getByRole('textbox', { name: staff('handover.words') }), WHY);
  await saved(coach, staff('handover.save'));
  const handover = now.getByRole('listitem').filter({ hasText: TO });
  await expect(handover).toContainText(staff('handoverState.offered'));

  await open(coach, 'contact', staff('contact.save'));
  await newEmployer(coach, staff);
  await chip(coach, staff('contact.purpose'), staff('talkPurpose.vacancy'));
  await chip(coach, staff('step.channel'), staff('channel.phone'));
  await chip(coach, staff('step.minutes'), '15');
  // The employer arrives and the talk does not: trying again writes nothing twice.
  let lost = true;
  coach.forgive(/net::ERR_FAILED/);
  await page.route('**/contacts', (route) => (lost ? route.abort() : route.continue()));
  await press(coach, 'button', staff('contact.save'));
  await expect(page.getByText(staff('save.network'))).toBeVisible();
  await expect(page.getByRole('combobox', { name: staff('employer.label'), exact: true })).toHaveValue(`${EMPLOYER}, ${TOWN}`);
  lost = false;
  await saved(coach, staff('contact.save'));
  await expect(now).toContainText(EMPLOYER);
  await expect(past).toContainText(staff('told.employerContacted', { employer: EMPLOYER }));

  // With the keys alone, and the employer from the list.
  await open(coach, 'placement', staff('placement.save'));
  const field = page.getByRole('combobox', { name: staff('employer.optional'), exact: true });
  await field.focus();
  await page.keyboard.type('koren');
  await page.keyboard.press('Enter');
  await expect(field).toHaveValue(`${EMPLOYER}, ${TOWN}`);
  await chip(coach, staff('placement.kind'), staff('placementKind.job'));
  await hand.write(page.getByRole('spinbutton', { name: staff('placement.hours'), exact: true }), '20');
  await chip(coach, staff('placement.paid'), staff('paid.yes'));
  await page.getByRole('combobox', { name: staff('placement.contract'), exact: true }).selectOption({ label: staff('contract.fixedTerm') });
  await expect(page.getByRole('combobox', { name: staff('placement.sector'), exact: true })).toHaveValue('trade');
  await saved(coach, staff('placement.save'));
  await expect(now.getByRole('list', { name: staff('underway.placements') })).toContainText(staff('countsBy.fourPaidHours'));

  // The youth reads all of it, says no, and changes that.
  const { words: told, page: mine } = youth;
  const title = told.youth('handover.title', { to: TO });
  const asked = mine.getByRole('region', { name: title, exact: true });
  const said = (text: string): Locator => mine.getByRole('listitem').filter({ hasText: text });
  await follow(mine, '/timeline');
  await expect(asked).toContainText(WHY);
  await expect(mine.getByRole('region', { name: told.youth('places.title') })).toContainText(EMPLOYER);
  await expect(said(told.youth('entry.alarmObserved', { what: told.youth('signal.bullying') }))).toContainText(AGREED);
  await expect(said(told.youth('entry.alarmObserved', { what: told.youth('signal.bullying') }))).toContainText(told.youth('observedBy.school'));
  await expect(said(told.youth('entry.employerContacted', { employer: EMPLOYER }))).toContainText(told.youth('talkPurpose.vacancy'));
  await expect(said(told.youth('entry.placementStarted', { what: told.youth('placementKind.job'), employer: EMPLOYER }))).toContainText(told.youth('fact.contract.fixedTerm'));
  await youth.look(told.shell('menu.timeline'));
  const answer = (says: 'yes' | 'no') => asked.getByRole('button', { name: told.youth(`handover.${says}`), exact: true });
  await youth.hand.press(answer('no'));
  await expect(asked).toContainText(told.youth('handover.said.no'));
  await youth.look(told.shell('menu.timeline'));
  // The coach's screen was open all the time.
  await expect(handover).toContainText(staff('handoverState.declined'));
  await youth.hand.press(answer('yes'));
  await expect(asked).toContainText(told.youth('handover.said.yes'));
  await expect(said(told.youth('entry.handoverAnswered.agreed', { to: TO }))).toBeVisible();

  await hand.press(handover.getByRole('button', { name: staff('accept.open') }));
  await expect(handover.getByLabel(staff('accept.date'), { exact: true })).toBeFocused();
  await coach.look(YOUTH);
  await press(coach, 'button', staff('accept.save'));
  await expect(handover).toContainText(staff('handoverState.accepted'));
  await expect(asked).toHaveCount(0);
  await expect(said(told.youth('entry.handoverAccepted', { to: TO }))).toBeVisible();

  await hand.press(signal.getByRole('button', { name: staff('alarm.end') }));
  await expect(page.getByRole('dialog', { name: staff('alarm.end.ask'), exact: true })).toBeVisible();
  await coach.look(YOUTH);
  await press(coach, 'button', staff('alarm.end.yes'));
  await expect(signal).toHaveCount(0);
  await expect(past).toContainText(staff('told.alarmEnded', { what: staff('signal.bullying') }));

  // The end of the trajectory is none of the job, nor of the care.
  await press(coach, 'link', staff('act.closing'));
  await coach.arrive(staff('act.closing'));
  await chip(coach, staff('closing.kind'), staff('exit.job'));
  await chip(coach, staff('closing.form'), staff('employment.regular'));
  await press(coach, 'button', staff('act.closing'));
  await coach.arrive(YOUTH);
  await expect(page.getByText(staff('act.closed'))).toBeVisible();
  await expect(page.getByRole('link', { name: staff('doing.alarm'), exact: true })).toHaveCount(0);
  await coach.look(YOUTH);
  await press(coach, 'link', staff('step.afterCare'));
  await showAction(coach, staff('category.ipsJobCoaching'));
  await chip(coach, staff('step.category'), staff('category.ipsJobCoaching'));
  await chip(coach, staff('step.minutes'), '30');
  await chip(coach, staff('step.coachingStep'), staff('coachingStep.whatWorks'));
  await chip(coach, staff('step.role'), staff('coachRole.assistant'));
  await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
  await coach.look(YOUTH);
  await press(coach, 'button', staff('step.save'));
  await expect(past).toContainText(staff.count('timeline.step', 30, { category: staff('category.ipsJobCoaching') }));

  await hand.press(now.getByRole('link', { name: staff('doing.ending') }));
  await coach.arrive(staff('doing.ending'));
  const last = page.getByLabel(staff('ending.day'), { exact: true });
  await last.fill('1999-01-01');
  await press(coach, 'button', staff('ending.save'));
  await expect(page.getByText(words.shell('beforePlacement'))).toBeVisible();
  await expect(last).toBeFocused();
  await coach.look(staff('doing.ending'));
  await last.fill(TODAY);
  await hand.choose(page.getByRole('radio', { name: staff('endReason.asAgreed'), exact: true }));
  await saved(coach, staff('ending.save'));
  await expect(now).toContainText(staff('endReason.asAgreed'));
  await expect(said(told.youth('endReason.asAgreed'))).toBeVisible();
  await youth.look(told.shell('menu.timeline'));

  for (const lang of ['fi', 'en'] as const) {
    const other = await visit(lang);
    await other.page.context().addCookies(await page.context().cookies());
    await other.come(`${platform.url}/coach/${id}`);
    await other.arrive(YOUTH);
    await expect(region(other, 'underway.title')).toContainText(TO);
    await other.look(YOUTH);
    const reader = await visit(lang);
    await reader.page.context().addCookies(await mine.context().cookies());
    await reader.come(`${platform.url}/timeline`);
    await expect(reader.page.getByText(reader.words.youth('endReason.asAgreed'))).toBeVisible();
    await reader.look(reader.words.shell('menu.timeline'));
  }
});

test('the forms are there in Finnish and English, by the keys alone too', async ({ platform, visit }) => {
  for (const lang of ['fi', 'en'] as const) {
    const coach = await visit(lang, { by: lang === 'fi' ? 'keys' : 'hand' });
    const { page, words } = coach;
    await coach.come(platform.cards.coach.url);
    const name = await page.getByRole('region').getByRole('link').first().locator('b').innerText();
    await openYouth(coach, name);
    const id = idIn(page);
    for (const form of ['placement', 'contact', 'handover', 'alarm'] as const) {
      await press(coach, 'link', words.staff(`doing.${form}`));
      await coach.look(words.staff(`doing.${form}`));
      await follow(page, `/coach/${id}`);
      await coach.arrive(name);
    }
  }
});
