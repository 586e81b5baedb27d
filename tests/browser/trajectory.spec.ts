import { openPerson, someYouth } from './support/lead.ts';
import { test } from './support/test.ts';

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
