import { readFileSync } from 'node:fs';
import type { Download } from '@playwright/test';
import { openYouth } from './support/coach.ts';
import { idIn, makeCoach, makeYouth, openPerson, openRequests, someYouth } from './support/lead.ts';
import { ask, asked, field, openRequest, right, saying } from './support/rights.ts';
import { expect, test } from './support/test.ts';
import { LANG_NAMES, wordsOf } from './support/words.ts';
import { chooseAvatar, chooseCoach, doExercise, openMyData } from './support/youth.ts';

/** What a youth may ask about the own data: in plain words, answered in time, and with everything taken along. */

const [COACH, YOUTH] = ['Joris Maes', 'Fatima Zohra'];
const SAID = 'Ik was die dag ziek.';
const ANSWER = 'De school zegt dat je er was.';

test('what a youth asks in plain words is answered by the lead, and the youth reads why not and where to complain', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, hand, words } = youth;
  const title = words.youth('mine.title');
  const [name] = platform.cards.youth.who.split(', ');
  await youth.come(platform.cards.youth.url);
  await chooseAvatar(youth);
  await openMyData(youth);
  await expect(page.getByText(words.youth('asked.empty'))).toBeVisible();
  const send = page.getByRole('button', { name: words.youth('ask.send'), exact: true });
  await hand.press(send);
  await expect(page.getByText(words.youth('ask.choose'))).toBeVisible();
  await youth.look(title);

  // What was typed outlives a load of the page.
  await hand.choose(right(youth, 'rectification'));
  await hand.write(field(youth), SAID);
  await page.reload();
  await youth.arrive(title);
  await expect(right(youth, 'rectification')).toBeChecked();
  await expect(field(youth)).toHaveValue(SAID);
  await hand.press(send);
  const mine = asked(youth, 'rectification');
  await expect(mine).toContainText(saying(words.youth('asked.open', { day: '@', date: '@' })));
  await expect(mine).toContainText(SAID);
  await expect(field(youth)).toHaveValue('');
  await youth.look(title);

  // The same is asked once.
  await hand.choose(right(youth, 'rectification'));
  await expect(page.getByText(words.youth('ask.already'))).toBeVisible();
  await expect(send).toHaveCount(0);

  const lead = await visit('nl');
  const { staff } = lead.words;
  const press = (button: string) => lead.hand.press(lead.page.getByRole('button', { name: button, exact: true }));
  const choose = (option: string) => lead.hand.choose(lead.page.getByRole('radio', { name: option, exact: true }));
  await lead.come(platform.cards.lead.url);
  await lead.arrive(staff('people.title'));
  await openRequests(lead);
  const line = lead.page.getByRole('main').getByRole('listitem').filter({ hasText: name! });
  await expect(line).toContainText(staff('right.rectification'));
  await expect(line).toContainText(saying(staff('due.left.other', { count: '@' })));
  await lead.hand.press(line.getByRole('link'));
  await lead.look(staff('right.rectification'));
  await expect(lead.page.getByText(SAID)).toBeVisible();

  await choose(staff('way.extend'));
  await press(staff('extend.save'));
  await expect(lead.page.getByText(staff('issue.choose'))).toBeVisible();
  await lead.look(staff('right.rectification'));
  await choose(staff('extended.complex'));
  await press(staff('extend.save'));
  await expect(lead.page.getByText(staff('done.extended')).first()).toBeVisible();
  await expect(lead.page.getByRole('radio', { name: staff('way.extend'), exact: true })).toHaveCount(0);
  await page.reload();
  await expect(mine).toContainText(words.youth('asked.longer.complex'));

  await choose(staff('way.refuse'));
  await press(staff('refuse.save'));
  await expect(lead.page.getByText(staff('issue.choose'))).toBeVisible();
  await choose(staff('ground.accurate'));
  await lead.hand.write(lead.page.getByRole('textbox', { name: staff('refuse.answer') }), ANSWER);
  await lead.look(staff('right.rectification'));
  await press(staff('refuse.save'));
  await expect(lead.page.getByText(staff('done.refused')).first()).toBeVisible();
  await expect(lead.page.getByRole('heading', { level: 1 })).toBeFocused();
  await lead.look(staff('right.rectification'));
  await openRequests(lead);
  await expect(lead.page.getByText(staff('requests.none.title'))).toBeVisible();
  await choose(staff('requests.all'));
  await expect(line).toContainText(staff('state.refused'));
  await lead.look(staff('requests.title'));

  await page.reload();
  await expect(mine).toContainText(saying(words.youth('asked.refused', { date: '@' })));
  await expect(mine).toContainText(words.youth('ground.accurate'));
  await expect(mine).toContainText(ANSWER);
  await expect(mine.getByRole('link', { name: 'gegevensbeschermingsautoriteit.be' })).toBeVisible();
  await youth.look(title);

  // Something else is asked, and taken back.
  await ask(youth, 'portability');
  await hand.press(asked(youth, 'portability').getByRole('button', { name: words.youth('asked.takeBack') }));
  await expect(asked(youth, 'portability')).toContainText(saying(words.youth('asked.withdrawn', { date: '@' })));
  await youth.look(title);
});

