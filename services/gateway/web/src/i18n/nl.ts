/** The shell and the map. Dutch is the source: its keys are the type of the other languages. */
const nl = {
  // Shell
  loading: 'Even laden',
  tryAgain: 'Probeer opnieuw',
  skip: 'Ga naar de inhoud',
  close: 'Sluit',
  language: 'Taal',
  demo: 'Demo: verzonnen mensen',
  offline: 'Geen internet. We proberen het vanzelf opnieuw.',
  'screen.failed': 'Dit scherm kon niet laden.',
  'language.failed': '{language} kon niet laden.',
  'missing.offline': 'Kijk of je internet hebt.',
  'missing.ours': 'Dat ligt aan ons. Probeer het over een minuut opnieuw.',
  'missing.unsaved': 'Ga terug en bewaar eerst wat je invulde. Laad dan opnieuw.',

  // Main menu
  menu: 'Hoofdmenu',
  'menu.map': 'Kaart',
  'menu.overview': 'Ik',
  'menu.coach': 'Coach',
  'menu.more': 'Meer',
  'menu.avatar': 'Mijn avatar',

  // Map
  'map.hello': 'Dag {name}',
  'map.title': 'Waar wil je heen?',
  'map.lead': 'Begin waar je wil. Elke stop duurt hoogstens 5 minuten.',
  'map.places': 'Zeven buurten',
  'map.exercises.one': '1 oefening',
  'map.exercises.other': '{count} oefeningen',
  'map.none': 'nog geen oefening',
  'map.done': 'klaar',
  'map.open': 'bezig',
  'map.fresh': 'nog niet begonnen',
  'map.someDone': '{done} van {count} klaar',
  'map.notSaved': 'nog niet bewaard',
  readAloud: 'Lees voor',
  stopReading: 'Stop met lezen',

  // Domains
  'domain.housing': 'Wonen',
  'domain.relationships': 'Relaties',
  'domain.health': 'Gezondheid',
  'domain.finances': 'Geld',
  'domain.learning': 'Leren',
  'domain.leisure': 'Vrije tijd',
  'domain.work': 'Werk',
};

export type Words = Record<keyof typeof nl, string>;
export default nl as Words;
