import { dictionary } from '../../lib/sentences.ts';

/** Who asks, for a data protection officer who writes down what came by post. */
export const words = dictionary({
  'post.intro': {
    nl: 'Kwam er een vraag bij jou, met de post of in een gesprek? Zoek eerst wie het vraagt. Wie je vindt, leest dat jij de naam las.',
    fi: 'Saitko pyynnön postitse tai keskustelussa? Etsi ensin, kuka pyytää. Löytämäsi nuori näkee, että luit nimen.',
    en: 'Did a request come to you, by post or in a conversation? First find who asks. Whoever you find reads that you read the name.',
  },
  'post.name': { nl: 'Naam van de jongere', fi: 'Nuoren nimi', en: 'Name of the young person' },
  'post.search': { nl: 'Zoek', fi: 'Hae', en: 'Search' },
  'post.other': { nl: 'Kies iemand anders', fi: 'Valitse joku muu', en: 'Choose somebody else' },
  'post.new': { nl: 'Schrijf een vraag op', fi: 'Kirjaa pyyntö', en: 'Write down a request' },
});
export const t = words.t;