test('a youth takes everything along, to read and for another program', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { page, hand, words } = youth;
  const [name] = platform.cards.youth.who.split(', ');
  await youth.come(platform.cards.youth.url);
  await chooseAvatar(youth);
  const [chosen] = await doExercise(youth, 'housing');
  await openMyData(youth);
  await ask(youth, 'access');
  const save = async (kind: 'html' | 'json'): Promise<Download> => {
    const button = page.getByRole('button', { name: words.youth(`take.${kind}`), exact: true });
    const [file] = await Promise.all([page.waitForEvent('download'), hand.press(button)]);
    await expect(page.getByText(words.youth('take.done')).first()).toBeVisible();
    expect(file.suggestedFilename()).toMatch(new RegExp(`^${words.youth('file.name')}_\\d{4}-\\d{2}-\\d{2}\\.${kind}$`));
    return file;
  };

  const json = JSON.parse(readFileSync(await (await save('json')).path(), 'utf8'));
  expect(json).toMatchObject({ format: 'start-to-can.my-data/1', person: { name }, requests: [{ right: 'access', state: 'open' }] });
  expect(json.answers).toHaveLength(1);
  expect(json.answers[0].questions[0].answers[0]).toBe(chosen);
  expect(json.timeline.length).toBeGreaterThan(0);

  const text = readFileSync(await (await save('html')).path(), 'utf8');
  await youth.look(words.youth('mine.title'));
  const paper = await page.context().newPage();
  await paper.setContent(text);
  await expect(paper.getByRole('heading', { level: 1, name: words.youth('file.title'), exact: true })).toBeVisible();
  await expect(paper.getByRole('rowheader', { name: words.youth('right.access'), exact: true })).toBeVisible();
  await expect(paper.getByText(chosen!, { exact: true }).first()).toBeVisible();
  await paper.close();

  // Without a connection it says so, and how to go on.
  youth.forgive(/net::ERR_FAILED/);
  await page.route('**/api/v1/me/overview', (route) => route.abort());
  await hand.press(page.getByRole('button', { name: words.youth('take.json'), exact: true }));
  const again = page.getByRole('alert').getByRole('button', { name: words.shell('tryAgain'), exact: true });
  await expect(again).toBeVisible();
  await page.unroute('**/api/v1/me/overview');
  await Promise.all([page.waitForEvent('download'), hand.press(again)]);
  await expect(again).toHaveCount(0);
});

