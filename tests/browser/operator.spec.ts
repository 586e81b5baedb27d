import { makeCoach, makeYouth, takeCard } from './support/lead.ts';
import { expect, test } from './support/test.ts';
import { wordsOf } from './support/words.ts';

/** What operators do: centres, their leads, the platform's own people, and what the platform needs. */

test('an operator reads what the platform needs, and nothing while all is well', async ({ platform, visit }) => {
  const operator = await visit('nl');
  const { page, words } = operator;
  await operator.come(platform.cards.operator.url);
  await operator.arrive(words.staff('centres.title'));
  const notices = page.getByRole('main').getByRole('alert');
  await expect(page.getByRole('link', { name: platform.centre, exact: true })).toBeVisible();
  await expect(notices).toHaveCount(0);
  // As the platform tells with a clock that was set back and a vault that is older than the log.
  const details = { clock: { status: 'DEGRADED' }, identity: { status: 'DEGRADED', lostKeys: 1 } };
  await page.route('**/health', (request) => request.fulfill({ json: { status: 'DEGRADED', details } }));
  // And of a registration that met a service which does not answer; nobody here has such a one.
  let items = [
    {
      id: crypto.randomUUID(),
      kind: 'registration',
      centre: 'lsc01',
      since: new Date().toISOString(),
      trouble: 'unreachable',
      turnedBack: false,
    },
  ];
  await page.route('**/unfinished', (request) => request.fulfill({ json: { items, total: items.length, unanswered: 0 } }));
  await page.reload();
  await operator.arrive(words.staff('centres.title'));
  await expect(notices).toHaveText([words.staff('operator.clock'), words.staff('operator.lostKeys.one')]);
  const work = page.getByRole('region', { name: words.staff('work.title') });
  await expect(work).toContainText(words.staff('work.registration'));
  await expect(work).toContainText(words.staff('work.unreachable'));
  await operator.look(words.staff('centres.title'));
  await operator.hand.press(work.getByRole('button', { name: words.staff('work.undo'), exact: true }));
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(words.staff('work.ask.registration'));
  operator.forgive(/404/);
  items = [];
  await operator.hand.press(dialog.getByRole('button', { name: words.staff('work.ask.yes'), exact: true }));
  await expect(work).toHaveCount(0);
  await expect(dialog).toHaveCount(0);
});

test('an operator opens a centre in Finland that works in two languages, and its people are greeted in the first of them', async ({ platform, visit }) => {
  const operator = await visit('nl');
  const { page, hand, words } = operator;
  const { staff } = words;
  await operator.come(platform.cards.operator.url);
  await operator.arrive(staff('centres.title'));
  await hand.press(page.getByRole('main').getByRole('link', { name: staff('operator.open'), exact: true }));
  await operator.look(staff('operator.open'));
  const field = (name: Parameters<typeof staff>[0]) => page.getByRole('textbox', { name: staff(name), exact: true });
  const group = (name: Parameters<typeof staff>[0]) => page.getByRole('group', { name: staff(name), exact: true });
  const code = `fi${Date.now().toString(36)}`;
  await hand.write(field('operator.name'), 'Oppimiskeskus Oulu');
  await hand.write(field('operator.id'), code);
  await hand.choose(group('operator.language').getByRole('radio', { name: staff('lang.fi'), exact: true }));
  await hand.choose(page.getByRole('checkbox', { name: staff('lang.en'), exact: true }));
  await hand.write(field('operator.lead'), 'Aino Korhonen');
  await hand.press(page.getByRole('button', { name: staff('operator.save'), exact: true }));
  // Nobody guesses where it is.
  await expect(group('operator.country').getByText(staff('issue.choose'))).toBeVisible();
  await operator.look(staff('operator.open'));
  await hand.choose(group('operator.country').getByRole('radio', { name: staff('country.fi'), exact: true }));
  await hand.press(page.getByRole('button', { name: staff('operator.save'), exact: true }));
  await expect(page.getByRole('article').getByText(wordsOf('fi').staff('card.line1')), 'the card speaks as the centre').toBeVisible();
  const card = await takeCard(operator, 'Aino Korhonen', 'Oppimiskeskus Oulu');
  for (const word of [staff('country.fi'), staff('lang.fi'), staff('lang.en')]) {
    await expect(page.getByRole('main').getByText(word).first()).toBeVisible();
  }

  // Whatever their browsers speak, its people are greeted in the first language of the centre.
  const lead = await visit('fi', { device: 'nl' });
  await lead.come(card.url);
  await lead.look(lead.words.staff('people.title'));
  await expect(lead.page.getByRole('main').getByText('Aino Korhonen').first()).toBeVisible();
  const coachCard = await makeCoach(lead, 'Päivi Mäkelä');
  const coach = await visit('fi', { device: 'en' });
  await coach.come(coachCard.url);
  await coach.look(coach.words.staff('coach.title'));
  await coach.page.reload();
  await coach.look(coach.words.staff('coach.title'));

  const youthCard = await makeYouth(lead, { name: 'Eeva', birthDate: '2007-03-02', disability: 'motor' });
  const youth = await visit('fi', { device: 'nl' });
  await youth.come(youthCard.url);
  await youth.look(youth.words.youth('avatar.title'));
  // What somebody chose goes before.
  const other = await visit('en', { device: 'nl' });
  await other.signIn(platform.url, youthCard.code);
  await other.look(other.words.youth('avatar.title'));
  await other.page.reload();
  await other.look(other.words.youth('avatar.title'));
});

