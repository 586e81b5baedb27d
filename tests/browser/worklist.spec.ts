import { expect, test } from './support/test.ts';
import type { Lang } from './support/words.ts';

/** A coach finds in one list what is due, what comes and whom to ask again: with a hand, with the keys, in each language. */
for (const [lang, by] of [
  ['nl', 'hand'],
  ['fi', 'keys'],
  ['en', 'hand'],
] as [Lang, 'hand' | 'keys'][]) {
  test(`what a coach has to see to stands in one list, in ${lang}, with ${by}`, async ({ platform, visit }) => {
    const coach = await visit(lang, { by });
    const { page, hand, words } = coach;
    const { staff } = words;
    await coach.signIn(platform.url, platform.cards.coach.code);
    await coach.arrive(staff('coach.title'));
    await hand.press(page.getByRole('navigation').getByRole('link', { name: staff('nav.todo') }).first());
    await coach.look(staff('todo.title'));
    const all = page.getByRole('main').getByRole('listitem');
    const count = await all.count();
    expect(count).toBeGreaterThan(3);
    await expect(page.getByRole('heading', { name: staff('todo.due'), exact: true })).toBeVisible();

    // By what is to be done, and by a name.
    const search = page.getByRole('searchbox', { name: staff('todo.search') });
    await hand.write(search, staff('kind.afterCare'));
    await expect(all).not.toHaveCount(count);
    const cared = await all.count();
    expect(cared).toBeGreaterThan(0);
    await search.fill('');
    await hand.write(search, 'xyz');
    await expect(page.getByText(staff('todo.notFound.title'), { exact: true })).toBeVisible();
    await coach.look(staff('todo.title'));
    await search.fill('');
    await hand.write(search, staff('kind.afterCare'));
    await expect(all).toHaveCount(cared);

    // One tap to whoever it is about.
    const line = all.first().getByRole('link');
    const name = await line.locator('b').innerText();
    await hand.press(line);
    await coach.arrive(name);
    await expect(page.getByText(staff('act.closed'), { exact: true })).toBeVisible();
  });
}
