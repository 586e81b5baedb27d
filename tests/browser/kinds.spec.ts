import { exercise } from './support/content.ts';
import { comeAsYouth, expect, test } from './support/quick.ts';

/** Steps that are answered in another way than by choosing, and those that this app does not know yet. */
const SORTS = exercise('leisure-like-maybe');

test('a youth sorts cards into piles, takes one back, and finds what they like in the overview', async ({ platform, visit }) => {
  const youth = await visit('fi');
  const { page, words, lang } = youth;
  await comeAsYouth(page, platform.cards.youth);
  await page.goto(`${platform.url}/map`);
  await page.getByRole('link', { name: new RegExp(`^${words.shell('domain.leisure')}, `) }).click();
  await page.getByRole('main').getByRole('link', { name: SORTS.title[lang] }).click();
  const { cards, bins } = SORTS.steps[0]!.kind.sort!;
  const [like, , not] = bins.map(({ label }) => label[lang]);
  const table = page.getByRole('group', { name: SORTS.steps[0]!.question[lang] });
  await youth.look(SORTS.steps[0]!.question[lang]);
  for (const [at, { label }] of cards.entries()) {
    await expect(table.getByText(label[lang], { exact: true }).first()).toBeVisible();
    await youth.hand.press(table.getByRole('button', { name: at % 2 === 0 ? like! : not!, exact: true }));
  }
  await expect(table.getByText(words.youth('sort.all'))).toBeVisible();
  const first = cards[0]!.label[lang];
  await youth.hand.press(table.getByRole('button', { name: words.youth('sort.take', { card: first }) }));
  await youth.hand.press(page.getByRole('button', { name: words.youth('exercise.next'), exact: true }));
  await expect(page.getByText(words.youth.count('sort.first', 1))).toBeVisible();
  await youth.hand.press(table.getByRole('button', { name: like!, exact: true }));
  await expect(page.getByRole('status').filter({ hasText: words.youth('exercise.saved') })).toBeVisible();

  // What lies where is there again, on another load of the page.
  await page.reload();
  await youth.hand.press(page.getByRole('button', { name: words.youth('back'), exact: true }));
  await expect(table.getByRole('list', { name: like! }).getByRole('listitem')).toHaveCount(Math.ceil(cards.length / 2));
  await youth.hand.press(page.getByRole('button', { name: words.youth('exercise.next'), exact: true }));
  await page.locator('fieldset input').first().check({ force: true });
  await youth.hand.press(page.getByRole('button', { name: words.youth('exercise.review'), exact: true }));
  await youth.look(words.youth('review.title'));
  await youth.hand.press(page.getByRole('button', { name: words.youth('review.finish'), exact: true }));
  await youth.look(words.youth('done.title', { domain: words.shell('domain.leisure') }));
  await page.goto(`${platform.url}/overview`);
  await expect(page.getByRole('main').getByText(first, { exact: true })).toBeVisible();
  await expect(page.getByRole('main').getByText(cards[1]!.label[lang], { exact: true })).toHaveCount(0);
});

test('a question of a kind that this app does not know is said kindly, and what was answered before stays', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, words } = youth;
  await comeAsYouth(page, platform.cards.youth);
  await page.route('**/api/v1/exercises', async (route) => {
    const answer = await route.fetch();
    const { items } = await answer.json();
    const changed = items.map((one: { id: string; steps: object[] }) =>
      one.id === 'work-energy' ? { ...one, steps: one.steps.map((step, at) => (at === 1 ? { ...step, choose: null, draw: {} } : step)) } : one,
    );
    await route.fulfill({ json: { items: changed } });
  });
  await page.goto(`${platform.url}/exercise/work-energy`);
  await page.locator('fieldset input').first().check({ force: true });
  await expect(page.getByRole('status').filter({ hasText: words.youth('exercise.saved') })).toBeVisible();
  await page.getByRole('button', { name: words.youth('exercise.next'), exact: true }).click();
  await expect(page.getByText(words.youth('exercise.unknownKind'))).toBeVisible();
  await page.getByRole('button', { name: words.youth('exercise.next'), exact: true }).click();
  await expect(page.locator('fieldset')).toBeVisible();
  await page.getByRole('button', { name: words.youth('back'), exact: true }).click();
  await page.getByRole('button', { name: words.youth('back'), exact: true }).click();
  await expect(page.locator('fieldset input').first()).toBeChecked();
});
