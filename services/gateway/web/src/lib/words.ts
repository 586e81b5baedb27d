import { dictionary } from './sentences.ts';

/** Sentences of the shell, sign-in and the map: all that the first screen needs. */
export const words = dictionary({
  // Shell
  loading: {
    nl: 'Even laden',
    fi: 'Ladataan',
    en: 'Loading',
  },
  tryAgain: {
    nl: 'Probeer opnieuw',
    fi: 'Yritä uudelleen',
    en: 'Try again',
  },
  skip: {
    nl: 'Ga naar de inhoud',
    fi: 'Siirry sisältöön',
    en: 'Go to the content',
  },
  close: {
    nl: 'Sluit',
    fi: 'Sulje',
    en: 'Close',
  },
  language: {
    nl: 'Taal',
    fi: 'Kieli',
    en: 'Language',
  },
  demo: {
    nl: 'Demo: verzonnen mensen',
    fi: 'Demo: keksittyjä ihmisiä',
    en: 'Demo: invented people',
  },
  offline: {
    nl: 'Geen internet. We proberen het vanzelf opnieuw.',
    fi: 'Ei nettiä. Yritämme itse uudelleen.',
    en: 'No internet. We keep trying by ourselves.',
  },
  'screen.failed': {
    nl: 'Dit scherm kon niet laden.',
    fi: 'Tätä sivua ei voitu ladata.',
    en: 'This screen could not load.',
  },
  'screen.broken': {
    nl: 'Op dit scherm ging iets mis. Wat je bewaarde, is niet weg.',
    fi: 'Jokin meni vikaan. Tallennettu säilyy.',
    en: 'Something went wrong on this screen. What you saved is not lost.',
  },
  toStart: {
    nl: 'Ga naar het begin',
    fi: 'Mene alkuun',
    en: 'Go to the start',
  },
  'language.failed': {
    nl: '{language} kon niet laden.',
    fi: 'Kieltä {language} ei voitu ladata.',
    en: '{language} could not load.',
  },
  'missing.offline': {
    nl: 'Kijk of je internet hebt.',
    fi: 'Toimiiko netti?',
    en: 'Check if you have internet.',
  },
  'missing.ours': {
    nl: 'Dat ligt aan ons. Probeer het over een minuut opnieuw.',
    fi: 'Vika on meissä. Yritä pian uudelleen.',
    en: 'The fault is ours. Try again in a minute.',
  },
  'missing.unsaved': {
    nl: 'Ga terug en bewaar eerst wat je invulde. Laad dan opnieuw.',
    fi: 'Palaa ja tallenna. Lataa sitten uudelleen.',
    en: 'Go back and save what you filled in. Then load again.',
  },

  // Main menu
  menu: {
    nl: 'Hoofdmenu',
    fi: 'Päävalikko',
    en: 'Main menu',
  },
  'menu.map': {
    nl: 'Kaart',
    fi: 'Kartta',
    en: 'Map',
  },
  'menu.overview': {
    nl: 'Ik',
    fi: 'Minä',
    en: 'Me',
  },
  'menu.coach': {
    nl: 'Coach',
    fi: 'Valmentaja',
    en: 'Coach',
  },
  'menu.more': {
    nl: 'Meer',
    fi: 'Lisää',
    en: 'More',
  },
  'menu.avatar': {
    nl: 'Mijn avatar',
    fi: 'Minun hahmoni',
    en: 'My character',
  },

  // Ways
  toMap: {
    nl: 'Naar de kaart',
    fi: 'Kartalle',
    en: 'To the map',
  },
  'menu.timeline': {
    nl: 'Wat staat er over mij?',
    fi: 'Mitä minusta on kirjoitettu?',
    en: 'What is written about me?',
  },

  // Map
  'map.hello': {
    nl: 'Dag {name}',
    fi: 'Hei {name}',
    en: 'Hello {name}',
  },
  'map.title': {
    nl: 'Waar wil je heen?',
    fi: 'Mihin haluat mennä?',
    en: 'Where do you want to go?',
  },
  'map.lead': {
    nl: 'Begin waar je wil. Elke stop duurt hoogstens 5 minuten.',
    fi: 'Aloita mistä haluat. Pysähdys vie alle 5 minuuttia.',
    en: 'Start where you like. Each stop takes 5 minutes at most.',
  },
  'map.places': {
    nl: 'Zeven buurten',
    fi: 'Seitsemän aluetta',
    en: 'Seven neighbourhoods',
  },
  'map.exercises.one': {
    nl: '1 oefening',
    fi: '1 tehtävä',
    en: '1 exercise',
  },
  'map.exercises.other': {
    nl: '{count} oefeningen',
    fi: '{count} tehtävää',
    en: '{count} exercises',
  },
  'map.none': {
    nl: 'nog geen oefening',
    fi: 'ei vielä tehtävää',
    en: 'no exercise yet',
  },
  'map.done': {
    nl: 'klaar',
    fi: 'valmis',
    en: 'done',
  },
  'map.open': {
    nl: 'bezig',
    fi: 'kesken',
    en: 'started',
  },
  'map.fresh': {
    nl: 'nog niet begonnen',
    fi: 'ei vielä aloitettu',
    en: 'not started',
  },
  'map.someDone': {
    nl: '{done} van {count} klaar',
    fi: '{done}/{count} valmiina',
    en: '{done} of {count} done',
  },
  'map.notSaved': {
    nl: 'nog niet bewaard',
    fi: 'ei vielä tallennettu',
    en: 'not saved yet',
  },
  readAloud: {
    nl: 'Lees voor',
    fi: 'Lue ääneen',
    en: 'Read aloud',
  },
  stopReading: {
    nl: 'Stop met lezen',
    fi: 'Lopeta lukeminen',
    en: 'Stop reading',
  },

  // Domains
  'domain.housing': {
    nl: 'Wonen',
    fi: 'Asuminen',
    en: 'Housing',
  },
  'domain.relationships': {
    nl: 'Relaties',
    fi: 'Ihmissuhteet',
    en: 'Relationships',
  },
  'domain.health': {
    nl: 'Gezondheid',
    fi: 'Terveys',
    en: 'Health',
  },
  'domain.finances': {
    nl: 'Geld',
    fi: 'Raha',
    en: 'Money',
  },
  'domain.learning': {
    nl: 'Leren',
    fi: 'Oppiminen',
    en: 'Learning',
  },
  'domain.leisure': {
    nl: 'Vrije tijd',
    fi: 'Vapaa-aika',
    en: 'Free time',
  },
  'domain.work': {
    nl: 'Werk',
    fi: 'Työ',
    en: 'Work',
  },
});
export const t = words.t;