test('who asks to be erased reads first what it means, and is gone once the lead is sure', async ({ platform, visit }) => {
  const youth = await visit('nl');
  const { words } = youth;
  const [name] = platform.cards.youth.who.split(', ');
  await youth.come(platform.cards.youth.url);
  await chooseAvatar(youth);
  await openMyData(youth);
  await youth.hand.choose(right(youth, 'erasure'));
  await expect(youth.page.getByText(words.youth('ask.erasure.good'))).toBeVisible();
  await youth.look(words.youth('mine.title'));
  await ask(youth, 'erasure');

  const lead = await visit('nl');
  const { page, hand } = lead;
  const { staff } = lead.words;
  await lead.come(platform.cards.lead.url);
  await lead.arrive(staff('people.title'));
  await openRequest(lead, name!, 'erasure');
  const id = new URL((await page.getByRole('link', { name: name!, exact: true }).getAttribute('href'))!, page.url()).pathname.split('/').at(-1)!;
  await hand.choose(page.getByRole('radio', { name: staff('way.grant'), exact: true }));
  await hand.press(page.getByRole('button', { name: staff('erase.open'), exact: true }));
  const dialog = page.getByRole('dialog', { name: staff('erase.title', { name: name! }) });
  await expect(dialog.getByText(staff('erase.means.read'))).toBeVisible();
  const end = dialog.getByRole('textbox', { name: staff('erase.confirm'), exact: true });
  const erase = dialog.getByRole('button', { name: staff('erase.do'), exact: true });
  await hand.press(erase);
  await expect(dialog.getByText(staff('issue.confirmation'))).toBeVisible();
  await expect(end).toBeFocused();
  await lead.look(staff('right.erasure'));
  await hand.write(end, id.slice(-4));
  await hand.press(erase);
  await expect(page.getByText(staff('done.erased')).first()).toBeVisible();
  await expect(page.getByText(staff('requests.erased'))).toBeVisible();
  await lead.look(staff('right.erasure'));

  // What proves it is printed on one sheet, for a reader of another language too.
  await hand.press(page.getByRole('link', { name: staff('request.certificate'), exact: true }));
  await lead.look(staff('certificate.title'));
  const proof = page.getByRole('article', { name: staff('proof.title'), exact: true });
  await expect(proof.getByText(id, { exact: true })).toBeVisible();
  await expect(proof.getByText(platform.centre, { exact: true })).toBeVisible();
  await expect(proof.getByText(staff('proof.keys'), { exact: true })).toBeVisible();
  await expect(proof.getByText(/^v4\.public\.[\w-]{200,}$/)).toBeVisible();
  await expect(proof.getByText('stc audit certificate')).toBeVisible();
  await expect(page.getByText(name!, { exact: true })).toHaveCount(0);
  const sheets = (await page.pdf({ preferCSSPageSize: true })).toString('latin1').match(/\/Type \/Page\b/g);
  expect(sheets, 'sheets of the certificate').toHaveLength(1);
  await hand.choose(page.getByRole('radio', { name: LANG_NAMES.fi, exact: true }));
  await expect(page.getByRole('article', { name: wordsOf('fi').staff('proof.title'), exact: true })).toHaveAttribute('lang', 'fi');
  await lead.look(staff('certificate.title'));

  // The youth is signed out, and the lead finds no name any more.
  youth.forgive(/401/);
  await youth.page.reload();
  await youth.arrive(words.signIn('title'));
  await openRequests(lead);
  await hand.choose(page.getByRole('radio', { name: staff('requests.all'), exact: true }));
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: staff('requests.erased') })).toContainText(staff('state.granted'));
  await expect(page.getByText(name!, { exact: true })).toHaveCount(0);
});

