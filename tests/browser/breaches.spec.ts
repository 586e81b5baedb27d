import { openRequests } from './support/lead.ts';
import { saying } from './support/rights.ts';
import { expect, test } from './support/test.ts';
import { wordsOf } from './support/words.ts';

/** A breach of personal data: reported with a few taps, with a clock in words, and whose data it is. */

const SAID = 'De gsm bleef liggen op de trein.';
const DONE = 'Alle sessies zijn beëindigd.';

test('a lead reports a lost device, sees how long there is, whose data it is, and closes the file once everybody was told', async ({ platform, visit }) => {
  const lead = await visit('nl');
  const { page, hand, words } = lead;
  const { staff } = words;
  const press = (button: string) => hand.press(page.getByRole('button', { name: button, exact: true }));
  const choose = (option: string) => hand.choose(page.getByRole('radio', { name: option, exact: true }));
  const [name] = platform.cards.youth.who.split(', ');
  await lead.come(platform.cards.lead.url);
  await lead.arrive(staff('people.title'));
  await openRequests(lead);
  await hand.press(page.getByRole('link', { name: staff('nav.breaches'), exact: true }));
  await expect(page.getByText(staff('breaches.none.title'))).toBeVisible();
  await lead.look(staff('breaches.title'));

  // What is wrong is said at its field, and nothing that was typed is lost.
  await hand.press(page.getByRole('link', { name: staff('breaches.report'), exact: true }));
  await lead.look(staff('report.title'));
  await hand.write(page.getByRole('textbox', { name: staff('report.words') }), SAID);
  await press(staff('report.save'));
  await expect(page.getByText(staff('issue.choose')).first()).toBeVisible();
  await lead.look(staff('report.title'));
  await page.reload();
  await lead.arrive(staff('report.title'));
  await expect(page.getByRole('textbox', { name: staff('report.words') })).toHaveValue(SAID);
  await page.getByRole('combobox', { name: staff('report.cause') }).selectOption('lostDevice');
  await choose(staff('kind.confidentiality'));
  await hand.write(page.getByRole('searchbox', { name: staff('report.whose') }), name!);
  await hand.press(page.getByRole('main').getByRole('listitem').getByRole('button', { name: name! }).first());
  await press(staff('report.save'));
  const title = staff('cause.lostDevice');
  await expect(page.getByText(saying(staff('clock.left.other', { count: '@' })))).toBeVisible();
  await expect(page.getByText(SAID)).toBeVisible();
  await lead.look(title);

  // Of a lost device of a youth it is that youth.
  await hand.press(page.getByRole('link', { name: staff('file.affected'), exact: true }));
  await expect(page.getByText(staff('affected.count.one', { count: 1 }), { exact: true })).toBeVisible();
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: name! })).toBeVisible();
  await lead.look(staff('affected.title'));
  const [download] = await Promise.all([page.waitForEvent('download'), press(staff('audit.csv'))]);
  expect(download.suggestedFilename()).toMatch(/^stc-breach_.+\.csv$/);
  await page.goBack();
  await lead.arrive(title);

  await choose(staff('do.close'));
  await expect(page.getByText(staff('close.first'))).toBeVisible();
  await choose(staff('do.assess'));
  await choose(staff('risk.high'));
  await hand.choose(page.getByRole('checkbox', { name: staff('data.name'), exact: true }));
  await press(staff('assess.save'));
  await expect(page.getByText(staff('done.assess')).first()).toBeVisible();
  await choose(staff('do.measure'));
  await hand.write(page.getByRole('textbox', { name: staff('measure.words') }), DONE);
  await press(staff('measure.save'));
  await expect(page.getByText(staff('done.measure')).first()).toBeVisible();
  await lead.look(title);

  // The letter is in plain words, in the language of whoever gets it.
  await hand.press(page.getByRole('link', { name: staff('file.message'), exact: true }));
  await lead.look(staff('message.title'));
  const letter = page.getByRole('article', { name: staff('letter.title'), exact: true });
  await expect(letter).toContainText(staff('letter.lostDevice'));
  await expect(letter).toContainText(DONE);
  await choose('Suomi');
  const finnish = page.getByRole('article', { name: wordsOf('fi').staff('letter.title'), exact: true });
  await expect(finnish).toHaveAttribute('lang', 'fi');
  await page.goBack();
  await lead.arrive(title);

  await choose(staff('do.notify'));
  await press(staff('notify.save'));
  await expect(page.getByText(staff('done.notify')).first()).toBeVisible();
  await choose(staff('do.close'));
  await press(staff('close.save'));
  await expect(page.getByText(staff('issue.choose')).first()).toBeVisible();
  await lead.look(title);
  await choose(staff('do.inform'));
  await choose(staff('how.conversation'));
  await press(staff('inform.save'));
  await expect(page.getByText(staff('done.inform')).first()).toBeVisible();
  await choose(staff('do.close'));
  await press(staff('close.save'));
  await expect(page.getByText(staff('state.closed'), { exact: true }).first()).toBeVisible();
  await lead.look(title);

  // Whoever looks after all clocks sees that it was there, and nothing of what is in it.
  const operator = await visit('nl');
  await operator.come(platform.cards.operator.url);
  await operator.arrive(staff('centres.title'));
  const link = (key: 'nav.breaches' | 'nav.breaches.short') => operator.page.getByRole('navigation').getByRole('link', { name: staff(key), exact: true });
  await operator.hand.press(link('nav.breaches').or(link('nav.breaches.short')).filter({ visible: true }));
  await expect(operator.page.getByText(staff('state.closed'), { exact: true })).toBeVisible();
  await expect(operator.page.getByText(staff('cause.lostDevice'))).toHaveCount(0);
  await operator.look(staff('breaches.title'));
});
