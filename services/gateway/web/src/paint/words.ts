import { dictionary } from '../lib/sentences.ts';

/** What a page says of itself before any of its code runs. No browser loads these: they stand in the pages (scripts/paint.ts). */
export const pageWords = dictionary({
  description: {
    nl: 'Ontdek met korte oefeningen wat jij wil, wat jij kan en wie jou helpt. Kies zelf je coach.',
    fi: 'Ota lyhyiden tehtävien avulla selvää, mitä haluat, mitä osaat ja kuka sinua auttaa. Valitse itse valmentajasi.',
    en: 'Find out with short exercises what you want, what you can and who helps you. Choose your own coach.',
  },
  noScript: {
    nl: 'Start To Can werkt met JavaScript. Zet JavaScript aan in je browser en laad de pagina opnieuw.',
    fi: 'Start To Can tarvitsee JavaScriptin. Ota JavaScript käyttöön selaimessasi ja lataa sivu uudelleen.',
    en: 'Start To Can works with JavaScript. Turn JavaScript on in your browser and load the page again.',
  },
});
