import { openYouth, registerStep, type Step } from './support/coach.ts';
import { DOMAINS } from './support/content.ts';
import { makeCoach, makeYouth } from './support/lead.ts';
import { expectAllRead, listen } from './support/readings.ts';
import { at, dayOf, NOT_SHOWN, openTable, outside, readTable, setCentre, setEndOf, smallCell, type Cell } from './support/tables.ts';
import { expect, test } from './support/test.ts';
import { LANGS, type Lang } from './support/words.ts';
import { chooseAvatar, chooseCoach, doExercise, openMenu, openTimeline, placeOf } from './support/youth.ts';

/** One young person, from the first card to the table for Flanders, as the people in it see it. */
const PEOPLE: Record<Lang, { youth: string; coach: string; note: string }> = {
  nl: { youth: 'Fatima', coach: 'Joris Maes', note: 'Belde zelf naar de bakker. Sterk.' },
  fi: { youth: 'Eeva', coach: 'Päivi Mäkelä', note: 'Soitti itse leipomoon. Hienoa.' },
  en: { youth: 'Sean', coach: 'Aisling O’Brien', note: 'Phoned the bakery on his own. Strong.' },
};
/** Who works with the keys alone, and who does all seven exercises. */
const BY_KEYS: Lang = 'fi';
const DOES_ALL: Lang = 'nl';

for (const lang of LANGS) {
  test(`the story of a youth in ${lang}`, async ({ platform, visit }, { project }) => {
    const people = PEOPLE[lang];
    const desk = project.name === 'desk';

    // The lead's browser speaks Dutch, so for another language the lead presses the switch.
    const lead = await visit(lang, { device: 'nl' });
    const { staff } = lead.words;
    const toldLead = listen(lead);
    await lead.signIn(platform.url, platform.cards.lead.code);
    await lead.look(staff('people.title'));
    const first = await openTable(lead, 2);
    const firstReach = await openTable(lead, 1);
    const cell: Cell = smallCell(first);

    await lead.hand.press(lead.page.getByRole('navigation').getByRole('link', { name: staff('nav.people'), exact: true }).filter({ visible: true }));
    const coachCard = await makeCoach(lead, people.coach);
    const youthCard = await makeYouth(lead, { name: people.youth, birthDate: birthDateOf(19), disability: cell.disability });

    const youth = await visit(lang, { by: desk && lang === BY_KEYS ? 'keys' : 'hand' });
    await youth.come(youthCard.url);
    await chooseAvatar(youth);
    await youth.look(youth.words.shell('map.title'));
    expect(new URL(youth.page.url()).hash, 'the code does not stay in the address').toBe('');
    for (const domain of DOMAINS) await expect(placeOf(youth, domain, 'fresh')).toBeVisible();
    const chosen = await doExercise(youth, 'work', { closely: true });
    if (!desk && lang === DOES_ALL) {
      for (const domain of DOMAINS.filter((one) => one !== 'work')) chosen.push(...(await doExercise(youth, domain)));
      await youth.look(youth.words.shell('map.title'));
    }
    await openMenu(youth, 'menu.overview');
    await youth.look(youth.words.youth('overview.title'));
    await expect(youth.page.getByRole('main').getByText(chosen[0]!, { exact: true })).toBeVisible();
    await chooseCoach(youth, people.coach);

    const coach = await visit(lang);
    const toldCoach = listen(coach);
    const step: Step = { category: cell.category, minutes: 30, place: 'workplace', role: 'bridgeBuilder', coachingStep: 'firstStep', note: people.note };
    await coach.come(coachCard.url);
    await coach.look(staff('coach.title'));
    await openYouth(coach, people.youth);
    await openTimeline(youth);
    await registerStep(coach, people.youth, step);

    // The screen was open all the time, and nobody touched it.
    await youth.look(youth.words.shell('menu.timeline'));
    const entry = youth.page.getByRole('listitem').filter({ hasText: youth.words.youth(`step.${cell.category}` as 'step.intake') });
    await expect(entry).toContainText(people.note);
    await expect(entry).toContainText(people.coach);

    // The lead's reading of the list goes on: it is looked at when both were told something.
    await expectAllRead(youth, [
      { told: toldCoach, purpose: 'coaching', name: people.coach },
      { told: toldLead, purpose: 'administration', name: platform.cards.lead.who.split(', ')[0]! },
    ]);

    const now = await openTable(lead, 2);
    expect(now.persons).toBe(first.persons + 1);
    expect(at(now, cell)).toBe(at(first, cell) + 1);
    const reach = await openTable(lead, 1);
    expect(reach.persons).toBe(firstReach.persons + 1);
    expect(sum(reach.rows.get(cell.disability)!.slice(0, 3))).toBe(sum(firstReach.rows.get(cell.disability)!.slice(0, 3)) + 1);

    const auditor = await visit(lang);
    await auditor.come(platform.cards.auditor.url);
    await auditor.look(staff('centres.title'));
    const flanders = await openTable(auditor, 2);
    await setCentre(auditor, platform.centre);
    // What happened today leaves the centre tomorrow.
    const yesterday = daysAgo(1);
    await openTable(lead, 2);
    await setEndOf(lead, yesterday, 'tables.asOf');
    const known = await readTable(lead, 2);
    const centre = await readTable(auditor, 2);
    for (const [row, figures] of centre.rows) expect(figures, row).toEqual(known.rows.get(row)!.map(outside));
    expect(centre.persons).toBe(outside(known.persons));
    expect(at(centre, cell), 'one or two persons are not nobody').toBe(NOT_SHOWN);
    await expect(auditor.page.getByText(staff('tables.note.notShown', { mark: '–', n: '3' }), { exact: true })).toBeVisible();
    expect(flanders.persons).toBeGreaterThan(centre.persons);

    const earlier = daysAgo(60);
    await setEndOf(auditor, earlier, 'tables.asOf.end');
    const then = await readTable(auditor, 2);
    expect(then.persons, 'the earlier number').toBeLessThan(centre.persons);
  });
}

/** The day so many days ago. */
function daysAgo(days: number): string {
  const day = new Date();
  day.setDate(day.getDate() - days);
  return dayOf(day);
}

function sum(figures: number[]): number {
  return figures.reduce((total, figure) => total + figure, 0);
}

function birthDateOf(years: number): string {
  const day = new Date();
  day.setFullYear(day.getFullYear() - years, 0, 15);
  return dayOf(day);
}
