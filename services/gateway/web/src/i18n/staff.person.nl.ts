/** What staff read and do about one person, in Dutch: the typed source. */
const person = {
  // The page of a youth, for the lead
  'person.coach': 'Coach: {name}',
  'person.noCoach': 'Koos nog geen coach',

  // What changes a trajectory as a whole
  'act.population': 'Verander onderwijs of NEET',
  'act.closing': 'Sluit het traject af',
  'act.closed': 'Dit traject is afgesloten. De jongere kan alles nog lezen, en er komt niets meer bij.',
  'moving.means': 'Verandert dat, schrijf het dan hier op. De jongere leest het in de eigen tijdlijn en kan later weer terug.',
  'moving.date': 'Sinds welke dag is het {population}?',
  'moving.save': 'Zet over naar {population}',
  'closing.means.list': '{name} staat daarna niet meer in de lijst van {coach}.',
  'closing.means.keeps': '{name} houdt alles, en leest in de eigen tijdlijn hoe het traject eindigde.',
  'closing.means.again': 'Niemand kan dit terugdraaien. Wil de jongere later verder, dan begint een centrumleider een nieuw traject.',
  'closing.kind': 'Hoe eindigde het?',
  'closing.form': 'In welke vorm van werk?',
  'closing.hours': 'Werktijd in procent',
  'closing.hours.hint': 'Voltijds is 100, halftijds is 50. Weet je het niet, laat dit dan leeg.',
  'closing.date': 'Op welke dag eindigde het?',
  'closing.done': 'Het traject van {name} is afgesloten.',
  'exit.job': 'Werk',
  'exit.diploma': 'Diploma behaald',
  'exit.education': 'Terug naar onderwijs',
  'exit.training': 'Opleiding',
  'exit.selfEmployed': 'Zelfstandig',
  'exit.stoppedByYouth': 'Gestopt op vraag van de jongere',
  'exit.moved': 'Verhuisd',
  'exit.other': 'Andere',
  'exit.unknown': 'Niet gekend',
  'employment.collectiveCustomised': 'Collectief maatwerk',
  'employment.individualCustomised': 'Individueel maatwerk',
  'employment.regularWithPremium': 'Normaal economisch circuit met premie (VOP)',
  'employment.regular': 'Normaal economisch circuit',
};
export default person;

/** What every dictionary about one person must hold. */
export type PersonDictionary = Record<keyof typeof person, string>;
