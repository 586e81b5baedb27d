import { comesLastYear } from './support/quick.ts';
import { openRequests } from './support/lead.ts';
import { saying } from './support/rights.ts';
import { expect, test } from './support/test.ts';
import { chooseAvatar, openMyData } from './support/youth.ts';

/** What is kept ends with its term: a lead says for how long, holds what is needed longer and erases what is over; a youth reads until when. */

test('a lead sets a term, holds somebody, lets go and erases what is over, with a certificate', async ({ platform, visit }) => {
  const lead = await visit('nl');
  const { page, hand, words } = lead;
  const { staff } = words;
  await lead.come(platform.cards.lead.url);
  await lead.arrive(staff('people.title'));
  const id = await comesLastYear(lead, 'Gus Peeters');
  await openRequests(lead);
  await hand.press(page.getByRole('link', { name: staff('requests.retention'), exact: true }));
  await lead.look(staff('retention.title'));

  const form = page.getByRole('form', { name: staff('class.neverTrajectory'), exact: true });
  const months = form.getByRole('spinbutton', { name: staff('terms.months') });
  await months.fill('0');
  await hand.press(form.getByRole('button', { name: staff('terms.save'), exact: true }));
  await expect(months).toBeFocused();
  await months.fill('1');
  await hand.press(form.getByRole('button', { name: staff('terms.save'), exact: true }));
  await expect(form.getByText(staff('terms.saved'))).toBeVisible();

  const ending = page.getByRole('region', { name: staff('ending.title'), exact: true });
  const gus = ending.getByRole('listitem').filter({ hasText: 'Gus Peeters' });
  await expect(gus).toContainText(saying(staff('ending.was', { date: '@' })));
  await hand.press(gus.getByRole('link', { name: staff('hold.title') }));
  await lead.look(staff('hold.title'));
  await hand.press(page.getByRole('button', { name: staff('hold.place'), exact: true }));
  await expect(page.getByText(staff('issue.choose'))).toBeVisible();
  await hand.choose(page.getByRole('radio', { name: staff('ground.legalClaim'), exact: true }));
  await hand.press(page.getByRole('button', { name: staff('hold.place'), exact: true }));
  await expect(page.getByText(staff('hold.placed')).first()).toBeVisible();
  await lead.look(staff('hold.title'));

  await lead.come(`${platform.url}/lead/retention`);
  await lead.arrive(staff('retention.title'));
  await expect(gus).toContainText(staff('because.held'));
  await expect(gus.getByRole('button', { name: staff('end.open') })).toHaveCount(0);
  const holds = page.getByRole('region', { name: staff('holds.title'), exact: true });
  await hand.write(holds.getByRole('searchbox', { name: staff('holds.search') }), 'gus');
  await expect(holds.getByRole('listitem')).toHaveCount(1);
  await lead.look(staff('retention.title'));
  await hand.press(holds.getByRole('link', { name: 'Gus Peeters' }));
  await hand.press(page.getByRole('button', { name: staff('hold.lift'), exact: true }));
  await expect(page.getByText(staff('hold.lifted')).first()).toBeVisible();

  await lead.come(`${platform.url}/lead/week`);
  await hand.press(page.getByRole('main').getByRole('link', { name: 'Gus Peeters' }));
  await lead.arrive(staff('retention.title'));
  await hand.press(gus.getByRole('button', { name: staff('end.open') }));
  await lead.look(staff('retention.title'));
  await hand.press(gus.getByRole('button', { name: staff('end.confirm'), exact: true }));
  await expect(page.getByText(staff('end.done')).first()).toBeVisible();
  await expect(gus).toHaveCount(0);
  const ends = page.getByRole('region', { name: staff('ends.title'), exact: true });
  await hand.press(ends.getByRole('link', { name: new RegExp(id) }));
  await lead.look(staff('endProof.title'));
  await expect(page.getByText(/^v4\.public\./)).toBeVisible();
});

test('an officer reads terms and what ends, and changes nothing', async ({ platform, visit }) => {
  const officer = await visit('fi');
  const { page, words } = officer;
  await officer.come(platform.cards.officer.url);
  await officer.arrive(words.staff('week.title'));
  await officer.come(`${platform.url}/officer/retention`);
  await officer.look(words.staff('retention.title'));
  await expect(page.getByRole('heading', { level: 3, name: words.staff('class.coachingFile'), exact: true })).toBeVisible();
  await expect(page.getByRole('button', { name: words.staff('terms.save') })).toHaveCount(0);
});

test('a youth reads until when everything is kept', async ({ platform, visit }) => {
  const youth = await visit('en');
  const { page, words } = youth;
  await youth.come(platform.cards.youth.url);
  await chooseAvatar(youth);
  await openMyData(youth);
  await expect(page.getByRole('heading', { level: 2, name: words.youth('until.title'), exact: true })).toBeVisible();
  await expect(page.getByText(saying(words.youth('until.day', { date: '@' })))).toBeVisible();
  await youth.look(words.youth('mine.title'));
});
