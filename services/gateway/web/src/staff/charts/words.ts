import { dictionary } from '../../lib/sentences.ts';

/** Charts and what they say to who does not see them. */
export const words = dictionary({
  'charts.figures': {
    nl: 'Cijfers van dit diagram',
    fi: 'Kaavion luvut',
    en: 'Figures of this chart',
  },
  'charts.persons': {
    nl: 'Personen',
    fi: 'Henkilöt',
    en: 'Persons',
  },
  'charts.month': {
    nl: 'Maand',
    fi: 'Kuukausi',
    en: 'Month',
  },
  'charts.range': {
    nl: 'Echt aantal',
    fi: 'Todellinen määrä',
    en: 'True number',
  },
  'charts.scale': {
    nl: 'Elke groep heeft dezelfde schaal: een langere balk is meer personen.',
    fi: 'Jokaisessa ryhmässä on sama asteikko: pidempi palkki on enemmän henkilöitä.',
    en: 'Every group has the same scale: a longer bar is more persons.',
  },
  'charts.left.nobody': {
    nl: 'Zonder personen: {groups}.',
    fi: 'Ei henkilöitä: {groups}.',
    en: 'Without persons: {groups}.',
  },
  'charts.left.hidden': {
    nl: 'Niets getoond: {groups}.',
    fi: 'Ei näytettäviä lukuja: {groups}.',
    en: 'Nothing shown: {groups}.',
  },
  'charts.top.hidden': {
    nl: 'niet getoond',
    fi: 'ei näytetä',
    en: 'not shown',
  },
  'charts.top.nobody': {
    nl: 'niemand',
    fi: 'ei ketään',
    en: 'nobody',
  },
  'charts.top.shared.one': {
    nl: '1 staat bovenaan',
    fi: '1 on kärjessä',
    en: '1 is at the top',
  },
  'charts.top.shared.other': {
    nl: '{count} staan samen bovenaan',
    fi: '{count} on yhdessä kärjessä',
    en: '{count} are at the top together',
  },

  // Bars
  'charts.bars.1': {
    nl: 'Welke drempels komen het meest voor?',
    fi: 'Mitkä esteet ovat yleisimpiä?',
    en: 'Which barriers are most common?',
  },
  'charts.bars.2': {
    nl: 'Hoeveel jongeren kregen elke actie?',
    fi: 'Kuinka moni nuori osallistui kuhunkin toimeen?',
    en: 'How many young people had each action?',
  },
  'charts.bars.alt': {
    nl: 'Staafdiagram. {question} Meeste: {top}. De cijfers staan in de tabel.',
    fi: 'Pylväskaavio. {question} Eniten: {top}. Luvut ovat taulukossa.',
    en: 'Bar chart. {question} Most: {top}. The figures are in the table.',
  },

  // Small multiples
  'charts.groups.1': {
    nl: 'Welke drempels heeft elke groep?',
    fi: 'Mitä esteitä kullakin ryhmällä on?',
    en: 'Which barriers does each group have?',
  },
  'charts.groups.2': {
    nl: 'Welke acties kreeg elke groep?',
    fi: 'Mihin toimiin kukin ryhmä osallistui?',
    en: 'Which actions did each group have?',
  },
  'charts.head.1': {
    nl: 'Drempel',
    fi: 'Este',
    en: 'Barrier',
  },
  'charts.head.2': {
    nl: 'Actie',
    fi: 'Toimi',
    en: 'Action',
  },
  'charts.multiples.alt': {
    nl: 'Kleine staafdiagrammen op één schaal. {question} Meeste in elke groep: {top}. De cijfers staan in de tabel eronder.',
    fi: 'Pieniä pylväskaavioita samalla asteikolla. {question} Eniten kussakin ryhmässä: {top}. Luvut ovat alla olevassa taulukossa.',
    en: 'Small bar charts on one scale. {question} Most in each group: {top}. The figures are in the table below.',
  },

  // Trend
  'charts.months.1': {
    nl: 'Hoeveel jongeren zijn elke maand aangemeld?',
    fi: 'Kuinka moni nuori ilmoittautui kunakin kuukautena?',
    en: 'How many young people were registered each month?',
  },
  'charts.months.2': {
    nl: 'Hoeveel jongeren kregen elke maand minstens één actie?',
    fi: 'Kuinka moni nuori osallistui kunakin kuukautena vähintään yhteen toimeen?',
    en: 'How many young people had at least one action each month?',
  },
  'charts.trend.alt': {
    nl: 'Lijndiagram. {question} Eerst {from}. Laatst {to}. Meeste: {top}. De cijfers staan in de tabel.',
    fi: 'Viivakaavio. {question} Ensimmäinen {from}. Viimeinen {to}. Eniten: {top}. Luvut ovat taulukossa.',
    en: 'Line chart. {question} First {from}. Last {to}. Most: {top}. The figures are in the table.',
  },
  'charts.trend.range': {
    nl: 'Elk cijfer is afgerond op {n}. Het echte aantal ligt ergens op de streep door het punt.',
    fi: 'Jokainen luku on pyöristetty {n}:n tarkkuuteen. Todellinen määrä on jossakin pisteen läpi kulkevalla viivalla.',
    en: 'Every figure is rounded to {n}. The true number lies somewhere on the line through the point.',
  },
  'charts.trend.hidden': {
    nl: 'In het diagram is dat een vak met een stippellijn, zo hoog als het er hoogstens zijn.',
    fi: 'Kaaviossa se on katkoviivalla piirretty laatikko, jonka korkeus on suurin mahdollinen määrä.',
    en: 'In the chart that is a box with a dashed line, as high as there can be at most.',
  },
  'charts.trend.exact': {
    nl: 'Elk cijfer is exact geteld.',
    fi: 'Jokainen luku on laskettu tarkasti.',
    en: 'Every figure is counted exactly.',
  },
  'charts.trend.part': {
    nl: 'Een open punt is een maand die niet volledig meetelt. Vergelijk het niet met de andere.',
    fi: 'Avoin piste on kuukausi, joka ei ole mukana kokonaan. Älä vertaa sitä muihin.',
    en: 'An open point is a month that does not count as a whole. Do not compare it with the others.',
  },
  'charts.months.part': {
    nl: 'alleen {from} tot en met {to}',
    fi: 'vain {from} – {to}',
    en: 'only {from} to {to}',
  },
  'charts.months.since': {
    nl: 'Van de periode staan hier de maanden vanaf {date}.',
    fi: 'Jaksosta näkyvät tässä kuukaudet alkaen: {date}.',
    en: 'Of the period, the months from {date} on are shown here.',
  },
  'charts.months.sum.1': {
    nl: 'Elke jongere telt in de maand van aanmelding.',
    fi: 'Jokainen nuori lasketaan ilmoittautumiskuukauteensa.',
    en: 'Each young person counts in the month of registration.',
  },
  'charts.months.sum.2': {
    nl: 'Wie in meer maanden een actie kreeg, telt in elk van die maanden. Tel de maanden dus niet op.',
    fi: 'Nuori lasketaan jokaiseen kuukauteen, jona hänellä oli toimi. Älä siis laske kuukausia yhteen.',
    en: 'Who had an action in several months counts in each of them. So do not add the months up.',
  },
  'charts.months.coming': {
    nl: '{n} van {all} maanden geteld',
    fi: '{n}/{all} kuukautta laskettu',
    en: '{n} of {all} months counted',
  },
  'charts.months.ready.one': {
    nl: 'Diagram klaar: 1 maand.',
    fi: 'Kaavio on valmis: 1 kuukausi.',
    en: 'Chart ready: 1 month.',
  },
  'charts.months.ready.other': {
    nl: 'Diagram klaar: {count} maanden.',
    fi: 'Kaavio on valmis: {count} kuukautta.',
    en: 'Chart ready: {count} months.',
  },
  'charts.months.none': {
    nl: 'Geen maand om te tonen',
    fi: 'Ei näytettävää kuukautta',
    en: 'No month to show',
  },
  'charts.months.none.text': {
    nl: 'De periode begint na de dag waarop de tabel gekend was. Kies een vroegere periode.',
    fi: 'Jakso alkaa sen päivän jälkeen, jolta tiedot ovat. Valitse aiempi jakso.',
    en: 'The period begins after the day of which the table knows. Choose an earlier period.',
  },
});
export const t = words.t;
