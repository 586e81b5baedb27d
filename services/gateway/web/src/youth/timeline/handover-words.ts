import { dictionary } from '../../lib/sentences.ts';

/** What a youth answers to a handover, and where the youth learns and works. */
export const words = dictionary({
  'places.title': { nl: 'Waar je leert en werkt', fi: 'Missä opiskelet ja työskentelet', en: 'Where you learn and work' },
  'places.at': { nl: '{what} bij {employer}', fi: '{what}, {employer}', en: '{what} with {employer}' },
  'places.since': { nl: 'Sinds {date}', fi: 'Alkaen {date}', en: 'Since {date}' },
  'handover.title': { nl: 'Mag {to} je verder helpen?', fi: 'Saako {to} auttaa sinua jatkossa?', en: 'May {to} help you further?' },
  'handover.lead': {
    nl: 'Je coach stelt dit voor. Jij kiest. Zonder jouw ja gaat er niets mee.',
    fi: 'Valmentajasi ehdottaa tätä. Sinä valitset. Ilman suostumustasi mitään ei siirry.',
    en: 'Your coach proposes this. You choose. Without your yes nothing is passed on.',
  },
  'handover.yes': { nl: 'Goed', fi: 'Sopii', en: 'Fine' },
  'handover.no': { nl: 'Liever niet', fi: 'Mieluummin ei', en: 'Rather not' },
  'handover.change': {
    nl: 'Je kan je keuze nog veranderen, tot het geregeld is.',
    fi: 'Voit vielä muuttaa valintaasi, kunnes asia on hoidettu.',
    en: 'You can still change your choice, until it is arranged.',
  },
  'handover.said.yes': { nl: 'Je koos: goed.', fi: 'Valitsit: sopii.', en: 'You chose: fine.' },
  'handover.said.no': { nl: 'Je koos: liever niet.', fi: 'Valitsit: mieluummin ei.', en: 'You chose: rather not.' },
});
export const t = words.t;
