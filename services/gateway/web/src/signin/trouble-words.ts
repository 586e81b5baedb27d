import { dictionary } from '../lib/sentences.ts';

/** What somebody reads who cannot come in yet: it comes after the sign-in page itself. */
export const troubleWords = dictionary({
  tooShort: {
    nl: 'De code is nog niet volledig. Er staan 12 letters en cijfers op je kaart.',
    fi: 'Koodi on vielä kesken. Kortissa on 12 kirjainta ja numeroa.',
    en: 'The code is not complete yet. Your card has 12 letters and numbers.',
  },
  wrongLetter: {
    nl: 'Een {letter} staat nooit in een code. Kijk nog eens op je kaart.',
    fi: 'Koodissa ei ole koskaan merkkiä {letter}. Katso korttiasi vielä kerran.',
    en: 'A code never has {letter} in it. Look at your card once more.',
  },
  notACard: {
    nl: 'Dit is geen startkaart. Neem de kaart die je van je centrum kreeg.',
    fi: 'Tämä ei ole aloituskortti. Ota kortti, jonka sait keskuksestasi.',
    en: 'This is not a start card. Take the card that you got from your centre.',
  },
  unknownCard: {
    nl: 'We kennen deze code niet. Kijk de code na op je kaart.',
    fi: 'Emme tunne tätä koodia. Tarkista koodi kortistasi.',
    en: 'We do not know this code. Check the code on your card.',
  },
  deadCard: {
    nl: 'Deze kaart werkt niet. Vraag een nieuwe kaart.',
    fi: 'Tämä kortti ei toimi. Pyydä uusi kortti.',
    en: 'This card does not work. Ask for a new card.',
  },
  'tooMany.one': {
    nl: 'Je probeerde te vaak na elkaar. Wacht 1 minuut en probeer dan opnieuw.',
    fi: 'Yritit liian monta kertaa. Odota 1 minuutti ja yritä sitten uudelleen.',
    en: 'You tried too many times. Wait 1 minute and try again.',
  },
  'tooMany.other': {
    nl: 'Je probeerde te vaak na elkaar. Wacht {count} minuten en probeer dan opnieuw.',
    fi: 'Yritit liian monta kertaa. Odota {count} minuuttia ja yritä sitten uudelleen.',
    en: 'You tried too many times. Wait {count} minutes and try again.',
  },
  failed: {
    nl: 'Er ging iets mis bij ons. Probeer het zo meteen opnieuw.',
    fi: 'Jokin meni meillä vikaan. Yritä hetken päästä uudelleen.',
    en: 'Something went wrong on our side. Try again in a moment.',
  },
  notKept: {
    nl: 'Je browser onthoudt je aanmelding niet. Laat cookies toe voor {site}, of neem een andere browser.',
    fi: 'Selaimesi ei muista kirjautumistasi. Salli evästeet osoitteelle {site} tai käytä toista selainta.',
    en: 'Your browser does not remember that you signed in. Allow cookies for {site}, or use another browser.',
  },
  https: {
    nl: 'Start To Can werkt alleen via https. Open dit adres:',
    fi: 'Start To Can toimii vain https-yhteydellä. Avaa tämä osoite:',
    en: 'Start To Can works over https only. Open this address:',
  },
  httpsHelp: {
    nl: 'Lukt dat niet? Vraag hulp in je centrum.',
    fi: 'Eikö onnistu? Pyydä apua keskuksestasi.',
    en: 'Does that not work? Ask for help at your centre.',
  },
  'scan.title': {
    nl: 'Scan je kaart',
    fi: 'Skannaa korttisi',
    en: 'Scan your card',
  },
  'scan.text': {
    nl: 'Hou het vierkant met blokjes voor de camera.',
    fi: 'Pidä ruudullista neliötä kameran edessä.',
    en: 'Hold the square with little blocks in front of the camera.',
  },
  'scan.noCamera': {
    nl: 'We mogen de camera niet gebruiken. Typ de code van je kaart.',
    fi: 'Emme saa käyttää kameraa. Kirjoita kortin koodi.',
    en: 'We may not use the camera. Type the code on your card.',
  },
  'scan.failing': {
    nl: 'Scannen lukt niet op dit toestel. Typ de code van je kaart.',
    fi: 'Skannaus ei onnistu tällä laitteella. Kirjoita kortin koodi.',
    en: 'Scanning does not work on this device. Type the code on your card.',
  },
  'scan.type': {
    nl: 'Typ de code',
    fi: 'Kirjoita koodi',
    en: 'Type the code',
  },
}, 'later');
export const tt = troubleWords.t;
