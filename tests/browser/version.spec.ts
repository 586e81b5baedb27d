import { openYouth, registerStep, type Step } from './support/coach.ts';
import { makeCoach, makeYouth } from './support/lead.ts';
import { follow, rememberedIn, workerIsThere } from './support/quick.ts';
import { right, saying } from './support/rights.ts';
import { expect, test } from './support/test.ts';
import { chooseAvatar, chooseCoach, openMyData } from './support/youth.ts';

/** A youth tells beside what a coach wrote down how it was: at once, without asking anybody, also without internet. */
const [COACH, YOUTH] = ['Joris Maes', 'Fatima Zohra'];
const NOTE = 'Kwam niet opdagen.';
const [TOLD, BETTER] = ['Ik was ziek.', 'Ik was bij de dokter.'];
const ARRIVE_MS = 30_000;

test('a youth puts the own version beside what a coach wrote down, and the coach reads whose words they are', async ({ platform, visit }) => {
  const lead = await visit('nl');
  await lead.come(platform.cards.lead.url);
  await lead.arrive(lead.words.staff('people.title'));
  const coachCard = await makeCoach(lead, COACH);
  const youthCard = await makeYouth(lead, { name: YOUTH, birthDate: '2008-03-09', disability: 'learning' });
  const youth = await visit('nl');
  const { page, hand, words } = youth;
  await youth.come(youthCard.url);
  await chooseAvatar(youth);
  await chooseCoach(youth, COACH);
  const coach = await visit('nl');
  const { staff } = coach.words;
  await coach.come(coachCard.url);
  await openYouth(coach, YOUTH);
  const step: Step = { category: 'actionPlan', minutes: 30, place: 'school', role: 'inspirer', coachingStep: 'firstStep', note: NOTE };
  await registerStep(coach, YOUTH, step);

  // Whoever wants something put right is told that this can be done at once.
  await openMyData(youth);
  await hand.choose(right(youth, 'rectification'));
  await expect(page.getByText(words.youth('ask.version'))).toBeVisible();
  await youth.look(words.youth('mine.title'));
  await hand.press(page.getByRole('link', { name: words.youth('ask.version.go'), exact: true }));
  await youth.look(words.shell('menu.timeline'));

  const entry = page.getByRole('listitem').filter({ hasText: NOTE });
  const open = (what: 'add' | 'change') => hand.press(entry.getByRole('button', { name: words.youth(`version.${what}`) }));
  const field = entry.getByRole('textbox', { name: words.youth('version.label') });
  const save = () => hand.press(entry.getByRole('button', { name: words.youth('version.save'), exact: true }));
  await open('add');
  await expect(field).toBeFocused();
  await save();
  await expect(entry.getByText(words.youth('version.empty'))).toBeVisible();
  await expect(field).toBeFocused();
  await youth.look(words.shell('menu.timeline'));
  await hand.write(field, TOLD);
  await save();
  await expect(entry.getByText(TOLD, { exact: true })).toBeVisible();
  await expect(entry.getByText(saying(words.youth('version.mineOn', { date: '@' })))).toBeVisible();
  await expect(entry.getByRole('button', { name: words.youth('version.change') })).toBeFocused();
  await youth.look(words.shell('menu.timeline'));

  // The coach's screen was open all the time.
  const past = coach.page.getByRole('region', { name: staff('timeline.title') }).getByRole('listitem').filter({ hasText: NOTE });
  await expect(past).toContainText(TOLD);
  await expect(past).toContainText(saying(staff('timeline.version', { name: YOUTH, date: '@' })));
  await coach.look(YOUTH);

  // Without internet what was written waits, also over a load of the page, and then goes by itself.
  await workerIsThere(page);
  youth.forgive(/net::ERR_INTERNET_DISCONNECTED|Failed to load/);
  await page.context().setOffline(true);
  await open('change');
  await expect(field).toHaveValue(TOLD);
  await field.fill(BETTER);
  await save();
  await expect(entry.getByText(words.youth('version.waits'))).toBeVisible();
  await expect(entry.getByText(BETTER, { exact: true })).toBeVisible();
  expect((await rememberedIn(page)).join()).toContain(BETTER);
  await follow(page, '/more');
  await page.context().setOffline(false);
  await expect(past).toContainText(BETTER, { timeout: ARRIVE_MS });
  await expect(past).not.toContainText(TOLD);
  await expect.poll(async () => (await rememberedIn(page)).join()).not.toContain(BETTER);

  // Taken away, it is read by nobody; what the coach wrote stays.
  await follow(page, '/timeline');
  await expect(entry.getByText(BETTER, { exact: true })).toBeVisible();
  await open('change');
  await hand.press(entry.getByRole('button', { name: words.youth('version.takeAway'), exact: true }));
  const sure = page.getByRole('dialog', { name: words.youth('version.takeAway.ask'), exact: true });
  await hand.press(sure.getByRole('button', { name: words.youth('version.takeAway.yes'), exact: true }));
  await expect(entry.getByRole('button', { name: words.youth('version.add') })).toBeFocused();
  await expect(entry).not.toContainText(BETTER);
  await expect(past).not.toContainText(BETTER);
  await expect(past).toContainText(NOTE);
  await youth.look(words.shell('menu.timeline'));
});
