import type { Page } from '@playwright/test';
import { packOf } from './support/content.ts';
import { idIn, openPerson, someYouth } from './support/lead.ts';
import { follow, workerIsThere } from './support/quick.ts';
import { ask, field, openRequest, right } from './support/rights.ts';
import { expect, test } from './support/test.ts';
import { chooseAvatar, openMyData } from './support/youth.ts';

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

/** What a youth types: what arrives, what is never sent, and what is begun only. */
const TYPED = { sent: 'Een hond, een moestuin en rust.', waits: 'Weg van de drukke straat.', asked: 'Wis ook wat ik in maart schreef.', begun: 'Mijn geboortedag klopt niet.' };

test('on the device of whoever asked to be erased none of the words are left that were typed there', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, hand, words } = youth;
  const has = async (text: string) => (await everythingOn(page)).includes(text);
  await youth.come(platform.cards.youth.url);
  await chooseAvatar(youth);
  await workerIsThere(page);
  const [name] = platform.cards.youth.who.split(', ');

  // Each was there, or else nothing would be found whatever is done.
  const say = async (text: string) => {
    await follow(page, `/exercise/${packOf('housing').id}`);
    const own = page.getByRole('textbox', { name: words.youth('exercise.ownLabel') });
    await own.or(page.getByRole('button', { name: words.youth('exercise.own') })).first().waitFor();
    if (!(await own.isVisible())) await hand.press(page.getByRole('button', { name: words.youth('exercise.own') }));
    await own.fill(text);
    await expect.poll(() => has(text)).toBe(true);
    await follow(page, '/map');
  };
  youth.forgive(/net::ERR_INTERNET_DISCONNECTED|Failed to load|401/);
  await page.context().setOffline(true);
  await say(TYPED.sent);
  await page.context().setOffline(false);
  await expect.poll(() => has(TYPED.sent), 'what arrived is not kept any more').toBe(false);
  await openMyData(youth);
  await hand.choose(right(youth, 'erasure'));
  await hand.write(field(youth), TYPED.asked);
  await expect.poll(() => has(TYPED.asked)).toBe(true);
  await ask(youth, 'erasure');
  await hand.choose(right(youth, 'rectification'));
  await hand.write(field(youth), TYPED.begun);
  await expect.poll(() => has(TYPED.begun)).toBe(true);
  await page.context().setOffline(true);
  await say(TYPED.waits);

  const lead = await visit('nl');
  const { staff } = lead.words;
  await lead.come(platform.cards.lead.url);
  await lead.arrive(staff('people.title'));
  await openRequest(lead, name!, 'erasure');
  const id = new URL((await lead.page.getByRole('link', { name: name!, exact: true }).getAttribute('href'))!, lead.page.url()).pathname.split('/').at(-1)!;
  await lead.hand.choose(lead.page.getByRole('radio', { name: staff('way.grant'), exact: true }));
  await lead.hand.press(lead.page.getByRole('button', { name: staff('erase.open'), exact: true }));
  const dialog = lead.page.getByRole('dialog');
  await lead.hand.write(dialog.getByRole('textbox', { name: staff('erase.confirm'), exact: true }), id.slice(-4));
  await lead.hand.press(dialog.getByRole('button', { name: staff('erase.do'), exact: true }));
  await expect(lead.page.getByText(staff('done.erased')).first()).toBeVisible();

  for (const text of [TYPED.waits, TYPED.begun]) expect(await has(text), `before the device hears of it: ${text}`).toBe(true);
  await page.context().setOffline(false);
  await youth.arrive(words.signIn('title'));
  for (const text of Object.values(TYPED)) await expect.poll(() => has(text), text).toBe(false);
  await page.reload();
  await youth.arrive(words.signIn('title'));
  for (const text of Object.values(TYPED)) expect(await has(text), `after a load: ${text}`).toBe(false);
});

/** All that a page can find of what the browser keeps for this address, as one text. */
function everythingOn(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const asked = <T,>(request: IDBRequest<T>) => new Promise<T>((done, failed) => Object.assign(request, { onsuccess: () => done(request.result), onerror: failed }));
    const found = [Object.entries(localStorage), Object.entries(sessionStorage), document.cookie, history.state, location.href].map((one) => JSON.stringify(one));
    for (const { name } of await indexedDB.databases()) {
      const db = await asked(indexedDB.open(name!));
      for (const store of db.objectStoreNames) found.push(JSON.stringify(await asked(db.transaction(store).objectStore(store).getAll())));
      db.close();
    }
    for (const name of await caches.keys()) {
      const cache = await caches.open(name);
      for (const request of await cache.keys()) found.push(request.url, await (await cache.match(request))!.text());
    }
    return found.join('\n');
  });
}
