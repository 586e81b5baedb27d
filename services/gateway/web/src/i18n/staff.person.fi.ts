import type { PersonDictionary } from './staff.person.nl.ts';

/** What staff read and do about one person, in Finnish. The Dutch file is the source of the keys. */
const person: PersonDictionary = {
  // The page of a youth, for the lead
  'person.coach': 'Valmentaja: {name}',
  'person.noCoach': 'Ei ole vielä valinnut valmentajaa',

  // What changes a trajectory as a whole
  'act.population': 'Vaihda koulutus tai NEET',
  'act.closing': 'Päätä polku',
  'act.closed': 'Tämä polku on päätetty. Nuori voi yhä lukea kaiken, eikä siihen tule enää mitään.',
  'moving.means': 'Kun se muuttuu, kirjaa se tähän. Nuori lukee sen omasta aikajanastaan ja voi myöhemmin palata.',
  'moving.date': 'Mistä päivästä alkaen: {population}?',
  'moving.save': 'Siirrä ryhmään {population}',
  'closing.means.list': '{name} ei sen jälkeen enää näy valmentajan {coach} listassa.',
  'closing.means.keeps': '{name} säilyttää kaiken ja lukee omasta aikajanastaan, miten polku päättyi.',
  'closing.means.again': 'Kukaan ei voi perua tätä. Jos nuori haluaa myöhemmin jatkaa, keskuksen johtaja aloittaa uuden polun.',
  'closing.kind': 'Miten se päättyi?',
  'closing.form': 'Millaiseen työhön?',
  'closing.hours': 'Työaika prosentteina',
  'closing.hours.hint': 'Kokopäivätyö on 100, puolipäivätyö 50. Jos et tiedä, jätä tyhjäksi.',
  'closing.date': 'Minä päivänä se päättyi?',
  'closing.done': 'Polku on päätetty: {name}.',
  'exit.job': 'Työ',
  'exit.diploma': 'Tutkinto',
  'exit.education': 'Takaisin opintoihin',
  'exit.training': 'Ammatillinen koulutus',
  'exit.selfEmployed': 'Yrittäjäksi',
  'exit.stoppedByYouth': 'Nuori halusi lopettaa',
  'exit.moved': 'Muutti pois',
  'exit.other': 'Muu',
  'exit.unknown': 'Ei tiedossa',
  'employment.collectiveCustomised': 'Kollektiivinen räätälöity työ',
  'employment.individualCustomised': 'Yksilöllinen räätälöity työ',
  'employment.regularWithPremium': 'Avoimet työmarkkinat, palkkatuki (VOP)',
  'employment.regular': 'Avoimet työmarkkinat',
};
export default person;
