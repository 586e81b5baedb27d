import { openRequests } from './support/lead.ts';
import { expect, test } from './support/test.ts';
import { wordsOf } from './support/words.ts';

/** Documents for the authority: who has access to health data, the impact assessment; and the rule for breaches. */

test('a lead reads who has access to health data and the impact assessment, in Dutch and in English', async ({ platform, visit }) => {
  for (const lang of ['nl', 'fi', 'en'] as const) {
    const lead = await visit(lang);
    const { page, hand, words } = lead;
    const { staff } = words;
    await lead.come(platform.cards.lead.url);
    await lead.arrive(staff('people.title'));
    await lead.come(`${platform.url}/lead/controller`);
    await lead.arrive(staff('controller.title'));
    await hand.press(page.getByRole('link', { name: staff('records.access'), exact: true }));
    await lead.look(staff('access.title'));
    // In the language of the register, whatever the lead speaks.
    const dutch = page.getByRole('article', { name: wordsOf('nl').staff('paper.access'), exact: true });
    await expect(dutch).toHaveAttribute('lang', 'nl');
    await expect(dutch.getByRole('heading', { level: 3 })).not.toHaveCount(0);
    await hand.choose(page.getByRole('radio', { name: 'English', exact: true }));
    await expect(page.getByRole('article', { name: wordsOf('en').staff('paper.access'), exact: true })).toHaveAttribute('lang', 'en');
    await lead.look(staff('access.title'));
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      hand.press(page.getByRole('button', { name: staff('document.csv'), exact: true })),
    ]);
    expect(download.suggestedFilename()).toMatch(/^stc-access-list_.+\.csv$/);

    await lead.come(`${platform.url}/lead/controller`);
    await lead.arrive(staff('controller.title'));
    await hand.press(page.getByRole('link', { name: staff('records.assessment'), exact: true }));
    await lead.look(staff('assessment.title'));
    const assessment = page.getByRole('article', { name: wordsOf('nl').staff('paper.assessment'), exact: true });
    await expect(assessment).toContainText(wordsOf('nl').staff('facts.youths'));
    const [name] = platform.cards.youth.who.split(', ');
    await expect(assessment).not.toContainText(name!);
  }
});

test('an officer reads both, an operator reads the list of a centre and of the platform', async ({ platform, visit }) => {
  const officer = await visit('nl');
  const { staff } = officer.words;
  await officer.come(platform.cards.officer.url);
  await officer.arrive(staff('week.title'));
  for (const [path, title] of [['access', 'access.title'], ['assessment', 'assessment.title']] as const) {
    await officer.come(`${platform.url}/officer/controller/${path}`);
    await officer.look(staff(title));
    await expect(officer.page.getByRole('article')).toBeVisible();
  }
  const operator = await visit('nl');
  await operator.come(platform.cards.operator.url);
  await operator.arrive(staff('centres.title'));
  await operator.hand.press(operator.page.getByRole('link', { name: staff('operator.processor'), exact: true }));
  await operator.arrive(staff('processor.title'));
  await operator.hand.press(operator.page.getByRole('link', { name: staff('records.access'), exact: true }));
  await operator.look(staff('access.title'));
  await expect(operator.page.getByRole('article').getByRole('heading', { level: 3 })).toHaveCount(1);
});

test('an operator sets the rule for breaches of a centre, which a new file goes by, and sees those of before', async ({ platform, visit }) => {
  const operator = await visit('nl');
  const { page, hand, words } = operator;
  const { staff } = words;
  await operator.come(platform.cards.operator.url);
  await operator.arrive(staff('centres.title'));
  await hand.press(page.getByRole('link', { name: platform.centre, exact: true }));
  await operator.arrive(platform.centre);
  await hand.press(page.getByRole('link', { name: staff('centre.breachRule'), exact: true }));
  await operator.look(staff('rule.title'));
  const history = page.getByRole('region', { name: staff('rule.history'), exact: true });
  await expect(history.getByRole('listitem')).toHaveCount(1);
  const hours = page.getByRole('spinbutton', { name: staff('rule.hours') });
  await expect(hours).toHaveValue('72');
  const save = page.getByRole('button', { name: staff('rule.save'), exact: true });
  await hours.fill('0');
  await hand.press(save);
  await expect(page.getByText(staff('rule.hours.wrong'))).toBeVisible();
  await operator.look(staff('rule.title'));
  await hours.fill('96');
  await hand.choose(page.getByRole('radio', { name: staff('risk.high'), exact: true }));
  await hand.press(save);
  await expect(page.getByText(staff('rule.saved')).first()).toBeVisible();
  await expect(history.getByRole('listitem')).toHaveCount(2);
  await expect(history.getByRole('listitem').first()).toContainText(staff('rule.by.operator'));
  await operator.look(staff('rule.title'));

  const lead = await visit('nl');
  await lead.come(platform.cards.lead.url);
  await lead.arrive(staff('people.title'));
  await openRequests(lead);
  await lead.hand.press(lead.page.getByRole('link', { name: staff('nav.breaches'), exact: true }));
  await lead.hand.press(lead.page.getByRole('link', { name: staff('breaches.report'), exact: true }));
  await lead.arrive(staff('report.title'));
  await lead.page.getByRole('combobox', { name: staff('report.cause') }).selectOption('other');
  await lead.hand.choose(lead.page.getByRole('radio', { name: staff('kind.confidentiality'), exact: true }));
  await lead.hand.press(lead.page.getByRole('button', { name: staff('report.save'), exact: true }));
  await expect(lead.page.getByText(staff('clock.left.other', { count: 95 }))).toBeVisible();
});
