import { dictionary } from '../../lib/sentences.ts';

/** Who is told that data was corrected, erased or restricted (GDPR Art. 19), and that a restriction will end (Art. 18(3)). */
export const words = dictionary({
  'told.title': { nl: 'Wie dit ook weet', fi: 'Kenelle siitä on kerrottu', en: 'Who is told of this' },
  'told.since': {
    nl: 'Wie van het centrum deze gegevens had, leest sinds {date} dat ze veranderd zijn.',
    fi: 'Ne keskuksen työntekijät, joilla oli näitä tietoja, ovat lukeneet muutoksesta {date} alkaen.',
    en: 'Since {date}, those of the centre who had this data read that it changed.',
  },
  'told.nobody': { nl: 'Niemand anders van het centrum had deze gegevens.', fi: 'Kenelläkään muulla keskuksessa ei ollut näitä tietoja.', en: 'Nobody else of the centre had this data.' },
  'told.done': { nl: 'gezien en gedaan op {date}', fi: 'luettu ja tehty {date}', en: 'seen and done on {date}' },
  'told.waits': { nl: 'nog niet gezien', fi: 'ei vielä luettu', en: 'not seen yet' },
  'told.late': { nl: 'na zeven dagen nog niet gezien', fi: 'ei luettu seitsemän päivän jälkeenkään', en: 'not seen after seven days' },
  'told.on': { nl: 'gezegd op {date}', fi: 'kerrottu {date}', en: 'told on {date}' },
  'outside.title': { nl: 'Buiten het centrum', fi: 'Keskuksen ulkopuolella', en: 'Outside the centre' },
  'outside.means': {
    nl: 'Gaf iemand deze gegevens op papier door? Zeg daar wat er veranderde, en schrijf het hier op.',
    fi: 'Onko näitä tietoja annettu jollekulle paperilla? Kerro muutoksesta sinne ja kirjaa se tähän.',
    en: 'Did somebody hand this data on, on paper? Tell them what changed, and write it down here.',
  },
  'outside.add': { nl: 'Schrijf op aan wie je het zei', fi: 'Kirjaa, kenelle kerroit', en: 'Write down whom you told' },
  'outside.who': { nl: 'Aan wie?', fi: 'Kenelle?', en: 'Whom?' },
  'outside.on': { nl: 'Op welke dag?', fi: 'Minä päivänä?', en: 'On which day?' },
  'outside.name': { nl: 'Naam', fi: 'Nimi', en: 'Name' },
  'outside.name.hint': { nl: 'Alleen als het nodig is om te weten wie.', fi: 'Vain jos on tarpeen tietää, kuka.', en: 'Only where one has to know who.' },
  'outside.save': { nl: 'Schrijf dit op', fi: 'Kirjaa tämä', en: 'Write this down' },
  'outside.saved': { nl: 'Opgeschreven. De jongere leest het ook.', fi: 'Kirjattu. Myös nuori lukee sen.', en: 'Written down. The young person reads it too.' },
  'outside.savedErased': { nl: 'Opgeschreven.', fi: 'Kirjattu.', en: 'Written down.' },
  'recipient.school': { nl: 'Een school', fi: 'Koulu', en: 'A school' },
  'recipient.authority': { nl: 'Een overheid', fi: 'Viranomainen', en: 'An authority' },
  'recipient.otherCentre': { nl: 'Een ander centrum', fi: 'Toinen keskus', en: 'Another centre' },
  'recipient.employer': { nl: 'Een werkgever', fi: 'Työnantaja', en: 'An employer' },
  'recipient.care': { nl: 'Zorg of andere hulp', fi: 'Hoito tai muu tuki', en: 'Care or other help' },

  // Before data is used again
  'announce.means': {
    nl: 'Zeg de jongere eerst dat je de gegevens weer gaat gebruiken, en waarom: dat vraagt de AVG, artikel 18(3). De jongere leest het onder “Mijn gegevens”. Daarna kan je ze weer gebruiken: zodra de jongere het las, of na zeven dagen.',
    fi: 'Kerro nuorelle ensin, että tietoja aletaan taas käyttää, ja miksi: sitä vaatii tietosuoja-asetuksen artikla 18(3). Nuori lukee sen kohdasta ”Omat tietoni”. Voit ottaa tiedot käyttöön, kun nuori on lukenut sen, tai seitsemän päivän jälkeen.',
    en: 'First tell the young person that you will use the data again, and why: the GDPR asks for that, article 18(3). The young person reads it under “My data”. After that you can use it again: once the young person read it, or after seven days.',
  },
  'announce.save': { nl: 'Zeg het de jongere', fi: 'Kerro nuorelle', en: 'Tell the young person' },
  'announce.done': { nl: 'De jongere kan het nu lezen.', fi: 'Nuori voi nyt lukea sen.', en: 'The young person can read it now.' },
  'announced.on': { nl: 'Gezegd op {date}: {why}', fi: 'Kerrottu {date}: {why}', en: 'Told on {date}: {why}' },
  'announced.seen': { nl: 'De jongere las dit op {date}.', fi: 'Nuori luki tämän {date}.', en: 'The young person read this on {date}.' },
  'announced.waits': {
    nl: 'De jongere las dit nog niet. Zodra dat zo is, of vanaf {date}, kan je de gegevens weer gebruiken.',
    fi: 'Nuori ei ole vielä lukenut tätä. Voit ottaa tiedot käyttöön, kun hän on lukenut sen, tai {date} alkaen.',
    en: 'The young person has not read this yet. Once that is so, or from {date} on, you can use the data again.',
  },
  'announced.over': {
    nl: 'De jongere las dit niet, en had er zeven dagen voor.',
    fi: 'Nuori ei lukenut tätä, vaikka aikaa oli seitsemän päivää.',
    en: 'The young person did not read this, and had seven days to.',
  },
  'announced.other': { nl: 'Zeg een andere reden', fi: 'Kerro toinen syy', en: 'Tell another reason' },
});
export const t = words.t;
