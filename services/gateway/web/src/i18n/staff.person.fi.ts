import type { PersonDictionary } from './staff.person.nl.ts';

/** What staff read and do about one person, in Finnish. The Dutch file is the source of the keys. */
const person: PersonDictionary = {
  // The page of a youth, for the lead
  'person.coach': 'Valmentaja: {name}',
  'person.noCoach': 'Ei ole vielä valinnut valmentajaa',
};
export default person;