test('an operator lets the lead of a centre in again, adds a second one, and sees nobody else there', async ({ platform, visit }) => {
  const operator = await visit('nl');
  const { page, hand, words } = operator;
  const { staff } = words;
  await operator.come(platform.cards.operator.url);
  await operator.arrive(staff('centres.title'));
  await hand.press(page.getByRole('link', { name: platform.centre, exact: true }));
  await operator.look(platform.centre);
  const people = page.getByRole('main').getByRole('listitem');
  const leadName = platform.cards.lead.who.split(', ')[0]!;
  await expect(people).toHaveCount(1);
  await expect(people.first()).toContainText(leadName);

  // The card in somebody's pocket stops working, so it asks first.
  await hand.press(people.first().getByRole('button', { name: staff('people.newCard') }));
  await hand.press(page.getByRole('button', { name: staff('people.card.ask.yes'), exact: true }));
  const again = await takeCard(operator, leadName, platform.centre);
  const lead = await visit('nl');
  await lead.come(again.url);
  await lead.arrive(staff('people.title'));

  await hand.press(page.getByRole('link', { name: staff('centre.addLead'), exact: true }));
  await operator.look(staff('centre.addLead'));
  await hand.write(page.getByRole('textbox', { name: staff('youth.name'), exact: true }), 'Mieke Claes');
  await hand.press(page.getByRole('button', { name: staff('colleague.save'), exact: true }));
  const second = await takeCard(operator, 'Mieke Claes', platform.centre);
  await expect(people).toHaveCount(2);
  await expect(people.filter({ hasText: 'Mieke Claes' })).toContainText(staff('people.neverSignedIn'));
  await lead.come(second.url);
  await lead.arrive(staff('people.title'));
  // The list shows who came in, at the latest when it is opened again.
  await operator.come(page.url());
  await expect(people.filter({ hasText: 'Mieke Claes' })).not.toContainText(staff('people.neverSignedIn'));
  await operator.come(`${platform.url}/operator/centre/nowhere`);
  await operator.look(words.shell('notFound.title'));
});

test('an operator finds and adds the people of the platform itself', async ({ platform, visit }) => {
  const operator = await visit('nl');
  const { page, hand, words } = operator;
  const { staff } = words;
  await operator.come(`${platform.cards.operator.url}`);
  await operator.arrive(staff('centres.title'));
  const section = page.getByRole('navigation').getByRole('link', { name: new RegExp(`^(${staff('nav.colleagues')}|${staff('nav.people')})$`) });
  await hand.press(section.filter({ visible: true }));
  await operator.look(staff('nav.colleagues'));
  const people = page.getByRole('main').getByRole('listitem');
  const auditor = platform.cards.auditor.who.split(', ')[0]!;
  await expect(people.filter({ hasText: auditor })).toHaveCount(1);
  await hand.choose(page.getByRole('radio', { name: staff('people.filter.operator'), exact: true }));
  await expect(people.filter({ hasText: auditor })).toHaveCount(0);

  await hand.press(page.getByRole('link', { name: staff('colleague.new'), exact: true }));
  await hand.press(page.getByRole('button', { name: staff('colleague.save'), exact: true }));
  await expect(page.getByText(words.staff.count('common.fixFields', 2))).toBeVisible();
  await operator.look(staff('colleague.new'));
  await hand.choose(page.getByRole('radio', { name: staff('role.auditor'), exact: true }));
  await hand.write(page.getByRole('textbox', { name: staff('youth.name'), exact: true }), 'Aino Virtanen');
  await hand.press(page.getByRole('button', { name: staff('colleague.save'), exact: true }));
  const card = await takeCard(operator, 'Aino Virtanen', staff('nav.colleagues'));
  await expect(people.filter({ hasText: 'Aino Virtanen' })).toHaveCount(1);
  const guest = await visit('nl');
  await guest.come(card.url);
  await guest.arrive(staff('centres.title'));
});
