import { dictionary } from '../../lib/sentences.ts';

/** A coach with one youth: steps and timeline. */
export const words = dictionary({
  'coach.chip.role': {
    nl: 'Jij bent nu: {role}',
    fi: 'Olet nyt: {role}',
    en: 'You are now: {role}',
  },
  'coach.chip.noRole': {
    nl: 'Jullie kozen nog geen rol',
    fi: 'Ette ole vielä valinneet roolia',
    en: 'You have not chosen a role together yet',
  },

  // Coach: a step
  'step.title': {
    nl: 'Wat deden jullie?',
    fi: 'Mitä teitte?',
    en: 'What did you do together?',
  },
  'step.category': {
    nl: 'Actie',
    fi: 'Toimi',
    en: 'Action',
  },
  'step.more': {
    nl: 'Meer acties',
    fi: 'Lisää toimia',
    en: 'More actions',
  },
  'step.minutes': {
    nl: 'Hoe lang (minuten)',
    fi: 'Kuinka kauan (minuuttia)',
    en: 'How long (minutes)',
  },
  'step.minutes.other': {
    nl: 'Andere',
    fi: 'Muu',
    en: 'Other',
  },
  'step.minutes.own': {
    nl: 'Aantal minuten',
    fi: 'Minuuttien määrä',
    en: 'Number of minutes',
  },
  'step.place': {
    nl: 'Waar',
    fi: 'Missä',
    en: 'Where',
  },
  'step.channel': {
    nl: 'Hoe',
    fi: 'Miten',
    en: 'How',
  },
  'step.role': {
    nl: 'Jouw rol',
    fi: 'Sinun roolisi',
    en: 'Your role',
  },
  'step.role.hint': {
    nl: 'De jongere ziet deze rol. Kies ze samen.',
    fi: 'Nuori näkee tämän roolin. Valitkaa se yhdessä.',
    en: 'The young person sees this role. Choose it together.',
  },
  'step.coachingStep': {
    nl: 'Waar ging het over?',
    fi: 'Mistä puhuitte?',
    en: 'What was it about?',
  },
  'step.mode': {
    nl: 'Met wie',
    fi: 'Kenen kanssa',
    en: 'With whom',
  },
  'step.date': {
    nl: 'Wanneer',
    fi: 'Milloin',
    en: 'When',
  },
  'step.note': {
    nl: 'Wat ging goed? ({name} kan dit lezen)',
    fi: 'Mikä meni hyvin? ({name} voi lukea tämän)',
    en: 'What went well? ({name} can read this)',
  },
  'step.note.count': {
    nl: '{n} / {max} tekens',
    fi: '{n} / {max} merkkiä',
    en: '{n} / {max} characters',
  },
  'step.change': {
    nl: 'Pas aan',
    fi: 'Muuta',
    en: 'Change',
  },
  'step.change.label': {
    nl: 'Pas aan: waarover, jouw rol, waar, hoe, met wie en wanneer',
    fi: 'Muuta: mistä, sinun roolisi, missä, miten, kenen kanssa ja milloin',
    en: 'Change: what about, your role, where, how, with whom and when',
  },
  'step.less': {
    nl: 'Minder tonen',
    fi: 'Näytä vähemmän',
    en: 'Show less',
  },
  'step.afterCare': {
    nl: 'Nazorg noteren',
    fi: 'Kirjaa jatkotuki',
    en: 'Write down after-care',
  },
  'step.save': {
    nl: 'Bewaar stap',
    fi: 'Tallenna askel',
    en: 'Save step',
  },
  'step.saved': {
    nl: 'Stap bewaard bij {name}.',
    fi: 'Askel tallennettu: {name}.',
    en: 'Step saved for {name}.',
  },
  'step.undo': {
    nl: 'Ongedaan maken',
    fi: 'Kumoa',
    en: 'Undo',
  },
  'step.undone': {
    nl: 'Stap ingetrokken. Hij telt niet meer mee, maar blijft leesbaar.',
    fi: 'Askel peruttu. Sitä ei enää lasketa, mutta se näkyy yhä.',
    en: 'Step withdrawn. It no longer counts, but stays readable.',
  },

  // Timeline
  'timeline.title': {
    nl: 'Tijdlijn',
    fi: 'Aikajana',
    en: 'Timeline',
  },
  'timeline.empty': {
    nl: 'Nog geen stappen. Bewaar hierboven wat jullie de eerste keer deden.',
    fi: 'Ei vielä askelia. Tallenna yllä, mitä teitte ensimmäisellä kerralla.',
    en: 'No steps yet. Save above what you did the first time.',
  },
  'timeline.intake': {
    nl: 'De intake van {name} is opgeschreven',
    fi: 'Alkutiedot kirjattiin: {name}',
    en: 'The intake of {name} was written down',
  },
  'timeline.populationChanged': {
    nl: '{name} is nu bij: {population}',
    fi: '{name} kuuluu nyt ryhmään: {population}',
    en: '{name} now belongs to: {population}',
  },
  'timeline.registered': {
    nl: '{name} begon bij Start To Can',
    fi: '{name} aloitti Start To Canissa',
    en: '{name} started with Start To Can',
  },
  'timeline.coachChosen': {
    nl: '{name} koos {coach} als coach',
    fi: '{name} valitsi valmentajan: {coach}',
    en: '{name} chose {coach} as coach',
  },
  'timeline.coachChosen.you': {
    nl: '{name} koos jou als coach',
    fi: '{name} valitsi sinut valmentajaksi',
    en: '{name} chose you as coach',
  },
  'timeline.step.one': {
    nl: '{category}, 1 minuut',
    fi: '{category}, 1 minuutti',
    en: '{category}, 1 minute',
  },
  'timeline.step.other': {
    nl: '{category}, {count} minuten',
    fi: '{category}, {count} minuuttia',
    en: '{category}, {count} minutes',
  },
  'timeline.exerciseCompleted': {
    nl: '{name} deed de oefening “{title}”',
    fi: '{name} teki tehtävän ”{title}”',
    en: '{name} did the exercise “{title}”',
  },
  'timeline.avatarChosen': {
    nl: '{name} koos een figuurtje',
    fi: '{name} valitsi hahmon',
    en: '{name} chose a character',
  },
  'timeline.closed': {
    nl: 'Het traject is afgesloten',
    fi: 'Polku on päättynyt',
    en: 'The trajectory is closed',
  },
  'timeline.by': {
    nl: 'door {name}',
    fi: 'tallentaja {name}',
    en: 'by {name}',
  },
  'timeline.recorded': {
    nl: 'bewaard op {date}',
    fi: 'tallennettu {date}',
    en: 'saved on {date}',
  },
  'timeline.version': {
    nl: '{name} vertelt het zo ({date}):',
    fi: 'Nuoren oma versio ({name}, {date}):',
    en: '{name} tells it like this ({date}):',
  },
  'timeline.withdrawn': {
    nl: 'ingetrokken',
    fi: 'peruttu',
    en: 'withdrawn',
  },
  'timeline.withdrawing': {
    nl: 'wordt ingetrokken zodra er verbinding is',
    fi: 'perutaan, kun yhteys palaa',
    en: 'will be withdrawn once there is a connection',
  },
  'timeline.withdraw': {
    nl: 'Trek deze stap in',
    fi: 'Peru tämä askel',
    en: 'Withdraw this step',
  },
  'timeline.more': {
    nl: 'Meer bij deze stap',
    fi: 'Lisää tästä askeleesta',
    en: 'More about this step',
  },
  'timeline.withdraw.ask': {
    nl: 'Deze stap intrekken? Hij telt dan niet meer mee. De jongere ziet dat hij ingetrokken is.',
    fi: 'Perutaanko tämä askel? Sitä ei enää lasketa. Nuori näkee, että se on peruttu.',
    en: 'Withdraw this step? It will no longer count. The young person sees that it was withdrawn.',
  },
  'timeline.withdraw.yes': {
    nl: 'Ja, trek in',
    fi: 'Kyllä, peru',
    en: 'Yes, withdraw',
  },
  'timeline.withdraw.no': {
    nl: 'Nee, laat staan',
    fi: 'Ei, säilytä',
    en: 'No, keep it',
  },

  // What waits to be sent
  'step.waits': {
    nl: 'Geen verbinding. De stap staat bij wat nog verstuurd wordt.',
    fi: 'Ei yhteyttä. Askel on lähetystä odottavien joukossa.',
    en: 'No connection. The step is with what is still to be sent.',
  },
});
export const t = words.t;
