import type { PersonDictionary } from './staff.person.nl.ts';

/** What staff read and do about one person, in English. The Dutch file is the source of the keys. */
const person: PersonDictionary = {
  // The page of a youth, for the lead
  'person.coach': 'Coach: {name}',
  'person.noCoach': 'Has not chosen a coach yet',
};
export default person;
