import type { PersonDictionary } from './staff.person.nl.ts';

/** What staff read and do about one person, in English. The Dutch file is the source of the keys. */
const person: PersonDictionary = {
  // The page of a youth, for the lead
  'person.coach': 'Coach: {name}',
  'person.noCoach': 'Has not chosen a coach yet',

  // What changes a trajectory as a whole
  'act.population': 'Change education or NEET',
  'act.closing': 'Close the trajectory',
  'act.closed': 'This trajectory is closed. The young person can still read everything, and nothing more is added.',
  'moving.means': 'When that changes, write it down here. The young person reads it in their own timeline, and can move back later.',
  'moving.date': 'Since which day is it {population}?',
  'moving.save': 'Move to {population}',
  'closing.means.list': '{name} will no longer be in the list of {coach}.',
  'closing.means.keeps': '{name} keeps everything, and reads in their own timeline how the trajectory ended.',
  'closing.means.again': 'Nobody can undo this. If the young person wants to go on later, a centre lead begins a new trajectory.',
  'closing.kind': 'How did it end?',
  'closing.form': 'In which form of work?',
  'closing.hours': 'Working time in percent',
  'closing.hours.hint': 'Full time is 100, half time is 50. If you do not know, leave this empty.',
  'closing.date': 'On which day did it end?',
  'closing.done': 'The trajectory of {name} is closed.',
  'exit.job': 'Job',
  'exit.diploma': 'Diploma',
  'exit.education': 'Back to education',
  'exit.training': 'Vocational training',
  'exit.selfEmployed': 'Self-employed',
  'exit.stoppedByYouth': 'Stopped at their own request',
  'exit.moved': 'Moved away',
  'exit.other': 'Other',
  'exit.unknown': 'Not known',
  'employment.collectiveCustomised': 'Collective customised work',
  'employment.individualCustomised': 'Individual customised work',
  'employment.regularWithPremium': 'Regular economy with premium (VOP)',
  'employment.regular': 'Regular economy',
};
export default person;
