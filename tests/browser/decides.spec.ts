import { readFileSync } from 'node:fs';
import { openRequests } from './support/lead.ts';
import { ask, asked, openRequest, saying } from './support/rights.ts';
import { expect, test } from './support/test.ts';
import type { Visitor } from './support/visitor.ts';
import { chooseAvatar, openMyData } from './support/youth.ts';

/** Who decides about the data, what a youth reads of it before anything else, and the registers made of it. */

/** What is written down of a controller, or of the processor. */
const NEEDED = {
  legalName: 'vzw Leersteuncentrum Kempen',
  number: '0123.456.789',
  address: 'Markt 1, 2300 Turnhout',
  contact: '014 12 34 56',
  officer: 'Functionaris van het centrum',
  officerContact: 'dpo@lsc.example',
};

async function fillIn({ page, hand, words }: Visitor, about: 'controller' | 'processor', others: string): Promise<void> {
  for (const [field, text] of Object.entries(NEEDED) as [keyof typeof NEEDED, string][]) {
    await hand.write(page.getByRole('textbox', { name: words.staff(`field.${field}`), exact: true }), text);
  }
  await hand.write(page.getByRole('textbox', { name: words.staff(`${about}.others`) }), others);
}

/** The register, as the file that is saved. */
async function saveRecords({ page, hand, words }: Visitor, kind: 'csv' | 'jsonLd'): Promise<string> {
  const button = page.getByRole('button', { name: words.staff(`records.${kind}`), exact: true });
  const [file] = await Promise.all([page.waitForEvent('download'), hand.press(button)]);
  expect(file.suggestedFilename()).toMatch(new RegExp(`^stc-records_[a-z0-9]+_\\d{4}-\\d{2}-\\d{2}\\.${kind.toLowerCase()}$`));
  await expect(page.getByText(words.staff('records.saved')).first()).toBeVisible();
  return readFileSync(await file.path(), 'utf8');
}

test('a lead writes down who decides about the data, and a youth reads whom to ask', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { words } = youth;
  await youth.come(platform.cards.youth.url);
  await chooseAvatar(youth);
  await openMyData(youth);
  const decides = youth.page.getByRole('region', { name: words.youth('decides.title'), exact: true });
  await expect(decides).toContainText(words.youth('decides.nobody'));
  await expect(decides.getByRole('link', { name: 'gegevensbeschermingsautoriteit.be' })).toBeVisible();
  await youth.look(words.youth('mine.title'));

  const lead = await visit('nl');
  const { page, hand } = lead;
  const { staff } = lead.words;
  await lead.come(platform.cards.lead.url);
  await lead.arrive(staff('people.title'));
  await openRequests(lead);
  await hand.press(page.getByRole('main').getByRole('link', { name: staff('requests.controller'), exact: true }));
  await lead.look(staff('controller.title'));
  await expect(page.getByText(staff('controller.why'))).toBeVisible();
  const save = page.getByRole('button', { name: staff('form.save'), exact: true });
  const name = page.getByRole('textbox', { name: staff('field.legalName'), exact: true });
  await hand.press(save);
  await expect(page.getByText(staff('issue.missing'))).toHaveCount(Object.keys(NEEDED).length);
  await expect(name).toBeFocused();
  await lead.look(staff('controller.title'));
  await fillIn(lead, 'controller', 'VDAB');
  // What was typed outlives a load of the page.
  await page.reload();
  await lead.arrive(staff('controller.title'));
  await expect(name).toHaveValue(NEEDED.legalName);
  await hand.write(page.getByRole('textbox', { name: staff('field.agreement') }), '2026-7');
  await page.getByLabel(staff('field.agreedOn')).fill('2026-03-09');
  await hand.press(save);
  await expect(page.getByText(staff('controller.saved')).first()).toBeVisible();
  await expect(page.getByText(staff('form.none'))).toHaveCount(0);
  await lead.look(staff('controller.title'));

  expect(await saveRecords(lead, 'csv')).toContain(NEEDED.legalName);
  expect(JSON.parse(await saveRecords(lead, 'jsonLd'))).toMatchObject({ controller: { name: NEEDED.legalName } });
  await lead.look(staff('controller.title'));

  await youth.page.reload();
  for (const told of [NEEDED.legalName, NEEDED.contact, 'VDAB', NEEDED.officer]) await expect(decides).toContainText(told);
  await expect(decides.getByRole('link', { name: NEEDED.officerContact, exact: true })).toHaveAttribute('href', `mailto:${NEEDED.officerContact}`);
  await expect(decides).not.toContainText(words.youth('decides.nobody'));
  await youth.look(words.youth('mine.title'));
  const button = youth.page.getByRole('button', { name: words.youth('take.json'), exact: true });
  const [file] = await Promise.all([youth.page.waitForEvent('download'), youth.hand.press(button)]);
  expect(JSON.parse(readFileSync(await file.path(), 'utf8'))).toMatchObject({ authority: 'belgian', controller: { ...NEEDED, others: ['VDAB'] } });
});

