import { dictionary } from '../../lib/sentences.ts';

/** What somebody is told who had data that was corrected, erased or restricted (GDPR Art. 19). */
export const words = dictionary({
  'notices.title': { nl: 'Hiervan had jij gegevens', fi: 'Sinulla oli näitä tietoja', en: 'You had this data' },
  'notice.rectification': {
    nl: 'De gegevens van {name} zijn verbeterd op {date}. Gebruik geen kopie van ervoor, en vernietig wat je afdrukte.',
    fi: 'Henkilön {name} tietoja on korjattu {date}. Älä käytä aiempia kopioita, ja hävitä tulosteet.',
    en: 'The data of {name} was corrected on {date}. Do not use a copy from before, and destroy what you printed.',
  },
  'notice.erasure': {
    nl: 'Alles over een jongere is gewist op {date}. Wie dat was, zeggen we niet meer. Gebruik geen kopie over wie je hier niet meer vindt, en vernietig wat je daarover afdrukte.',
    fi: 'Kaikki yhden nuoren tiedot on poistettu {date}. Emme enää kerro, kuka hän oli. Älä käytä kopioita henkilöstä, jota et enää löydä täältä, ja hävitä häntä koskevat tulosteet.',
    en: 'Everything about a young person was erased on {date}. Who it was, we no longer say. Do not use a copy about anybody whom you no longer find here, and destroy what you printed about them.',
  },
  'notice.restriction': {
    nl: 'De gegevens van {name} worden niet gebruikt sinds {date}. Gebruik dus ook geen kopie, en leg weg wat je afdrukte tot het weer mag.',
    fi: 'Henkilön {name} tietoja ei käytetä {date} alkaen. Älä siis käytä kopioitakaan, ja pane tulosteet talteen, kunnes käyttö on taas sallittu.',
    en: 'The data of {name} is not used since {date}. So do not use a copy either, and put away what you printed until it may be used again.',
  },
  'notice.somebody': { nl: 'een jongere', fi: 'nuori', en: 'a young person' },
  'notice.done': { nl: 'Gezien en gedaan', fi: 'Luettu ja tehty', en: 'Seen and done' },
  'notice.thanks': { nl: 'Genoteerd: gezien en gedaan.', fi: 'Kirjattu: luettu ja tehty.', en: 'Noted: seen and done.' },
  'notices.more': { nl: 'Toon meer', fi: 'Näytä lisää', en: 'Show more' },
});
export const t = words.t;
