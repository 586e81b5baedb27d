import { dictionary } from '../../lib/sentences.ts';

/** What a youth shares with the coach. */
export const words = dictionary({
  'shared.title': { nl: 'Wat {name} met je deelt', fi: 'Mitä {name} jakaa sinulle', en: 'What {name} shares with you' },
  'shared.none': {
    nl: '{name} deelt nu niets uit de oefeningen met jou, en dat is goed. Je ziet wel welke oefeningen klaar zijn.',
    fi: '{name} ei nyt jaa sinulle mitään tehtävistä, ja se on ihan hyvä. Näet silti, mitkä tehtävät on tehty.',
    en: '{name} shares nothing of the exercises with you now, and that is fine. You do see which exercises are done.',
  },
  'shared.domains': {
    nl: 'Je leest alleen wat gedeeld is: {what}',
    fi: 'Luet vain, mitä on jaettu: {what}',
    en: 'You read only what is shared: {what}',
  },
  'shared.empty': { nl: 'Daar is nog niets ingevuld.', fi: 'Siellä ei ole vielä mitään.', en: 'Nothing is filled in there yet.' },
  'shared.want': { nl: 'Wil', fi: 'Haluaa', en: 'Wants' },
  'shared.can': { nl: 'Kan', fi: 'Osaa', en: 'Can do' },
  'shared.who': { nl: 'Krijgt hulp van', fi: 'Saa apua', en: 'Gets help from' },
  'shared.own': { nl: 'in eigen woorden', fi: 'omin sanoin', en: 'in their own words' },
  'shared.since': {
    nl: 'Je leest wat is opgeschreven sinds {name} jou koos als coach, op {date}. De tijd van een vorige coach is niet gedeeld.',
    fi: 'Luet, mitä on kirjoitettu siitä lähtien, kun {name} valitsi sinut valmentajaksi ({date}). Aiemman valmentajan aikaa ei ole jaettu.',
    en: 'You read what was written down since {name} chose you as coach, on {date}. The time of an earlier coach is not shared.',
  },
});
export const t = words.t;
