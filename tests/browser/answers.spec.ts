import { packOf } from './support/content.ts';
import { makeYouth } from './support/lead.ts';
import { expect, test } from './support/test.ts';
import { chooseAvatar, doExercise, openMenu, openMyData } from './support/youth.ts';

/** A youth erases what they answered: one exercise, then everything, and asks nobody. */

test('a youth erases one exercise, and then everything that was answered', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, hand, words } = youth;
  const main = page.getByRole('main');
  const lead = await visit('nl');
  await lead.come(platform.cards.lead.url);
  const card = await makeYouth(lead, { name: 'Fatima Zohra', birthDate: '2007-05-04', disability: 'mental' });
  await youth.come(card.url);
  await chooseAvatar(youth);
  const [said] = await doExercise(youth, 'housing');
  await doExercise(youth, 'work');
  const housing = packOf('housing').title.nl;

  await openMyData(youth);
  await hand.press(main.getByRole('link', { name: words.youth('kept.answers') }));
  await youth.look(words.youth('answers.title'));
  const given = main.getByRole('listitem');
  const erase = given.filter({ hasText: housing }).getByRole('button', { name: words.youth('answers.erase') });
  const before = await given.count();
  expect(before).toBeGreaterThan(1);

  // Nothing happens by itself: Escape is no.
  const dialog = page.getByRole('dialog', { name: words.youth('erase.these') });
  await hand.press(erase);
  await expect(dialog).toContainText(housing);
  await youth.look(words.youth('answers.title'));
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(given).toHaveCount(before);
  await expect(erase).toBeFocused();

  await hand.press(erase);
  await hand.press(dialog.getByRole('button', { name: words.youth('erase.yes'), exact: true }));
  await expect(given).toHaveCount(before - 1);
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(given.filter({ hasText: housing })).toHaveCount(0);
  await youth.look(words.youth('answers.title'));
  await openMenu(youth, 'menu.overview');
  await youth.arrive(words.youth('overview.title'));
  await expect(main.getByText(said!, { exact: true })).toHaveCount(0);

  await page.goBack();
  await hand.press(main.getByRole('button', { name: words.youth('answers.eraseAll'), exact: true }));
  const all = page.getByRole('dialog', { name: words.youth('erase.all') });
  await hand.press(all.getByRole('button', { name: words.youth('erase.yes'), exact: true }));
  await expect(main.getByText(words.youth('answers.empty'))).toBeVisible();
  await youth.look(words.youth('answers.title'));

  // What is gone can be done again.
  await openMenu(youth, 'menu.map');
  await doExercise(youth, 'housing');
});
