import { dictionary } from '../../lib/sentences.ts';

/** What a data protection officer advises on a request. */
export const words = dictionary({
  'advice.title': {
    nl: 'Advies van de functionaris voor gegevensbescherming',
    fi: 'Tietosuojavastaavan neuvo',
    en: 'Advice of the data protection officer',
  },
  'advice.gone': { nl: 'Niet meer te lezen.', fi: 'Ei enää luettavissa.', en: 'It cannot be read any more.' },
  'advice.means': {
    nl: 'Je advies gaat naar wie het centrum leidt, en die beslist. De jongere leest het zodra de vraag beantwoord is.',
    fi: 'Neuvosi menee keskuksen johtajalle, joka päättää asiasta. Nuori lukee sen, kun pyyntöön on vastattu.',
    en: 'Your advice goes to who leads the centre, who decides. The young person reads it once the request is answered.',
  },
  'advice.words': { nl: 'Jouw advies', fi: 'Neuvosi', en: 'Your advice' },
  'advice.save': { nl: 'Geef dit advies', fi: 'Anna tämä neuvo', en: 'Give this advice' },
  'advice.done': { nl: 'Je advies staat nu bij de vraag.', fi: 'Neuvosi näkyy nyt pyynnön yhteydessä.', en: 'Your advice now stands with the request.' },
});
export const t = words.t;
