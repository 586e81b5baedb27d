import { dictionary } from '../../lib/sentences.ts';

/** What waits to be sent about a young person. */
export const words = dictionary({
  'waits.title': {
    nl: 'Nog niet verstuurd',
    fi: 'Ei vielä lähetetty',
    en: 'Not sent yet',
  },
  'waits.text': {
    nl: 'wacht op verbinding',
    fi: 'odottaa yhteyttä',
    en: 'waits for a connection',
  },
  'waits.now': {
    nl: 'Probeer nu',
    fi: 'Yritä nyt',
    en: 'Try now',
  },
  'waits.withdrawal': {
    nl: 'Een stap intrekken',
    fi: 'Askeleen peruminen',
    en: 'Withdrawing a step',
  },
  'waits.closing': {
    nl: 'Het traject afsluiten',
    fi: 'Polun päättäminen',
    en: 'Closing the trajectory',
  },
  'waits.change': {
    nl: 'Pas de stap aan',
    fi: 'Muuta askelta',
    en: 'Change the step',
  },
  'waits.drop': {
    nl: 'Gooi de stap weg',
    fi: 'Poista askel',
    en: 'Throw the step away',
  },
  'waits.not': {
    nl: 'Doe dit toch niet',
    fi: 'Älä tee tätä',
    en: 'Do not do this',
  },
});
export const t = words.t;