test('data that a youth restricted is read by nobody, until the lead says why it is used again', async ({ platform, visit }) => {
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
  const listed = coach.page.getByRole('region', { name: staff('coach.title') }).getByRole('link', { name: YOUTH });
  await coach.come(coachCard.url);
  await openYouth(coach, YOUTH);
  await openMyData(youth);
  await ask(youth, 'restriction');

  await openRequest(lead, YOUTH, 'restriction');
  await choose(staff('way.grant'));
  await expect(page.getByText(staff('grant.begins'))).toBeVisible();
  // What is open on other screens goes by itself, and what is refused is in the console of the browser.
  coach.forgive(/409/);
  lead.forgive(/409/);
  await press(staff('grant.save'));
  await expect(page.getByText(saying(staff('restriction.holds', { date: '@' })))).toBeVisible();
  await lead.look(staff('right.restriction'));
  await coach.look(staff('coach.restricted.title'));
  // In the list behind it stands what the coach had, and has to put away.
  await expect(coach.page.getByText(YOUTH, { exact: true }).filter({ visible: true })).toHaveCount(0);
  await expect(coach.page.getByRole('button', { name: coach.words.shell('tryAgain') })).toHaveCount(0);
  await coach.come(`${platform.url}/coach`);
  await coach.look(staff('coach.title'));
  await expect(listed).toHaveCount(0);
  const mine = asked(youth, 'restriction');
  await expect(mine).toContainText(words.youth('asked.restricted'));
  await expect(youth.page.getByText(words.youth('kept.restricted'))).toBeVisible();
  await youth.look(words.youth('mine.title'));

  // The lead is told so on the page of the youth, and finds the way to the request.
  await lead.come(platform.url);
  await lead.arrive(staff('people.title'));
  await page.getByRole('searchbox', { name: staff('people.search') }).fill(YOUTH);
  await openPerson(lead, YOUTH);
  await expect(page.getByText(staff('restriction.way'))).toBeVisible();
  await expect(page.getByRole('button', { name: lead.words.shell('tryAgain') })).toHaveCount(0);
  await hand.press(page.getByRole('main').getByRole('link', { name: staff('requests.title'), exact: true }));
  await lead.arrive(staff('requests.title'));
  await expect(page.getByRole('radio', { name: staff('requests.all'), exact: true })).toBeChecked();
  await expect(page.getByRole('main').getByRole('listitem').filter({ hasText: YOUTH })).toContainText(saying(staff('requests.inForce', { date: '@' })));
  await lead.look(staff('requests.title'));

  await openRequest(lead, YOUTH, 'restriction', { all: true });
  // The youth is told first, and reads it.
  await press(staff('announce.save'));
  await expect(page.getByText(staff('issue.choose'))).toBeVisible();
  await choose(staff('lifted.settled'));
  await lead.look(staff('right.restriction'));
  await press(staff('announce.save'));
  await expect(page.getByText(staff('announce.done')).first()).toBeVisible();
  await expect(page.getByText(saying(staff('announced.waits', { date: '@' })))).toBeVisible();
  await expect(page.getByRole('button', { name: staff('lift.save'), exact: true })).toHaveCount(0);
  await lead.look(staff('right.restriction'));
  await expect(mine).toContainText(words.youth('announced.because.settled'));
  await youth.look(words.youth('mine.title'));
  await youth.hand.press(mine.getByRole('button', { name: words.youth('announced.read'), exact: true }));
  await expect(mine).toContainText(words.youth('announced.thanks'));
  await expect(page.getByText(saying(staff('announced.seen', { date: '@' })))).toBeVisible();
  await press(staff('lift.save'));
  await expect(page.getByText(staff('done.lifted')).first()).toBeVisible();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
  await expect(page.getByRole('button', { name: staff('lift.save'), exact: true })).toHaveCount(0);
  await expect(page.getByRole('definition').filter({ hasText: staff('lifted.settled') })).toContainText(/ 20\d\d/);
  await lead.look(staff('right.restriction'));

  await expect(mine).toContainText(saying(words.youth('asked.lifted', { date: '@' })));
  await expect(mine).toContainText(words.youth('lifted.settled'));
  await expect(listed).toBeVisible();
  await openYouth(coach, YOUTH);
});

test('a lead writes down what was asked on paper', async ({ platform, visit }) => {
  const lead = await visit('nl');
  const { page, hand, words } = lead;
  const { staff } = words;
  await lead.come(platform.cards.lead.url);
  const name = await someYouth(lead);
  await openPerson(lead, name);
  const id = idIn(page);
  await hand.press(page.getByRole('link', { name: staff('person.request'), exact: true }));
  await lead.look(staff('paper.title'));
  const save = page.getByRole('button', { name: staff('paper.save'), exact: true });
  await hand.press(save);
  await expect(page.getByText(staff('issue.choose'))).toBeVisible();
  await lead.look(staff('paper.title'));
  await hand.choose(page.getByRole('radio', { name: staff('right.objection'), exact: true }));
  await hand.write(page.getByRole('textbox', { name: staff('paper.words') }), SAID);
  await hand.press(save);
  await lead.look(staff('requests.title'));
  await hand.press(page.getByRole('main').getByRole('listitem').filter({ hasText: name }).getByRole('link', { name: staff('right.objection') }));
  await lead.look(staff('right.objection'));
  await expect(page.getByText(SAID)).toBeVisible();
  await expect(page.getByRole('link', { name, exact: true })).toHaveAttribute('href', `/lead/youth/${id}`);
});
