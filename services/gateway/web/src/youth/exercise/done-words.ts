import { dictionary } from '../../lib/sentences.ts';

/** After an exercise: what was chosen, and what changed in the town. */
export const words = dictionary({
  'done.title': {
    nl: 'Je bent klaar in {domain}',
    fi: '{domain}: tehtävä on valmis',
    en: 'You are done in {domain}',
  },
  'done.lead': {
    nl: 'Dit koos jij: {choices}.',
    fi: 'Valitsit nämä: {choices}.',
    en: 'This is what you chose: {choices}.',
  },
  'done.kept': {
    nl: 'Ze staan nu bij Ik. Alleen jij kan ze zien.',
    fi: 'Löydät ne kohdasta Minä. Vain sinä näet ne.',
    en: 'You find them under Me. Only you can see them.',
  },
  'done.before': {
    nl: 'Dit koos je op {date}.',
    fi: 'Valitsit nämä {date}.',
    en: 'You chose this on {date}.',
  },
  'done.overview': {
    nl: 'Bekijk mijn overzicht',
    fi: 'Katso yhteenvetoni',
    en: 'See my overview',
  },
  'done.again': {
    nl: 'Doe de oefening opnieuw',
    fi: 'Tee tehtävä uudelleen',
    en: 'Do the exercise again',
  },
  'find.housing': {
    nl: 'Op de kaart branden nu lampen in Wonen. Er loopt een kat rond.',
    fi: 'Kartalla Asumisen ikkunoissa on nyt valot. Siellä kulkee kissa.',
    en: 'On the map the lights are now on in Housing. A cat walks around.',
  },
  'find.relationships': {
    nl: 'Op de kaart hangen nu lichtjes bij Relaties. Er kwam een hond bij.',
    fi: 'Kartalla Ihmissuhteissa on nyt pieniä valoja. Paikalle tuli koira.',
    en: 'On the map little lights now hang at Relationships. A dog came along.',
  },
  'find.health': {
    nl: 'Op de kaart brandt nu licht in Gezondheid. Er zwemmen eenden op de rivier.',
    fi: 'Kartalla Terveyden ikkunoissa on nyt valot. Joella ui sorsia.',
    en: 'On the map the light is now on in Health. Ducks swim on the river.',
  },
  'find.finances': {
    nl: 'Op de kaart is de winkel bij Geld nu open. Er staat een fiets.',
    fi: 'Kartalla Raha-alueen kauppa on nyt auki. Siellä on pyörä.',
    en: 'On the map the shop at Money is now open. There is a bike.',
  },
  'find.learning': {
    nl: 'Op de kaart brandt nu licht in de school. Er hangt een vlieger in de lucht.',
    fi: 'Kartalla koulussa on nyt valot. Taivaalla lentää leija.',
    en: 'On the map the light is now on in the school. A kite is in the air.',
  },
  'find.leisure': {
    nl: 'Op de kaart brandt het reuzenrad nu. Er vliegt een luchtballon.',
    fi: 'Kartalla maailmanpyörässä on nyt valot. Taivaalla lentää kuumailmapallo.',
    en: 'On the map the big wheel is now lit. A hot-air balloon flies by.',
  },
  'find.work': {
    nl: 'Op de kaart brandt nu licht in Werk. Er rijdt een tram.',
    fi: 'Kartalla Työn ikkunoissa on nyt valot. Siellä kulkee raitiovaunu.',
    en: 'On the map the light is now on in Work. A tram drives by.',
  },
});
export const t = words.t;
