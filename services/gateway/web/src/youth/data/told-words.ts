import { dictionary } from '../../lib/sentences.ts';

/** Who else knows what was put right, erased or stopped; and that data will be used again. */
export const words = dictionary({
  'told.title': { nl: 'Wie dit ook weet', fi: 'Kuka tästä myös tietää', en: 'Who else knows this' },
  'told.nobody': { nl: 'Niemand anders had deze gegevens.', fi: 'Kenelläkään muulla ei ollut näitä tietoja.', en: 'Nobody else had this data.' },
  'told.coach': { nl: '{name}, coach', fi: '{name}, valmentaja', en: '{name}, coach' },
  'told.lead': { nl: '{name}, leidt je centrum', fi: '{name}, johtaa keskusta', en: '{name}, leads your centre' },
  'told.officer': {
    nl: '{name}, functionaris voor gegevensbescherming',
    fi: '{name}, tietosuojavastaava',
    en: '{name}, data protection officer',
  },
  'told.somebody': { nl: 'Iemand van je centrum', fi: 'Joku keskuksesta', en: 'Somebody of your centre' },
  'told.on': { nl: '{who}, op {date}', fi: '{who}, {date}', en: '{who}, on {date}' },
  'recipient.school': { nl: 'Een school', fi: 'Koulu', en: 'A school' },
  'recipient.authority': { nl: 'Een overheid', fi: 'Viranomainen', en: 'An authority' },
  'recipient.otherCentre': { nl: 'Een ander centrum', fi: 'Toinen keskus', en: 'Another centre' },
  'recipient.employer': { nl: 'Een werkgever', fi: 'Työnantaja', en: 'An employer' },
  'recipient.care': { nl: 'Zorg of andere hulp', fi: 'Hoito tai muu tuki', en: 'Care or other help' },

  'announced.title': { nl: 'Je gegevens worden weer gebruikt', fi: 'Tietojasi aletaan taas käyttää', en: 'Your data will be used again' },
  'announced.when': {
    nl: 'Dat begint ten vroegste als je dit las, of op {date}. Dit is waarom:',
    fi: 'Se alkaa aikaisintaan, kun olet lukenut tämän, tai {date}. Syy on tämä:',
    en: 'That begins at the earliest once you read this, or on {date}. This is why:',
  },
  'announced.because.personAgreed': { nl: 'Je vindt dat goed.', fi: 'Suostut siihen.', en: 'You agree to that.' },
  'announced.because.settled': { nl: 'Wat niet zeker was, is uitgezocht.', fi: 'Epäselvä asia on selvitetty.', en: 'What was not sure is sorted out.' },
  'announced.because.legalClaims': {
    nl: 'Ze zijn nodig om iets te bewijzen, bijvoorbeeld voor een rechter.',
    fi: 'Niitä tarvitaan todisteeksi, esimerkiksi tuomioistuimessa.',
    en: 'It is needed to prove something, for example in court.',
  },
  'announced.because.rightsOfOthers': {
    nl: 'Ze zijn nodig om iemand anders te beschermen.',
    fi: 'Niitä tarvitaan toisen ihmisen suojaamiseen.',
    en: 'It is needed to protect somebody else.',
  },
  'announced.because.publicInterest': {
    nl: 'Ze zijn nodig voor iets dat voor iedereen belangrijk is.',
    fi: 'Niitä tarvitaan asiaan, joka on tärkeä kaikille.',
    en: 'It is needed for something that is important to everybody.',
  },
  'announced.disagree': {
    nl: 'Ben je het niet eens? Zeg het aan je centrum, of dien een klacht in.',
    fi: 'Etkö ole samaa mieltä? Kerro se keskukselle tai tee valitus.',
    en: 'Do you not agree? Tell your centre, or complain.',
  },
  'announced.read': { nl: 'Ik heb dit gelezen', fi: 'Olen lukenut tämän', en: 'I have read this' },
  'announced.thanks': { nl: 'Je centrum weet dat je dit las.', fi: 'Keskus tietää, että luit tämän.', en: 'Your centre knows that you read this.' },
});
export const t = words.t;
