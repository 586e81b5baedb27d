import { makeOfficer, openRequests } from './support/lead.ts';
import { ask, asked, openRequest, saying } from './support/rights.ts';
import { expect, test } from './support/test.ts';
import type { Visitor } from './support/visitor.ts';
import { chooseAvatar, openMyData } from './support/youth.ts';

/** The data protection officer's day: what is due this week, advice that the lead decides with, and what came by post. */

const OFFICER = 'Dora Willems';
const ADVICE = 'Vraag eerst aan de school wat klopt.';
const POST = 'Ik wil weten wie mijn gegevens zag.';

/** The week, from the menu of a lead or an officer. */
async function openWeek({ page, hand, words }: Visitor): Promise<void> {
  const link = (key: 'nav.week' | 'nav.week.short') => page.getByRole('navigation').getByRole('link', { name: new RegExp(`^${words.staff(key)}( ?\\d+)?$`) });
  await hand.press(link('nav.week').or(link('nav.week.short')).filter({ visible: true }));
}

test('a lead registers an officer, whose week is empty and said kindly', async ({ platform, visit }) => {
  const lead = await visit('nl');
  await lead.come(platform.cards.lead.url);
  await lead.arrive(lead.words.staff('people.title'));
  const card = await makeOfficer(lead, OFFICER);
  await lead.hand.choose(lead.page.getByRole('radio', { name: lead.words.staff('people.filter.officer'), exact: true }));
  await expect(lead.page.getByRole('main').getByRole('listitem').filter({ hasText: OFFICER })).toContainText(lead.words.staff('role.officer'));

  for (const lang of ['nl', 'fi', 'en'] as const) {
    const officer = await visit(lang);
    const { page, words } = officer;
    await officer.signIn(platform.url, card.code);
    await officer.look(words.staff('week.title'));
    await expect(page.getByText(words.staff('week.none.title'))).toBeVisible();
    await officer.come(`${platform.url}/officer/controller`);
    await officer.look(words.staff('controller.title'));
    await officer.hand.press(page.getByRole('link', { name: words.staff('notice.open'), exact: true }));
    await officer.look(words.staff('notice.title'));
    await expect(page.getByRole('heading', { level: 2, name: words.youth('notice.who.title'), exact: true })).toBeVisible();
  }
});

test('an officer advises, the lead decides with it, and the youth reads both', async ({ platform, visit }) => {
  const youth = await visit('nl');
  await youth.come(platform.cards.youth.url);
  await chooseAvatar(youth);
  await openMyData(youth);
  await ask(youth, 'rectification');
  const [name] = platform.cards.youth.who.split(', ');

  const officer = await visit('nl');
  const { page, hand, words } = officer;
  const { staff } = words;
  await officer.come(platform.cards.officer.url);
  await officer.look(staff('week.title'));
  await openRequest(officer, name!, 'rectification');
  await expect(page.getByRole('radio', { name: staff('way.grant'), exact: true })).toHaveCount(0);
  const save = page.getByRole('button', { name: staff('advice.save'), exact: true });
  await hand.press(save);
  await expect(page.getByRole('textbox', { name: staff('advice.words') })).toBeFocused();
  await officer.look(staff('right.rectification'));
  await hand.write(page.getByRole('textbox', { name: staff('advice.words') }), ADVICE);
  await hand.press(save);
  await expect(page.getByText(staff('advice.done')).first()).toBeVisible();
  await expect(page.getByRole('region', { name: staff('advice.title') })).toContainText(ADVICE);
  await officer.look(staff('right.rectification'));
  const mine = asked(youth, 'rectification');
  await youth.page.reload();
  await expect(mine).toContainText(saying(youth.words.youth('asked.open', { day: '@', date: '@' })));
  await expect(mine).not.toContainText(ADVICE);

  const lead = await visit('nl');
  await lead.come(platform.cards.lead.url);
  await lead.arrive(staff('people.title'));
  await openRequest(lead, name!, 'rectification');
  await expect(lead.page.getByRole('region', { name: staff('advice.title') })).toContainText(ADVICE);
  await lead.hand.choose(lead.page.getByRole('radio', { name: staff('way.grant'), exact: true }));
  await lead.look(staff('right.rectification'));
  await lead.hand.press(lead.page.getByRole('button', { name: staff('grant.save'), exact: true }));
  await expect(lead.page.getByText(staff('done.granted')).first()).toBeVisible();
  await youth.page.reload();
  await expect(mine).toContainText(ADVICE);
  await expect(mine).toContainText(youth.words.youth('asked.advice'));
  await youth.look(youth.words.youth('mine.title'));
});

