import { idIn, openPerson, someYouth } from './support/lead.ts';
import { expect, test } from './support/test.ts';

/** How a person is erased: a lead gives a number, and an operator, who knows no names, destroys the keys. */

const NOBODY = '01890a5d-ac96-774b-bcce-b302099a8057';

test('a lead gives the number of a youth, with which an operator destroys the keys', async ({ platform, visit }) => {
  const lead = await visit('nl');
  const { staff } = lead.words;
  await lead.come(platform.cards.lead.url);
  const name = await someYouth(lead);
  await openPerson(lead, name);
  const id = idIn(lead.page);
  const number = lead.page.getByRole('region', { name: staff('person.number'), exact: true });
  await expect(number.getByText(id, { exact: true })).toBeVisible();
  await expect(number.getByRole('button', { name: staff('person.number.copy'), exact: true })).toBeVisible();

  const operator = await visit('nl');
  const { page, hand } = operator;
  await operator.come(platform.cards.operator.url);
  await operator.arrive(staff('centres.title'));
  await hand.press(page.getByRole('link', { name: platform.centre, exact: true }));
  await operator.arrive(platform.centre);
  await hand.press(page.getByRole('link', { name: staff('erasure.title'), exact: true }));
  await operator.look(staff('erasure.title'));
  const person = page.getByRole('textbox', { name: staff('erasure.person'), exact: true });
  const next = page.getByRole('button', { name: staff('erasure.next'), exact: true });
  const sure = page.getByRole('heading', { level: 2, name: staff('erasure.sure'), exact: true });
  const end = page.getByRole('textbox', { name: staff('erasure.confirm'), exact: true });
  const destroy = page.getByRole('button', { name: staff('erasure.do'), exact: true });
  await hand.press(next);
  await expect(person).toBeFocused();
  await expect(page.getByText(staff('issue.choose'))).toBeVisible();
  await operator.look(staff('erasure.title'));

  // Somebody whom this centre does not have.
  await person.fill(NOBODY);
  await hand.choose(page.getByRole('radio', { name: staff('erasure.reason.personAsked'), exact: true }));
  await hand.press(next);
  await expect(sure).toBeFocused();
  await expect(page.getByText(staff('erasure.means.read'))).toBeVisible();
  await operator.look(staff('erasure.title'));
  operator.forgive(/404/);
  await hand.write(end, NOBODY.slice(-4));
  await hand.press(destroy);
  await expect(page.getByText(staff('issue.personNotFound'))).toBeVisible();
  await expect(person).toBeFocused();
  await expect(page.getByRole('radio', { name: staff('erasure.reason.personAsked'), exact: true })).toBeChecked();

  await person.fill(` ${id.toUpperCase()} `);
  await hand.press(next);
  await expect(sure).toBeFocused();
  await expect(page.getByText(id, { exact: true })).toBeVisible();
  await hand.press(destroy);
  await expect(page.getByText(staff('issue.confirmation'))).toBeVisible();
  await expect(end).toBeFocused();
  await hand.write(end, id.slice(-4));
  await hand.press(destroy);
  await expect(page.getByRole('heading', { level: 2, name: staff('erasure.done'), exact: true })).toBeFocused();
  await operator.look(staff('erasure.title'));

  // The lead finds nobody any more.
  lead.forgive(/404/);
  await expect(async () => {
    await lead.page.reload();
    await expect(lead.page.getByText(lead.words.shell('notFound'))).toBeVisible({ timeout: 2_000 });
  }).toPass();
  await expect(lead.page.getByText(name, { exact: true })).toHaveCount(0);
});
