import { dictionary } from '../lib/sentences.ts';

/** Sentences of the sign-in page; who is signed in does not wait for them. */
export const signInWords = dictionary({
  title: {
    nl: 'Welkom bij Start To Can',
    fi: 'Tervetuloa Start To Caniin',
    en: 'Welcome to Start To Can',
  },
  lead: {
    nl: 'Ontdek wat jij wil, wat jij kan en wie jou helpt.',
    fi: 'Ota selvää, mitä haluat, mitä osaat ja kuka sinua auttaa.',
    en: 'Find out what you want, what you can and who helps you.',
  },
  code: {
    nl: 'De code op je kaart',
    fi: 'Korttisi koodi',
    en: 'The code on your card',
  },
  hint: {
    nl: 'Twaalf letters en cijfers. Hoofdletters en streepjes hoeven niet.',
    fi: 'Kaksitoista kirjainta ja numeroa. Isoja kirjaimia tai viivoja ei tarvita.',
    en: 'Twelve letters and numbers. You do not need capitals or dashes.',
  },
  go: {
    nl: 'Ga binnen',
    fi: 'Mene sisään',
    en: 'Go in',
  },
  busy: {
    nl: 'Even kijken',
    fi: 'Tarkistetaan',
    en: 'Checking',
  },
  scan: {
    nl: 'Scan mijn kaart',
    fi: 'Skannaa korttini',
    en: 'Scan my card',
  },
  scanHow: {
    nl: 'Staat er een vierkant met blokjes op je kaart? Richt de camera van je telefoon erop. Dan hoef je niets te typen.',
    fi: 'Onko kortissasi neliö, jossa on pieniä ruutuja? Osoita sitä puhelimesi kameralla. Silloin sinun ei tarvitse kirjoittaa.',
    en: 'Is there a square with little blocks on your card? Point the camera of your phone at it. Then you do not have to type.',
  },
  noCard: {
    nl: 'Geen kaart of kaart kwijt? Vraag een nieuwe aan je begeleider of in je leersteuncentrum.',
    fi: 'Eikö sinulla ole korttia, tai onko se hukassa? Pyydä uusi ohjaajaltasi tai keskuksestasi.',
    en: 'No card, or lost it? Ask your supporter or your centre for a new one.',
  },
  noConnection: {
    nl: 'We krijgen geen verbinding. Kijk of je internet hebt en probeer opnieuw.',
    fi: 'Emme saa yhteyttä. Tarkista, toimiiko netti, ja yritä uudelleen.',
    en: 'We cannot connect. Check if you have internet and try again.',
  },
  ended: {
    nl: 'Je was een tijd weg. Meld je opnieuw aan, dan ga je verder waar je was.',
    fi: 'Olit hetken poissa. Kirjaudu uudelleen ja jatka siitä, mihin jäit.',
    en: 'You were away for a while. Sign in again and continue where you were.',
  },
  signedOut: {
    nl: 'Je bent afgemeld.',
    fi: 'Olet kirjautunut ulos.',
    en: 'You are signed out.',
  },
}, 'later');
export const ts = signInWords.t;