test('an officer writes down what came by post', async ({ platform, visit }) => {
  const officer = await visit('nl');
  const { page, hand, words } = officer;
  const { staff } = words;
  const [name] = platform.cards.youth.who.split(', ');
  await officer.come(platform.cards.officer.url);
  await officer.arrive(staff('week.title'));
  await openRequests(officer);
  await hand.press(page.getByRole('link', { name: staff('post.new'), exact: true }));
  await officer.look(staff('paper.title'));
  await hand.write(page.getByRole('searchbox', { name: staff('post.name') }), name!);
  await hand.press(page.getByRole('button', { name: staff('post.search'), exact: true }));
  await hand.press(page.getByRole('button', { name: name!, exact: true }).first());
  await hand.choose(page.getByRole('radio', { name: staff('right.access'), exact: true }));
  await hand.write(page.getByRole('textbox', { name: staff('paper.words') }), POST);
  await officer.look(staff('paper.title'));
  await hand.press(page.getByRole('button', { name: staff('paper.save'), exact: true }));
  await officer.look(staff('requests.title'));
  await hand.press(page.getByRole('main').getByRole('listitem').filter({ hasText: name! }).getByRole('link', { name: staff('right.access') }));
  await officer.look(staff('right.access'));
  await expect(page.getByText(POST)).toBeVisible();
});

test('unusual reading stands in the week until somebody else looked into it', async ({ platform, visit }) => {
  const lead = await visit('nl');
  await lead.come(platform.cards.lead.url);
  await lead.arrive(lead.words.staff('people.title'));
  // More files than a coach has, as fast as the platform gives them.
  await lead.page.evaluate(async () => {
    const people = await (await fetch('/api/v1/people?role=youth')).json();
    for (const { id } of people.items) await fetch(`/api/v1/youths/${id}`);
  });
  const [reader] = platform.cards.lead.who.split(', ');

  const officer = await visit('nl');
  const { page, hand, words } = officer;
  const { staff } = words;
  await officer.come(platform.cards.officer.url);
  await officer.look(staff('week.title'));
  const thing = page.getByRole('main').getByRole('region', { name: staff('week.soon'), exact: true }).locator('li').filter({ hasText: reader! }).first();
  await expect(thing).toContainText(staff('rule.manyFiles'));
  await hand.press(thing.getByRole('link', { name: staff('due.open') }));
  await officer.look(staff('audit.title'));
  await expect(page.getByText(staff('audit.by', { name: reader! }))).toBeVisible();
  await expect(page.locator('tbody tr').filter({ hasText: staff('rule.manyFiles') }).first()).toBeVisible();

  await openWeek(officer);
  await officer.arrive(staff('week.title'));
  await hand.press(thing.getByRole('button', { name: staff('look.open') }));
  const save = page.getByRole('button', { name: staff('look.save'), exact: true });
  await hand.press(save);
  await expect(page.getByText(staff('issue.choose'))).toBeVisible();
  await officer.look(staff('week.title'));
  await hand.choose(page.getByRole('radio', { name: staff('finding.notAllowed'), exact: true }));
  await hand.press(save);
  await expect(page.getByText(staff('looked.notAllowed')).first()).toBeVisible();
  await expect(thing).toHaveCount(0);
  await officer.look(staff('week.title'));

  // What was found stands with what was read.
  await officer.come(`${platform.url}/officer/audit-log?unusual=true`);
  await officer.arrive(staff('audit.title'));
  const [officerName] = platform.cards.officer.who.split(', ');
  const found = saying(staff('review.notAllowed', { date: '@', name: officerName! }));
  await expect(page.locator('tbody tr').filter({ hasText: found }).first()).toBeVisible();
  await officer.look(staff('audit.title'));
  // The lead does not look into the own reading, but into that of others.
  await openWeek(lead);
  await lead.look(staff('week.title'));
  await expect(lead.page.getByRole('main').getByText(reader!, { exact: true })).toHaveCount(0);
});
