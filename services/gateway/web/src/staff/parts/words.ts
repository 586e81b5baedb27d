import { dictionary } from '../../lib/sentences.ts';

/** Lists of people and start cards. */
export const words = dictionary({
  // Everywhere
  'common.saving': {
    nl: 'Bewaren…',
    fi: 'Tallennetaan…',
    en: 'Saving…',
  },
  'common.choose': {
    nl: 'Kies',
    fi: 'Valitse',
    en: 'Choose',
  },
  'common.fixFields.one': {
    nl: 'Kijk nog 1 veld na.',
    fi: 'Tarkista vielä 1 kohta.',
    en: 'Please check 1 more field.',
  },
  'common.fixFields.other': {
    nl: 'Kijk nog {count} velden na.',
    fi: 'Tarkista vielä {count} kohtaa.',
    en: 'Please check {count} more fields.',
  },

  // Lead: people
  'people.search': {
    nl: 'Zoek op naam',
    fi: 'Hae nimellä',
    en: 'Search by name',
  },
  'people.filter': {
    nl: 'Toon',
    fi: 'Näytä',
    en: 'Show',
  },
  'people.filter.all': {
    nl: 'Iedereen',
    fi: 'Kaikki',
    en: 'Everyone',
  },
  'people.filter.youth': {
    nl: 'Jongeren',
    fi: 'Nuoret',
    en: 'Young people',
  },
  'people.filter.coach': {
    nl: 'Coaches',
    fi: 'Valmentajat',
    en: 'Coaches',
  },
  'people.filter.lead': {
    nl: 'Centrumleiders',
    fi: 'Keskuksen johtajat',
    en: 'Centre leads',
  },
  'people.filter.officer': {
    nl: 'Gegevens\u00ADbescherming',
    fi: 'Tietosuoja\u00ADvastaavat',
    en: 'Data protection',
  },
  'people.filter.auditor': {
    nl: 'Auditors',
    fi: 'Auditoijat',
    en: 'Auditors',
  },
  'people.filter.operator': {
    nl: 'Beheerders',
    fi: 'Ylläpitäjät',
    en: 'Operators',
  },
  'people.count.one': {
    nl: '1 persoon',
    fi: '1 henkilö',
    en: '1 person',
  },
  'people.count.other': {
    nl: '{count} personen',
    fi: '{count} henkilöä',
    en: '{count} people',
  },
  'people.unreadable.one': {
    nl: '1 naam kan nu niet gelezen worden: de sleutel ontbreekt. Meld dit aan wie het platform beheert.',
    fi: '1 nimeä ei voi nyt lukea: avain puuttuu. Ilmoita tästä alustan ylläpitäjälle.',
    en: '1 name cannot be read now: its key is missing. Tell whoever runs the platform.',
  },
  'people.unreadable.other': {
    nl: '{count} namen kunnen nu niet gelezen worden: de sleutels ontbreken. Meld dit aan wie het platform beheert.',
    fi: '{count} nimeä ei voi nyt lukea: avaimet puuttuvat. Ilmoita tästä alustan ylläpitäjälle.',
    en: '{count} names cannot be read now: their keys are missing. Tell whoever runs the platform.',
  },
  'people.newCard': {
    nl: 'Nieuwe kaart',
    fi: 'Uusi kortti',
    en: 'New card',
  },
  'people.arrived': {
    nl: 'Deze persoon is al bewaard, zoals je het eerst invulde. Alleen de kaart kwam niet aan: maak een nieuwe kaart in de lijst.',
    fi: 'Tämä henkilö on jo tallennettu sellaisena kuin hänet ensin kirjoitit. Vain kortti jäi saapumatta: tee listassa uusi kortti.',
    en: 'This person is already saved, as you first filled it in. Only the card did not arrive: make a new card in the list.',
  },
  'people.arrived.way': {
    nl: 'Naar de lijst',
    fi: 'Listaan',
    en: 'Go to the list',
  },
  'people.lastSignIn': {
    nl: 'Laatst aangemeld op {date}',
    fi: 'Kirjautui viimeksi {date}',
    en: 'Last signed in on {date}',
  },
  'people.fte': {
    nl: '{fte} VTE',
    fi: '{fte} htv',
    en: '{fte} FTE',
  },
  'people.noCard': {
    nl: 'Nog geen kaart',
    fi: 'Ei vielä korttia',
    en: 'No card yet',
  },
  'people.neverSignedIn': {
    nl: 'Nog niet aangemeld',
    fi: 'Ei ole vielä kirjautunut',
    en: 'Not signed in yet',
  },
  'people.card.ask.title': {
    nl: 'Nieuwe kaart voor {name}?',
    fi: 'Uusi kortti: {name}?',
    en: 'New card for {name}?',
  },
  'people.card.ask.text': {
    nl: 'De oude kaart werkt dan niet meer. Wie ermee aangemeld is, moet zich opnieuw aanmelden.',
    fi: 'Vanha kortti lakkaa toimimasta. Sillä kirjautuneen on kirjauduttava uudelleen.',
    en: 'The old card will stop working. Anyone signed in with it has to sign in again.',
  },
  'people.card.ask.yes': {
    nl: 'Maak nieuwe kaart',
    fi: 'Tee uusi kortti',
    en: 'Make a new card',
  },

  // Start card
  'card.title': {
    nl: 'Startkaart',
    fi: 'Aloituskortti',
    en: 'Start card',
  },
  'card.made': {
    nl: 'De kaart van {name} is klaar.',
    fi: 'Kortti on valmis: {name}.',
    en: 'The card of {name} is ready.',
  },
  'card.once': {
    nl: 'Je ziet deze kaart nu één keer. Druk ze af of geef ze meteen door. Kwijt? Maak dan een nieuwe kaart.',
    fi: 'Näet tämän kortin vain kerran, nyt. Tulosta se tai anna se heti. Jos kortti katoaa, tee uusi.',
    en: 'You see this card only once, now. Print it or hand it over right away. Lost? Then make a new card.',
  },
  'card.language': {
    nl: 'Taal van de kaart',
    fi: 'Kortin kieli',
    en: 'Language of the card',
  },
  'card.print': {
    nl: 'Druk kaart af',
    fi: 'Tulosta kortti',
    en: 'Print card',
  },
  'card.done': {
    nl: 'Klaar, sluit de kaart',
    fi: 'Valmis, sulje kortti',
    en: 'Done, close the card',
  },
  'card.line1': {
    nl: 'Scan de QR-code met je gsm.',
    fi: 'Skannaa QR-koodi puhelimellasi.',
    en: 'Scan the QR code with your phone.',
  },
  'card.line2': {
    nl: 'Of ga naar {site} en typ de code.',
    fi: 'Tai mene osoitteeseen {site} ja kirjoita koodi.',
    en: 'Or go to {site} and type the code.',
  },
  'card.line3': {
    nl: 'Geef je kaart aan niemand: ze is jouw sleutel.',
    fi: 'Älä anna korttia muille: se on sinun avaimesi.',
    en: 'Give your card to no one: it is your key.',
  },
  'card.qr': {
    nl: 'QR-code van deze kaart',
    fi: 'Tämän kortin QR-koodi',
    en: 'QR code of this card',
  },
});
export const t = words.t;
