import { openYouth } from './support/coach.ts';
import { makeCoach, makeYouth } from './support/lead.ts';
import { ask, asked, openRequest, saying } from './support/rights.ts';
import { expect, test } from './support/test.ts';
import { chooseAvatar, chooseCoach, openMyData } from './support/youth.ts';

/** Whoever had what was corrected or erased is told and says that it is done; lead and youth read who. */

const [COACH, YOUTH, SCHOOL] = ['Joris Maes', 'Fatima Zohra', 'Sint-Jan, Mol'];

test('whoever had what was corrected or erased is told, and says that it is done', async ({ platform, visit }) => {
  const lead = await visit('nl');
  const { page, hand } = lead;
  const { staff } = lead.words;
  const press = (button: string) => hand.press(page.getByRole('button', { name: button, exact: true }));
  const choose = (option: string) => hand.choose(page.getByRole('radio', { name: option, exact: true }));
  await lead.come(platform.cards.lead.url);
  await lead.arrive(staff('people.title'));
  const coachCard = await makeCoach(lead, COACH);
  const youthCard = await makeYouth(lead, { name: YOUTH, birthDate: '2008-03-09', disability: 'learning' });
  const youth = await visit('nl');
  const { words } = youth;
  await youth.come(youthCard.url);
  await chooseAvatar(youth);
  await chooseCoach(youth, COACH);
  const coach = await visit('nl');
  await coach.come(coachCard.url);
  await openYouth(coach, YOUTH);
  await openMyData(youth);
  await ask(youth, 'rectification');

  await openRequest(lead, YOUTH, 'rectification');
  await choose(staff('way.grant'));
  await press(staff('grant.save'));
  const told = page.getByRole('region', { name: staff('told.title'), exact: true });
  const line = told.getByRole('listitem').filter({ hasText: COACH });
  await expect(line).toContainText(staff('told.waits'));
  await lead.look(staff('right.rectification'));

  // The coach reads it at home.
  await coach.come(`${platform.url}/coach`);
  const notice = coach.page.getByRole('region', { name: staff('notices.title'), exact: true });
  const done = notice.getByRole('button', { name: staff('notice.done') });
  await expect(notice).toContainText(saying(staff('notice.rectification', { name: YOUTH, date: '@' })));
  await coach.look(staff('coach.title'));
  await coach.hand.press(done);
  await expect(notice).toHaveCount(0);
  await expect(coach.page.getByRole('heading', { level: 1 })).toBeFocused();
  await coach.look(staff('coach.title'));
  await expect(line).toContainText(saying(staff('told.done', { date: '@' })));

  // Who has it on paper is told outside, and the lead writes down whom.
  await press(staff('outside.add'));
  await press(staff('outside.save'));
  await expect(page.getByText(staff('issue.choose'))).toBeVisible();
  await choose(staff('recipient.school'));
  await hand.write(page.getByRole('textbox', { name: staff('outside.name') }), SCHOOL);
  await lead.look(staff('right.rectification'));
  await press(staff('outside.save'));
  await expect(page.getByText(staff('outside.saved')).first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(told).toContainText(SCHOOL);
  await lead.look(staff('right.rectification'));

  await youth.page.reload();
  const mine = asked(youth, 'rectification');
  await expect(mine).toContainText(words.youth('told.coach', { name: COACH }));
  await expect(mine).toContainText(SCHOOL);
  await youth.look(words.youth('mine.title'));

  // After an erasure nobody is told whose data it was.
  await ask(youth, 'erasure');
  await openRequest(lead, YOUTH, 'erasure');
  const link = await page.getByRole('link', { name: YOUTH, exact: true }).getAttribute('href');
  youth.forgive(/401/);
  await choose(staff('way.grant'));
  await press(staff('erase.open'));
  await hand.write(page.getByRole('textbox', { name: staff('erase.confirm'), exact: true }), link!.slice(-4));
  await press(staff('erase.do'));
  await expect(page.getByText(staff('done.erased')).first()).toBeVisible();
  await expect(line).toContainText(staff('told.waits'));
  await lead.look(staff('right.erasure'));
  await coach.page.reload();
  await expect(notice).toContainText(saying(staff('notice.erasure', { date: '@' })));
  await expect(notice).not.toContainText(YOUTH);
  await coach.look(staff('coach.title'));
  await coach.hand.press(done);
  await expect(notice).toHaveCount(0);
  await expect(line).toContainText(saying(staff('told.done', { date: '@' })));
});
