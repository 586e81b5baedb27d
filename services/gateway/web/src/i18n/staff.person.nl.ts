/** What staff read and do about one person, in Dutch: the typed source. */
const person = {
  // The page of a youth, for the lead
  'person.coach': 'Coach: {name}',
  'person.noCoach': 'Koos nog geen coach',
};
export default person;

/** What every dictionary about one person must hold. */
export type PersonDictionary = Record<keyof typeof person, string>;
