import { dictionary } from '../../lib/sentences.ts';

/** How a youth asks for something about the own data. */
export const words = dictionary({
  'right.access.text': {
    nl: 'Je centrum vertelt wat het bewaart, waarom en wie het ziet.',
    fi: 'Keskus kertoo, mitä se säilyttää, miksi ja kuka sen näkee.',
    en: 'Your centre tells what it keeps, why and who sees it.',
  },
  'right.rectification.text': {
    nl: 'Schrijf hieronder wat fout is en hoe het wel is.',
    fi: 'Kirjoita alle, mikä on väärin ja miten asia on.',
    en: 'Write below what is wrong and how it really is.',
  },
  'right.erasure.text': {
    nl: 'Niemand kan daarna nog iets over jou lezen.',
    fi: 'Sen jälkeen kukaan ei voi lukea tietojasi.',
    en: 'After that nobody can read anything about you.',
  },
  'right.restriction.text': {
    nl: 'Alles blijft bewaard, maar niemand werkt ermee.',
    fi: 'Kaikki säilyy, mutta kukaan ei käytä tietoja.',
    en: 'Everything is kept, but nobody works with it.',
  },
  'right.portability.text': {
    nl: 'Je krijgt ze in een bestand. Bij “Meenemen” kan je dat meteen zelf.',
    fi: 'Saat ne tiedostona. Voit tehdä sen heti itse kohdassa ”Ota mukaan”.',
    en: 'You get them in a file. Under “Take along” you can do it yourself.',
  },
  'right.objection.text': {
    nl: 'Schrijf hieronder waarvoor niet.',
    fi: 'Kirjoita alle, mihin niitä ei saa käyttää.',
    en: 'Write below what they may not be used for.',
  },

  'ask.what': { nl: 'Wat wil je vragen?', fi: 'Mitä haluat pyytää?', en: 'What do you want to ask?' },
  'ask.choose': { nl: 'Kies eerst wat je wil vragen.', fi: 'Valitse ensin, mitä haluat pyytää.', en: 'First choose what you want to ask.' },
  'ask.already': {
    nl: 'Dit vroeg je al. Wil je iets veranderen? Trek je eerste vraag dan in.',
    fi: 'Pyysit tätä jo. Haluatko muuttaa jotain? Peru ensin tuo pyyntö.',
    en: 'You asked this already. Do you want to change something? Then take it back first.',
  },
  'ask.version': {
    nl: 'Gaat het over iets dat je coach opschreef? Daar kan je meteen jouw versie bij zetten.',
    fi: 'Onko kyse valmentajasi tekstistä? Voit lisätä siihen heti oman versiosi.',
    en: 'Is it about something your coach wrote down? You can add your version to it at once.',
  },
  'ask.version.go': { nl: 'Ga naar wat is opgeschreven', fi: 'Katso, mitä on kirjoitettu', en: 'Go to what is written down' },
  'ask.erasure': { nl: 'Lees dit eerst', fi: 'Lue tämä ensin', en: 'Read this first' },
  'ask.erasure.all': {
    nl: 'Alles over jou gaat weg: je naam, je antwoorden en wat er is opgeschreven.',
    fi: 'Kaikki tietosi häviävät: nimesi, vastauksesi ja se, mitä on kirjoitettu.',
    en: 'Everything about you goes: your name, your answers and what was written down.',
  },
  'ask.erasure.good': {
    nl: 'Niemand kan het terughalen. Ook jij niet.',
    fi: 'Kukaan ei saa niitä takaisin. Et sinäkään.',
    en: 'Nobody can bring it back. Nor can you.',
  },
  'ask.erasure.again': {
    nl: 'Je kaart werkt niet meer. Later opnieuw beginnen kan, met een nieuwe kaart.',
    fi: 'Korttisi ei enää toimi. Voit aloittaa myöhemmin uudelleen uudella kortilla.',
    en: 'Your card stops working. You can begin again later, with a new card.',
  },
  'ask.erasure.take': {
    nl: 'Wil je iets houden? Bewaar het eerst, bij “Meenemen”.',
    fi: 'Haluatko pitää jotain? Tallenna se ensin kohdassa ”Ota mukaan”.',
    en: 'Do you want to keep something? Save it first, under “Take along”.',
  },
  'ask.words': { nl: 'Wil je er iets bij schrijven?', fi: 'Haluatko kirjoittaa lisää?', en: 'Do you want to add something?' },
  'ask.optional': { nl: 'mag leeg blijven', fi: 'saa jäädä tyhjäksi', en: 'may stay empty' },
  'ask.send': { nl: 'Verstuur mijn vraag', fi: 'Lähetä pyyntö', en: 'Send my request' },
  'ask.sent': { nl: 'Je vraag is verstuurd.', fi: 'Pyyntö on lähetetty.', en: 'Your request is sent.' },
});
export const t = words.t;
