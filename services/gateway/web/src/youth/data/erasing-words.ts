import { dictionary } from '../../lib/sentences.ts';

/** What a youth answered, and how it is erased. */
export const words = dictionary({
  'answers.title': { nl: 'Wat ik antwoordde', fi: 'Mitä vastasin', en: 'What I answered' },
  'answers.lead': {
    nl: 'Dit is van jou. Je mag het wissen, ook één oefening. Je hoeft dat aan niemand te vragen.',
    fi: 'Nämä ovat sinun. Saat poistaa ne, myös yhden tehtävän. Sinun ei tarvitse pyytää lupaa.',
    en: 'This is yours. You may erase it, also one exercise. You do not have to ask anybody.',
  },
  'answers.overview': { nl: 'Lees wat je ontdekte', fi: 'Lue, mitä sait selville', en: 'Read what you found out' },
  'answers.done': { nl: 'Af op {date}', fi: 'Valmis {date}', en: 'Finished on {date}' },
  'answers.open': { nl: 'Begonnen op {date}', fi: 'Aloitettu {date}', en: 'Begun on {date}' },
  'answers.waiting': {
    nl: 'Dit wordt nog bewaard. Daarna kan je het wissen.',
    fi: 'Tätä tallennetaan vielä. Sen jälkeen voit poistaa sen.',
    en: 'This is still being saved. After that you can erase it.',
  },
  'answers.erase': { nl: 'Wis', fi: 'Poista', en: 'Erase' },
  'answers.eraseAll': { nl: 'Wis alles wat ik antwoordde', fi: 'Poista kaikki vastaukseni', en: 'Erase everything I answered' },
  'answers.empty': { nl: 'Er is niets van jou bewaard.', fi: 'Vastauksiasi ei ole tallennettu.', en: 'Nothing that you answered is kept.' },
  'answers.more': { nl: 'Toon meer', fi: 'Näytä lisää', en: 'Show more' },

  'erase.these': { nl: 'Deze antwoorden wissen?', fi: 'Poistetaanko nämä vastaukset?', en: 'Erase these answers?' },
  'erase.all': { nl: 'Alle antwoorden wissen?', fi: 'Poistetaanko kaikki vastaukset?', en: 'Erase all answers?' },
  'erase.what': {
    nl: 'Wat je antwoordde, is dan weg. Voor jou en voor je coach. Niemand kan het terughalen.',
    fi: 'Vastauksesi häviävät. Sinulta ja valmentajaltasi. Kukaan ei voi palauttaa niitä.',
    en: 'What you answered is gone then. For you and for your coach. Nobody can bring it back.',
  },
  'erase.stays': {
    nl: 'Wat je coach opschreef, blijft. Je kan de oefening opnieuw doen.',
    fi: 'Valmentajasi muistiinpanot säilyvät. Voit tehdä tehtävän uudelleen.',
    en: 'What your coach wrote down stays. You can do the exercise again.',
  },
  'erase.no': { nl: 'Nee, bewaar het', fi: 'Ei, säilytä', en: 'No, keep it' },
  'erase.yes': { nl: 'Ja, wis het', fi: 'Kyllä, poista', en: 'Yes, erase it' },
  'erase.done': { nl: 'Het is gewist.', fi: 'Se on poistettu.', en: 'It is erased.' },
});
export const t = words.t;
