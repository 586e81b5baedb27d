import { dictionary } from '../../lib/sentences.ts';

/** What a coach has to see to. */
export const words = dictionary({
  'todo.title': { nl: 'Te doen', fi: 'Tehtävät', en: 'To do' },
  'todo.intro': {
    nl: 'Wat vandaag aan de beurt is, wat komt, en bij wie je nog eens vraagt hoe het gaat.',
    fi: 'Mitä on tehtävä tänään, mitä on tulossa ja keneltä kysyt vielä, miten menee.',
    en: 'What is due today, what is coming, and whom you ask again how it is going.',
  },
  'todo.due': { nl: 'Vandaag of eerder', fi: 'Tänään tai aiemmin', en: 'Today or earlier' },
  'todo.soon': { nl: 'Binnen zeven dagen', fi: 'Seitsemän päivän sisällä', en: 'Within seven days' },
  'todo.later': { nl: 'Later', fi: 'Myöhemmin', en: 'Later' },
  'todo.search': { nl: 'Zoek op naam of woord', fi: 'Etsi nimellä tai sanalla', en: 'Find by name or word' },
  'todo.shown.one': { nl: '{count} ding', fi: '{count} asia', en: '{count} thing' },
  'todo.shown.other': { nl: '{count} dingen', fi: '{count} asiaa', en: '{count} things' },
  'todo.none.title': { nl: 'Niets te doen', fi: 'Ei tehtävää', en: 'Nothing to do' },
  'todo.none.text': {
    nl: 'Kiest een jongere jou als coach, of schrijf je iets op dat terugkomt, dan staat het hier.',
    fi: 'Kun nuori valitsee sinut valmentajaksi tai kirjaat jotain, johon palataan, se näkyy tässä.',
    en: 'When a young person chooses you as a coach, or you write down something to come back to, it stands here.',
  },
  'todo.notFound.title': { nl: 'Niets gevonden', fi: 'Mitään ei löytynyt', en: 'Nothing found' },
  'todo.notFound.text': { nl: 'Er staat niets in je lijst met “{q}”.', fi: 'Listallasi ei ole mitään haulla ”{q}”.', en: 'Nothing in your list has “{q}”.' },

  'kind.noContact': { nl: 'Weer contact opnemen', fi: 'Ota taas yhteyttä', en: 'Get in touch again' },
  'kind.alarm': { nl: 'Terugkomen op een signaal', fi: 'Palaa merkkiin', en: 'Come back to a signal' },
  'kind.handoverOffered': { nl: 'Wacht op antwoord: overdracht', fi: 'Odottaa vastausta: ohjaus eteenpäin', en: 'Waiting for an answer: handover' },
  'kind.handoverAgreed': { nl: 'Overdracht afronden', fi: 'Vie ohjaus eteenpäin loppuun', en: 'Complete a handover' },
  'kind.placement': { nl: 'Vragen hoe het begin was', fi: 'Kysy, miten alku sujui', en: 'Ask how the start was' },
  'kind.afterCare': { nl: 'Nazorg: vragen hoe het gaat', fi: 'Jälkihoito: kysy, miten menee', en: 'After-care: ask how it is going' },
  'todo.by': { nl: 'Tegen {date}', fi: 'Viimeistään {date}', en: 'By {date}' },

  'month.title': { nl: 'Jouw {when}', fi: 'Sinun kuukautesi: {when}', en: 'Your {when}' },
  'month.steps.one': { nl: '{count} stap', fi: '{count} askel', en: '{count} step' },
  'month.steps.other': { nl: '{count} stappen', fi: '{count} askelta', en: '{count} steps' },
  'month.youths.one': { nl: 'met {count} jongere', fi: '{count} nuoren kanssa', en: 'with {count} young person' },
  'month.youths.other': { nl: 'met {count} jongeren', fi: '{count} nuoren kanssa', en: 'with {count} young people' },
  'month.hours.one': { nl: '{count} uur', fi: '{count} tunti', en: '{count} hour' },
  'month.hours.other': { nl: '{count} uur', fi: '{count} tuntia', en: '{count} hours' },
  'month.none': { nl: 'Geen stappen opgeschreven.', fi: 'Ei kirjattuja askelia.', en: 'No steps written down.' },
});
export const t = words.t;
