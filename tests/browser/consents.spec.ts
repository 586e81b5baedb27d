import { openYouth } from './support/coach.ts';
import { packOf } from './support/content.ts';
import { makeCoach, makeYouth, openPerson } from './support/lead.ts';
import { saying } from './support/rights.ts';
import { expect, test } from './support/test.ts';
import type { Visitor } from './support/visitor.ts';
import { chooseAvatar, chooseCoach, doExercise, openMenu, openMyData } from './support/youth.ts';

/** What a youth shares with the coach: nothing until it is chosen, taken back with the same tap, asked again with another coach. */

const [FIRST, SECOND, YOUTH] = ['Joris Maes', 'Els Peeters', 'Fatima Zohra'];

const card = ({ page, words }: Visitor, domain: 'work' | 'housing') =>
  page.getByRole('main').getByRole('listitem').filter({ has: page.getByRole('group', { name: words.shell(`domain.${domain}`), exact: true }) });
const answer = (youth: Visitor, domain: 'work' | 'housing', said: 'yes' | 'no') =>
  card(youth, domain).getByRole('radio', { name: youth.words.youth(`sharing.${said}`), exact: true });

test('a youth shares one part of life with the coach, takes it back, and says to a new coach what of before may be read', async ({ platform, visit }) => {
  const lead = await visit('nl');
  await lead.come(platform.cards.lead.url);
  const cards = { [FIRST]: await makeCoach(lead, FIRST), [SECOND]: await makeCoach(lead, SECOND) };
  const youthCard = await makeYouth(lead, { name: YOUTH, birthDate: '2007-05-04', disability: 'mental' });

  const youth = await visit('nl');
  const { page, hand, words } = youth;
  const title = words.youth('sharing.title');
  await youth.come(youthCard.url);
  await chooseAvatar(youth);
  const [chosen] = await doExercise(youth, 'housing');
  await openMyData(youth);
  await hand.press(page.getByRole('main').getByRole('link', { name: words.youth('kept.shared') }));
  await youth.look(title);
  await expect(page.getByText(words.youth('sharing.noCoach'))).toBeVisible();
  await chooseCoach(youth, FIRST);
  await expect(page.getByText(words.youth('before.yes'))).toHaveCount(0);

  const first = await visit('nl');
  await first.come(cards[FIRST]!.url);
  await openYouth(first, YOUTH);
  const shared = first.page.getByRole('region', { name: first.words.staff('shared.title', { name: YOUTH }) });
  await expect(shared).toContainText(first.words.staff('shared.none', { name: YOUTH }));
  await first.look(YOUTH);

  // From the own overview to what is shared of it: nothing is chosen before.
  await openMenu(youth, 'menu.overview');
  await hand.press(page.getByRole('main').getByRole('link', { name: words.youth('overview.share'), exact: true }));
  await youth.look(title);
  await expect(card(youth, 'housing').getByRole('radio', { checked: true })).toHaveCount(0);
  await expect(card(youth, 'housing')).toContainText(words.youth('sharing.never'));
  await hand.choose(answer(youth, 'housing', 'yes'));
  await expect(card(youth, 'housing')).toContainText(saying(words.youth('sharing.given', { date: '@' })));
  await hand.choose(answer(youth, 'work', 'no'));
  await expect(card(youth, 'work')).toContainText(saying(words.youth('sharing.refused', { date: '@' })));
  await youth.look(title);

  // It shows on the coach's open page, and goes from it as it came.
  await expect(shared.getByText(chosen!, { exact: true }).first()).toBeVisible();
  await first.look(YOUTH);
  await hand.choose(answer(youth, 'housing', 'no'));
  await expect(card(youth, 'housing')).toContainText(saying(words.youth('sharing.withdrawn', { date: '@' })));
  await expect(shared).toContainText(first.words.staff('shared.none', { name: YOUTH }));
  await expect(shared.getByText(packOf('housing').title.nl)).toHaveCount(0);
  await hand.press(page.getByText(words.youth('history.title'), { exact: true }));
  await expect(page.getByText(words.youth('history.given', { what: words.shell('domain.housing') }))).toBeVisible();
  await youth.look(title);

  // Another coach is asked about once, with two answers alike.
  await openMenu(youth, 'menu.coach');
  await youth.look(words.youth('coaches.mine'));
  await hand.press(page.getByRole('button', { name: words.youth('coaches.choose', { name: SECOND }), exact: true }));
  await hand.press(page.getByRole('button', { name: words.youth('coaches.confirm', { name: SECOND }), exact: true }));
  const ask = page.getByRole('region', { name: words.youth('before.ask', { name: SECOND }) });
  await expect(ask).toBeVisible();
  await youth.look(words.youth('coaches.mine'));
  const second = await visit('nl');
  await second.come(cards[SECOND]!.url);
  await openYouth(second, YOUTH);
  const since = second.page.getByText(saying(second.words.staff('shared.since', { name: YOUTH, date: '@' })));
  await expect(since).toBeVisible();
  await second.look(YOUTH);
  await hand.press(ask.getByRole('button', { name: words.youth('before.yes'), exact: true }));
  await expect(ask.getByText(words.youth('sharing.saved.yes'))).toBeVisible();
  await expect(since).toHaveCount(0);

  // The lead proves it, and writes down what was said on paper.
  const { staff } = lead.words;
  await openPerson(lead, YOUTH);
  await lead.hand.press(lead.page.getByRole('main').getByRole('link', { name: staff('person.sharing'), exact: true }));
  await lead.look(staff('consents.title', { name: YOUTH }));
  const line = lead.page.getByRole('group', { name: staff('consents.before'), exact: true });
  await expect(line.getByRole('radio', { name: staff('consents.yes'), exact: true })).toBeChecked();
  await lead.hand.choose(line.getByRole('radio', { name: staff('consents.no'), exact: true }));
  await expect(lead.page.getByText(staff('consents.saved')).first()).toBeAttached();
  await expect(since).toBeVisible();
});