test('an operator writes down who works on the data, and reads who decides about that of a centre', async ({ platform, visit }) => {
  const operator = await visit('nl');
  const { page, hand, words } = operator;
  const { staff } = words;
  const press = (link: string) => hand.press(page.getByRole('main').getByRole('link', { name: link, exact: true }));
  await operator.come(platform.cards.operator.url);
  await operator.arrive(staff('centres.title'));
  await press(staff('operator.processor'));
  await operator.look(staff('processor.title'));
  await expect(page.getByRole('textbox', { name: staff('field.agreement') })).toHaveCount(0);
  await fillIn(operator, 'processor', 'Servers nv');
  await hand.press(page.getByRole('button', { name: staff('form.save'), exact: true }));
  await expect(page.getByText(staff('processor.saved')).first()).toBeVisible();
  expect(await saveRecords(operator, 'csv')).toContain('Servers nv');
  await operator.look(staff('processor.title'));

  await press(staff('centres.title'));
  await operator.arrive(staff('centres.title'));
  await press(platform.centre);
  await operator.arrive(platform.centre);
  await press(staff('centre.controller'));
  await operator.look(staff('controller.title'));
  expect(await saveRecords(operator, 'csv')).toContain('Servers nv');
});

test('all of it is there in every language, and by the keys alone', async ({ platform, visit }, info) => {
  const by = info.project.name === 'desk' ? 'keys' : 'hand';
  for (const lang of ['nl', 'fi', 'en'] as const) {
    const youth = await visit(lang, { by });
    await youth.signIn(platform.url, platform.cards.youth.code);
    if (lang === 'nl') await chooseAvatar(youth);
    await openMyData(youth);
    // Asked in one language, read in all.
    if (lang === 'nl') await ask(youth, 'access');
    await expect(asked(youth, 'access')).toContainText(saying(youth.words.youth('asked.open', { day: '@', date: '@' })));
    await expect(youth.page.getByRole('heading', { level: 2, name: youth.words.youth('decides.title'), exact: true })).toBeVisible();

    const lead = await visit(lang, { by });
    const { page, hand, words } = lead;
    await lead.come(platform.cards.lead.url);
    await lead.arrive(words.staff('people.title'));
    await openRequest(lead, platform.cards.youth.who.split(', ')[0]!, 'access');
    await hand.choose(page.getByRole('radio', { name: words.staff('way.refuse'), exact: true }));
    await lead.look(words.staff('right.access'));
    await openRequests(lead);
    await hand.press(page.getByRole('main').getByRole('link', { name: words.staff('requests.controller'), exact: true }));
    await lead.look(words.staff('controller.title'));
  }
});

test('a youth reads what is done with the data before anything else, and again whenever they like', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, hand, words } = youth;
  await youth.come(platform.cards.youth.url);
  await hand.press(page.getByRole('link', { name: words.youth('avatar.notice') }));
  await youth.arrive(words.youth('notice.title'));
  await youth.look(words.youth('notice.title'));
  await hand.press(page.getByText(words.youth('notice.more')).first());
  for (const text of words.youth('notice.what.more').split('\n')) await expect(page.getByText(text)).toBeVisible();
  await hand.press(page.getByRole('button', { name: words.youth('notice.seen'), exact: true }));
  await chooseAvatar(youth);
  await openMyData(youth);
  await expect(page.getByText(words.youth('mine.notice.new'))).toHaveCount(0);
  await hand.press(page.getByRole('link', { name: words.youth('mine.notice') }));
  await expect(page.getByText(words.youth('notice.done'))).toBeVisible();
});
