import { dictionary } from '../../lib/sentences.ts';

/** How long data of a youth is kept, in plain words. */
export const words = dictionary({
  'until.title': { nl: 'Hoe lang we dit bewaren', fi: 'Kuinka kauan säilytämme tietoja', en: 'How long we keep this' },
  'until.day': { nl: 'Alles over jou wordt bewaard tot {date}.', fi: 'Kaikki tietosi säilytetään {date} asti.', en: 'Everything about you is kept until {date}.' },
  'until.since.contact': {
    nl: 'We tellen van {date}: toen was je hier het laatst, of had je het laatst contact met je coach. Kom je terug, dan tellen we opnieuw.',
    fi: 'Laskemme päivästä {date}: silloin kävit täällä viimeksi tai olit viimeksi yhteydessä valmentajaasi. Jos palaat, laskemme uudelleen.',
    en: 'We count from {date}: that is when you were here last, or had contact with your coach. When you come back, we count anew.',
  },
  'until.since.registered': {
    nl: 'We tellen van {date}: toen werd je ingeschreven, of was je hier het laatst. Begin je met een coach of een oefening, dan bewaren we het langer.',
    fi: 'Laskemme päivästä {date}: silloin sinut kirjattiin tai kävit täällä viimeksi. Jos aloitat valmentajan kanssa tai teet tehtävän, säilytämme tiedot pidempään.',
    en: 'We count from {date}: that is when you were registered, or were here last. When you begin with a coach or an exercise, we keep it longer.',
  },
  'until.then': {
    nl: 'Daarna wissen we alles. Niemand kan het dan nog lezen. Wil je dat vroeger? Vraag het hieronder.',
    fi: 'Sen jälkeen poistamme kaiken. Kukaan ei voi enää lukea tietoja. Haluatko, että poistamme ne aiemmin? Pyydä sitä alla.',
    en: 'After that we erase everything. Nobody can read it then. Do you want that earlier? Ask for it below.',
  },
  'until.hold.legalClaim': {
    nl: 'Je gegevens moeten nu blijven, ook als de tijd om is. Ze zijn nodig voor een rechtszaak.',
    fi: 'Tietojesi on nyt säilyttävä, vaikka aika päättyisi. Niitä tarvitaan oikeusasiaan.',
    en: 'Your data has to stay now, also when the time is up. It is needed for a case in court.',
  },
  'until.hold.authority': {
    nl: 'Je gegevens moeten nu blijven, ook als de tijd om is. De overheid of een rechter kijkt iets na.',
    fi: 'Tietojesi on nyt säilyttävä, vaikka aika päättyisi. Viranomainen tai tuomioistuin tutkii asiaa.',
    en: 'Your data has to stay now, also when the time is up. The authorities or a judge look into something.',
  },
  'until.hold.fundsAudit': {
    nl: 'Je gegevens moeten nu blijven, ook als de tijd om is. Europa betaalde mee en mag dat nakijken.',
    fi: 'Tietojesi on nyt säilyttävä, vaikka aika päättyisi. EU oli mukana maksamassa ja saa tarkistaa sen.',
    en: 'Your data has to stay now, also when the time is up. Europe paid a part and may check that.',
  },
  'until.hold.day': { nl: 'Dat duurt tot {date}.', fi: 'Tämä kestää {date} asti.', en: 'That lasts until {date}.' },
  'until.hold.open': {
    nl: 'We weten nog niet hoe lang. Vraag het gerust aan wie je centrum leidt.',
    fi: 'Emme tiedä vielä, kuinka kauan. Voit kysyä asiasta keskuksen johtajalta.',
    en: 'We do not know yet how long. Feel free to ask who leads your centre.',
  },
});
export const t = words.t;
