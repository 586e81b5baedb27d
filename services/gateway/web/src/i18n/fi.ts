import type { Words } from './nl.ts';

const fi: Words = {
  loading: 'Ladataan',
  tryAgain: 'Yritä uudelleen',
  skip: 'Siirry sisältöön',
  close: 'Sulje',
  language: 'Kieli',
  demo: 'Demo: keksittyjä ihmisiä',
  offline: 'Ei nettiyhteyttä. Yritämme itse uudelleen.',
  'screen.failed': 'Tätä sivua ei voitu ladata.',
  'language.failed': 'Kieltä {language} ei voitu ladata.',
  'missing.offline': 'Tarkista, toimiiko netti.',
  'missing.ours': 'Vika on meissä. Yritä minuutin päästä uudelleen.',
  'missing.unsaved': 'Mene takaisin ja tallenna, mitä kirjoitit. Lataa sitten uudelleen.',

  menu: 'Päävalikko',
  'menu.map': 'Kartta',
  'menu.overview': 'Minä',
  'menu.coach': 'Valmentaja',
  'menu.more': 'Lisää',
  'menu.avatar': 'Minun hahmoni',

  'map.hello': 'Hei {name}',
  'map.title': 'Mihin haluat mennä?',
  'map.lead': 'Aloita mistä haluat. Yksi pysähdys kestää enintään 5 minuuttia.',
  'map.places': 'Seitsemän aluetta',
  'map.exercises.one': '1 tehtävä',
  'map.exercises.other': '{count} tehtävää',
  'map.none': 'ei vielä tehtävää',
  'map.done': 'valmis',
  'map.open': 'kesken',
  'map.fresh': 'ei vielä aloitettu',
  'map.someDone': '{done}/{count} valmiina',
  'map.notSaved': 'ei vielä tallennettu',
  readAloud: 'Lue ääneen',
  stopReading: 'Lopeta lukeminen',

  'domain.housing': 'Asuminen',
  'domain.relationships': 'Ihmissuhteet',
  'domain.health': 'Terveys',
  'domain.finances': 'Raha',
  'domain.learning': 'Oppiminen',
  'domain.leisure': 'Vapaa-aika',
  'domain.work': 'Työ',
};

export default fi;
