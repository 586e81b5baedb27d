import { dictionary } from '../../lib/sentences.ts';

/** What stands around the own data in the file that a youth takes along. */
export const words = dictionary({
  'file.name': { nl: 'mijn-gegevens', fi: 'omat-tiedot', en: 'my-data' },
  'file.title': { nl: 'Mijn gegevens', fi: 'Omat tietoni', en: 'My data' },
  'file.made': { nl: 'Gemaakt met Start To Can op {date}.', fi: 'Tehty Start To Canissa {date}.', en: 'Made with Start To Can on {date}.' },
  'file.contents': { nl: 'Wat hier staat', fi: 'Mitä tässä on', en: 'What is here' },
  'file.none': { nl: 'Hier is niets.', fi: 'Tässä ei ole mitään.', en: 'There is nothing here.' },
  'file.person': { nl: 'Wie ik ben', fi: 'Kuka olen', en: 'Who I am' },
  'file.person.name': { nl: 'Naam', fi: 'Nimi', en: 'Name' },
  'file.person.centre': { nl: 'Centrum', fi: 'Keskus', en: 'Centre' },
  'file.person.avatar': { nl: 'Figuur, als code', fi: 'Hahmo koodina', en: 'Figure, as a code' },
  'file.person.id': { nl: 'Nummer', fi: 'Numero', en: 'Number' },
  'file.answers': { nl: 'Wat ik antwoordde', fi: 'Mitä vastasin', en: 'What I answered' },
  'file.answers.completed': { nl: 'Klaar op {date}', fi: 'Valmis {date}', en: 'Done on {date}' },
  'file.answers.open': { nl: 'Begonnen op {date}, nog niet klaar', fi: 'Aloitettu {date}, vielä kesken', en: 'Begun on {date}, not done yet' },
  'file.question': { nl: 'Vraag', fi: 'Kysymys', en: 'Question' },
  'file.answer': { nl: 'Antwoord', fi: 'Vastaus', en: 'Answer' },
  'file.timeline': { nl: 'Wat er over mij is opgeschreven', fi: 'Mitä minusta on kirjoitettu', en: 'What is written down about me' },
  'file.day': { nl: 'Dag', fi: 'Päivä', en: 'Day' },
  'file.what': { nl: 'Wat', fi: 'Mitä', en: 'What' },
  'file.who': { nl: 'Door wie', fi: 'Kuka kirjoitti', en: 'By whom' },
  'file.shared': { nl: 'Wat ik deel, en wat niet', fi: 'Mitä jaan ja mitä en', en: 'What I share, and what not' },
  'file.shared.what': { nl: 'Wat ik koos', fi: 'Mitä valitsin', en: 'What I chose' },
  'file.requests': { nl: 'Wat ik vroeg over mijn gegevens', fi: 'Mitä pyysin tiedoistani', en: 'What I asked about my data' },
  'file.asked': { nl: 'Wat ik vroeg', fi: 'Mitä pyysin', en: 'What I asked' },
  'file.became': { nl: 'Wat er gebeurde', fi: 'Mitä tapahtui', en: 'What happened' },
  'file.read': { nl: 'Wie iets over mij las of veranderde', fi: 'Kuka luki tai muutti tietojani', en: 'Who read or changed something about me' },
  'file.when': { nl: 'Wanneer', fi: 'Milloin', en: 'When' },
});
export const t = words.t;
