import { dictionary } from '../../lib/sentences.ts';

/** Who decides about the data of a youth, whom to ask, and where to complain. */
export const words = dictionary({
  'decides.title': { nl: 'Wie beslist over mijn gegevens?', fi: 'Kuka päättää tiedoistani?', en: 'Who decides about my data?' },
  'decides.lead': {
    nl: 'Hier lees je wie beslist wat er met je gegevens gebeurt. Je mag er altijd iets over vragen.',
    fi: 'Tästä näet, kuka päättää, mihin tietojasi käytetään. Saat aina kysyä niistä.',
    en: 'Here you read who decides what happens with your data. You may always ask about it.',
  },
  'decides.nobody': {
    nl: 'Je centrum schreef dit nog niet op. Vraag het aan wie je centrum leidt.',
    fi: 'Keskus ei ole vielä kirjannut tätä. Kysy sitä keskuksen johtajalta.',
    en: 'Your centre has not written this down yet. Ask who leads your centre.',
  },
  'decides.who': { nl: 'Wie beslist', fi: 'Kuka päättää', en: 'Who decides' },
  'decides.contact': { nl: 'Zo bereik je hen', fi: 'Näin saat yhteyden', en: 'How to reach them' },
  'decides.together': { nl: 'Samen met', fi: 'Yhdessä näiden kanssa', en: 'Together with' },
  'decides.officer': { nl: 'Wie op je gegevens let', fi: 'Tietosuojavastaava', en: 'Who looks after your data' },
  'decides.officerContact': { nl: 'Zo stel je een vraag', fi: 'Näin voit kysyä', en: 'How to ask something' },
  'decides.officer.text': {
    nl: 'Wie op je gegevens let, beslist niet zelf. Die kijkt of alles volgens de wet gebeurt.',
    fi: 'Tietosuojavastaava ei päätä itse. Hän katsoo, että kaikki tehdään lain mukaan.',
    en: 'Who looks after your data does not decide. They check that all is done by the law.',
  },

  'complain.title': {
    nl: 'Ben je het niet eens?',
    fi: 'Oletko eri mieltä?',
    en: 'Do you not agree?',
  },
  'complain.text': {
    nl: 'Praat er eerst over met je centrum. Je kan ook gratis een klacht indienen bij wie over gegevens waakt. Of naar de rechter gaan.',
    fi: 'Puhu ensin keskuksen kanssa. Voit myös tehdä maksutta kantelun viranomaiselle, joka valvoo tietojen käyttöä. Tai voit viedä asian tuomioistuimeen.',
    en: 'Talk about it with your centre first. You can also complain for free to who watches over data. Or you can go to court.',
  },
  'complain.belgian': { nl: 'Gegevens\u00ADbeschermings\u00ADautoriteit, België', fi: 'Belgian tietosuojaviranomainen', en: 'Data Protection Authority, Belgium' },
  'complain.finnish': { nl: 'Tietosuojavaltuutettu, Finland', fi: 'Tietosuojavaltuutettu', en: 'Data Protection Ombudsman, Finland' },
  'complain.where': { nl: 'Hier kan je een klacht indienen', fi: 'Täällä voit tehdä kantelun', en: 'Where you can complain' },
});
export const t = words.t;
