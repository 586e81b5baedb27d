import { openFirstYouth } from './support/coach.ts';
import { openPerson, someYouth } from './support/lead.ts';
import { expect, test } from './support/test.ts';
import { chooseAvatar, openMyData } from './support/youth.ts';

/** Who read what of whom: told to the youth in plain words, and to the lead for the whole centre. */

test('a youth reads who read about them and why', async ({ platform, visit }) => {
  const lead = await visit('nl');
  await lead.come(platform.cards.lead.url);
  await lead.arrive(lead.words.staff('people.title'));
  const [name] = platform.cards.lead.who.split(', ');

  for (const lang of ['nl', 'fi', 'en'] as const) {
    const youth = await visit(lang);
    const { page, hand, words } = youth;
    await youth.signIn(platform.url, platform.cards.youth.code);
    if (lang === 'nl') await chooseAvatar(youth);
    await openMyData(youth);
    await hand.press(page.getByRole('main').getByRole('link', { name: words.youth('kept.read') }));
    await youth.look(words.youth('data.title'));
    const told = words.youth('data.read', { name: name!, what: words.youth('read.name'), why: words.youth('why.administration') });
    await expect(page.getByText(told, { exact: true }).first()).toBeVisible();
  }
});

test('a lead finds in the audit log what a coach read, of one youth, as known on a day, and saves it', async ({ platform, visit }) => {
  const coach = await visit('nl');
  const read = await openFirstYouth(coach, platform.cards.coach.url);
  const [coachName] = platform.cards.coach.who.split(', ');

  const lead = await visit('nl');
  const { page, hand, words } = lead;
  const { staff } = words;
  await lead.come(platform.cards.lead.url);
  await lead.arrive(staff('people.title'));
  await hand.press(page.getByRole('navigation').getByRole('link', { name: staff('nav.auditLog') }).or(page.getByRole('navigation').getByRole('link', { name: staff('nav.auditLog.short') })).first());
  await lead.look(staff('audit.title'));
  const line = page.getByRole('row').filter({ hasText: coachName! }).filter({ hasText: staff('read.timeline') });
  await expect(line.first()).toContainText(staff('purpose.coaching'));
  await hand.press(line.first().getByRole('button').first());
  await expect(page.getByText(staff('audit.about', { name: read }))).toBeVisible();
  await lead.look(staff('audit.title'));

  const [file] = await Promise.all([page.waitForEvent('download'), hand.press(page.getByRole('button', { name: staff('audit.csv'), exact: true }))]);
  expect(file.suggestedFilename()).toMatch(/^stc-audit_.*\.csv$/);

  // Before today nobody had read anything: reading is written down from now on.
  await page.getByLabel(staff('audit.asOf'), { exact: true }).fill('2020-01-01');
  await page.getByLabel(staff('audit.asOf'), { exact: true }).blur();
  await expect(page.getByText(staff('audit.empty'))).toBeVisible();
  await hand.press(page.getByRole('button', { name: staff('audit.reset'), exact: true }));
  await expect(line.first()).toBeVisible();
});

test('a lead looks at what is unusual, and reads by which rules', async ({ platform, visit }) => {
  for (const lang of ['nl', 'fi', 'en'] as const) {
    const lead = await visit(lang);
    const { page, hand, words } = lead;
    const { staff } = words;
    await lead.come(platform.cards.lead.url);
    await lead.arrive(staff('people.title'));
    await lead.come(`${platform.url}/lead/audit-log`);
    await lead.arrive(staff('audit.title'));
    const unusual = page.getByRole('radio', { name: staff('audit.unusual'), exact: true });
    await expect(unusual).not.toBeChecked();
    await hand.choose(unusual);
    const rules = page.getByRole('region', { name: staff('rules.title'), exact: true });
    await expect(rules.getByRole('listitem')).toHaveCount(4);
    // At what time of the day this runs decides whether there are any: each that is there says why.
    const line = page.locator('tbody tr');
    await expect(page.getByText(staff('audit.empty.unusual')).or(line.first())).toBeVisible();
    await expect(line.filter({ hasNotText: staff('rules.label') })).toHaveCount(0);
    await lead.look(staff('audit.title'));

    // The address says the same.
    await expect(page).toHaveURL(/unusual=true/);
    await page.reload();
    await lead.arrive(staff('audit.title'));
    await expect(unusual).toBeChecked();
    await hand.press(page.getByRole('button', { name: staff('audit.reset'), exact: true }));
    await expect(rules).toHaveCount(0);
    await expect(page).not.toHaveURL(/unusual/);
  }
});

test('a page of a youth leads the lead to who read about them', async ({ platform, visit }) => {
  const lead = await visit('nl');
  const { page, hand, words } = lead;
  await lead.come(platform.cards.lead.url);
  const name = await someYouth(lead);
  await openPerson(lead, name);
  await hand.press(page.getByRole('link', { name: words.staff('person.audit'), exact: true }));
  await lead.look(words.staff('audit.title'));
  await expect(page.getByText(words.staff('audit.about', { name }))).toBeVisible();
});
