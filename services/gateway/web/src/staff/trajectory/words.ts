import { dictionary } from '../../lib/sentences.ts';

/** What changes a trajectory as a whole. */
export const words = dictionary({
  // What changes a trajectory as a whole
  'act.population': {
    nl: 'Verander onderwijs of NEET',
    fi: 'Vaihda koulutus tai NEET',
    en: 'Change education or NEET',
  },
  'act.closing': {
    nl: 'Sluit het traject af',
    fi: 'Päätä polku',
    en: 'Close the trajectory',
  },
  'act.closed': {
    nl: 'Dit traject is afgesloten. De jongere kan alles nog lezen.',
    fi: 'Polku on päätetty. Nuori voi yhä lukea kaiken.',
    en: 'This trajectory is closed. The young person can still read everything.',
  },
  'act.waits': {
    nl: 'Geen verbinding. Het staat bij wat nog verstuurd wordt.',
    fi: 'Ei yhteyttä. Se on lähetystä odottavien joukossa.',
    en: 'No connection. It is with what is still to be sent.',
  },
  'moving.means': {
    nl: 'Verandert dat, schrijf het dan hier op. De jongere leest het in de eigen tijdlijn en kan later weer terug.',
    fi: 'Kun se muuttuu, kirjaa se tähän. Nuori lukee sen omasta aikajanastaan ja voi myöhemmin palata.',
    en: 'When that changes, write it down here. The young person reads it in their own timeline, and can move back later.',
  },
  'moving.date': {
    nl: 'Sinds welke dag is het {population}?',
    fi: 'Mistä päivästä alkaen: {population}?',
    en: 'Since which day is it {population}?',
  },
  'moving.save': {
    nl: 'Zet over naar {population}',
    fi: 'Siirrä ryhmään {population}',
    en: 'Move to {population}',
  },
  'closing.means.list': {
    nl: '{name} staat daarna niet meer in de lijst van {coach}.',
    fi: '{name} ei sen jälkeen enää näy valmentajan {coach} listassa.',
    en: '{name} will no longer be in the list of {coach}.',
  },
  'closing.means.keeps': {
    nl: '{name} houdt alles, en leest in de eigen tijdlijn hoe het traject eindigde.',
    fi: '{name} säilyttää kaiken ja lukee omasta aikajanastaan, miten polku päättyi.',
    en: '{name} keeps everything, and reads in their own timeline how the trajectory ended.',
  },
  'closing.means.again': {
    nl: 'Niemand kan dit terugdraaien. Wil de jongere later verder, dan begint een centrumleider een nieuw traject.',
    fi: 'Kukaan ei voi perua tätä. Jos nuori haluaa myöhemmin jatkaa, keskuksen johtaja aloittaa uuden polun.',
    en: 'Nobody can undo this. If the young person wants to go on later, a centre lead begins a new trajectory.',
  },
  'closing.kind': {
    nl: 'Hoe eindigde het?',
    fi: 'Miten se päättyi?',
    en: 'How did it end?',
  },
  'closing.form': {
    nl: 'In welke vorm van werk?',
    fi: 'Millaiseen työhön?',
    en: 'In which form of work?',
  },
  'closing.hours': {
    nl: 'Werktijd in procent',
    fi: 'Työaika prosentteina',
    en: 'Working time in percent',
  },
  'closing.hours.hint': {
    nl: 'Voltijds is 100, halftijds is 50. Weet je het niet, laat dit dan leeg.',
    fi: 'Kokopäivätyö on 100, puolipäivätyö 50. Jos et tiedä, jätä tyhjäksi.',
    en: 'Full time is 100, half time is 50. If you do not know, leave this empty.',
  },
  'closing.date': {
    nl: 'Op welke dag eindigde het?',
    fi: 'Minä päivänä se päättyi?',
    en: 'On which day did it end?',
  },
  'closing.done': {
    nl: 'Het traject van {name} is afgesloten.',
    fi: 'Polku on päätetty: {name}.',
    en: 'The trajectory of {name} is closed.',
  },
});
export const t = words.t;
