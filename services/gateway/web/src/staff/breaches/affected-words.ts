import { dictionary } from '../../lib/sentences.ts';

/** Whose data a breach is about. */
export const words = dictionary({
  'affected.title': { nl: 'Over wie gaat het?', fi: 'Ketä asia koskee?', en: 'Whose data is it?' },
  'affected.intro': {
    nl: 'De jongeren van wie gegevens gelezen of gewijzigd zijn in deze periode, uit het logboek. Wat iemand tot een kwartier eerder las, telt mee: hetzelfde binnen een kwartier staat er één keer.',
    fi: 'Nuoret, joiden tietoja on luettu tai muutettu tällä ajanjaksolla, lokin mukaan. Enintään vartti aiemmin luettu lasketaan mukaan: sama vartin sisällä on lokissa kerran.',
    en: 'The young people whose data was read or changed in this period, from the log. What was read up to a quarter of an hour before counts: the same within a quarter of an hour stands there once.',
  },
  'affected.limits': {
    nl: 'Wat buiten het platform gebeurde, zoals met papier, staat hier niet.',
    fi: 'Palvelun ulkopuoliset tapahtumat, kuten paperit, eivät näy täällä.',
    en: 'What happened outside the platform, as with paper, does not stand here.',
  },
  'affected.filters': { nl: 'Door wie en wanneer', fi: 'Kuka ja milloin', en: 'By whom and when' },
  'affected.reader': { nl: 'Gelezen door', fi: 'Lukija', en: 'Read by' },
  'affected.role': { nl: 'In welke rol', fi: 'Missä roolissa', en: 'In which role' },
  'affected.anybody': { nl: 'Iedereen', fi: 'Kaikki', en: 'Anybody' },
  'affected.youth': { nl: 'Jongeren', fi: 'Nuoret', en: 'Young people' },
  'affected.coach': { nl: 'Coaches', fi: 'Valmentajat', en: 'Coaches' },
  'affected.lead': { nl: 'Leiding', fi: 'Johto', en: 'Leads' },
  'affected.from': { nl: 'Van', fi: 'Alkaen', en: 'From' },
  'affected.until': { nl: 'Tot', fi: 'Asti', en: 'Until' },
  'affected.until.hint': { nl: 'Leeg: tot nu.', fi: 'Tyhjä: tähän hetkeen asti.', en: 'Empty: until now.' },
  'affected.search': { nl: 'Zoek op naam', fi: 'Hae nimellä', en: 'Search by name' },
  'affected.count.one': { nl: '{count} jongere', fi: '{count} nuori', en: '{count} young person' },
  'affected.count.other': { nl: '{count} jongeren', fi: '{count} nuorta', en: '{count} young people' },
  'affected.none.title': { nl: 'Niemand', fi: 'Ei ketään', en: 'Nobody' },
  'affected.none.text': {
    nl: 'In deze periode las of wijzigde niemand iets van een jongere met deze keuzes.',
    fi: 'Näillä valinnoilla kukaan ei lukenut tai muuttanut nuoren tietoja tällä ajanjaksolla.',
    en: 'With these choices nobody read or changed anything of a young person in this period.',
  },
  'affected.own': { nl: 'Het gaat over het eigen toestel, de eigen kaart of account.', fi: 'Kyse on omasta laitteesta, kortista tai tilistä.', en: 'It is about the own device, card or account.' },
});
export const t = words.t;
