import { dictionary } from '../../lib/sentences.ts';

/** A coach: caseload, steps, timeline. */
export const words = dictionary({
  // Coach: caseload
  'coach.title': {
    nl: 'Mijn jongeren',
    fi: 'Omat nuoret',
    en: 'My young people',
  },
  'coach.caseload': {
    nl: '{count}/{limit}',
    fi: '{count}/{limit}',
    en: '{count}/{limit}',
  },
  'coach.caseload.label.one': {
    nl: '{taken} van 1 plaats',
    fi: '{taken} / 1 paikka',
    en: '{taken} of 1 place',
  },
  'coach.caseload.label.other': {
    nl: '{taken} van {count} plaatsen',
    fi: '{taken} / {count} paikkaa',
    en: '{taken} of {count} places',
  },
  'coach.caseload.over.other': {
    nl: 'Je begeleidt {count} jongeren meer dan de grens van {limit}. Bespreek dit met je centrumleider: nieuwe jongeren kunnen jou nu niet kiezen.',
    fi: 'Sinulla on {count} nuorta yli rajan ({limit}). Puhu keskuksen johtajan kanssa: uudet nuoret eivät voi nyt valita sinua.',
    en: 'You coach {count} young people over the limit of {limit}. Talk to your centre lead: new young people cannot choose you now.',
  },
  'coach.caseload.over.one': {
    nl: 'Je begeleidt 1 jongere meer dan de grens van {limit}. Bespreek dit met je centrumleider: nieuwe jongeren kunnen jou nu niet kiezen.',
    fi: 'Sinulla on 1 nuori yli rajan ({limit}). Puhu keskuksen johtajan kanssa: uudet nuoret eivät voi nyt valita sinua.',
    en: 'You coach 1 young person over the limit of {limit}. Talk to your centre lead: new young people cannot choose you now.',
  },
  'coach.caseload.full.one': {
    nl: 'Je hebt 1 jongere, dat is je grens. Nieuwe jongeren kunnen jou nu niet kiezen.',
    fi: 'Sinulla on 1 nuori, ja se on rajasi. Uudet nuoret eivät voi nyt valita sinua.',
    en: 'You have 1 young person, which is your limit. New young people cannot choose you now.',
  },
  'coach.caseload.full.other': {
    nl: 'Je hebt {count} jongeren, dat is je grens. Nieuwe jongeren kunnen jou nu niet kiezen.',
    fi: 'Sinulla on {count} nuorta, ja se on rajasi. Uudet nuoret eivät voi nyt valita sinua.',
    en: 'You have {count} young people, which is your limit. New young people cannot choose you now.',
  },
  'coach.search': {
    nl: 'Zoek een jongere',
    fi: 'Etsi nuorta',
    en: 'Find a young person',
  },
  'coach.group.quiet': {
    nl: 'Even laten horen',
    fi: 'Ota yhteyttä',
    en: 'Get in touch',
  },
  'coach.group.new': {
    nl: 'Nog geen gesprek',
    fi: 'Ei vielä keskustelua',
    en: 'No conversation yet',
  },
  'coach.group.recent.one': {
    nl: 'De laatste dag gehoord',
    fi: 'Yhteydessä viime päivän aikana',
    en: 'In touch in the last day',
  },
  'coach.group.recent.other': {
    nl: 'De laatste {count} dagen gehoord',
    fi: 'Yhteydessä viimeisten {count} päivän aikana',
    en: 'In touch in the last {count} days',
  },
  'coach.contact.never': {
    nl: 'Begon op {date}',
    fi: 'Aloitti {date}',
    en: 'Started on {date}',
  },
  'coach.contact.today': {
    nl: 'Vandaag gehoord',
    fi: 'Yhteydessä tänään',
    en: 'In touch today',
  },
  'coach.contact.yesterday': {
    nl: 'Gisteren gehoord',
    fi: 'Yhteydessä eilen',
    en: 'In touch yesterday',
  },
  'coach.contact.days.one': {
    nl: '1 dag geleden gehoord',
    fi: 'Yhteydessä 1 päivä sitten',
    en: 'In touch 1 day ago',
  },
  'coach.contact.days.other': {
    nl: '{count} dagen geleden gehoord',
    fi: 'Yhteydessä {count} päivää sitten',
    en: 'In touch {count} days ago',
  },
  'coach.contact.quiet.one': {
    nl: '1 dag geen contact',
    fi: '1 päivä ilman yhteyttä',
    en: '1 day without contact',
  },
  'coach.contact.quiet.other': {
    nl: '{count} dagen geen contact',
    fi: '{count} päivää ilman yhteyttä',
    en: '{count} days without contact',
  },
  'coach.empty.title': {
    nl: 'Hier komen jouw jongeren',
    fi: 'Tähän tulevat sinun nuoresi',
    en: 'Your young people will be here',
  },
  'coach.empty.text': {
    nl: 'Een jongere kiest zelf een coach. Kiest iemand jou, dan staat die hier meteen. Maak samen kennis en bewaar je eerste stap.',
    fi: 'Nuori valitsee itse valmentajan. Kun joku valitsee sinut, hän näkyy heti tässä. Tutustukaa ja tallenna ensimmäinen askel.',
    en: 'A young person chooses a coach. As soon as someone chooses you, you see them here. Meet each other and save your first step.',
  },
  'coach.none.title': {
    nl: 'Niemand gevonden',
    fi: 'Ketään ei löytynyt',
    en: 'Nobody found',
  },
  'coach.none.text': {
    nl: 'Geen naam in jouw lijst lijkt op “{q}”.',
    fi: 'Listallasi ei ole nimeä, joka vastaa hakua ”{q}”.',
    en: 'No name in your list looks like “{q}”.',
  },
  'coach.pick.title': {
    nl: 'Kies een jongere',
    fi: 'Valitse nuori',
    en: 'Choose a young person',
  },
  'coach.pick.text': {
    nl: 'Daarna bewaar je in een paar tikken wat jullie deden. De jongere leest mee: zo blijft alles open tussen jullie.',
    fi: 'Sen jälkeen tallennat muutamalla napautuksella, mitä teitte yhdessä. Nuori näkee saman: kaikki pysyy avoimena välillänne.',
    en: 'Then save in a few taps what you did together. The young person can read along: everything stays open between you.',
  },
  'coach.pick.principles': {
    nl: 'Drie gewoontes van krachtgericht coachen',
    fi: 'Kolme voimavaralähtöisen valmennuksen tapaa',
    en: 'Three habits of strength-based coaching',
  },
  'coach.pick.p1': {
    nl: 'Herstel niet wat niet stuk is.',
    fi: 'Älä korjaa sitä, mikä ei ole rikki.',
    en: 'Do not repair what is not broken.',
  },
  'coach.pick.p2': {
    nl: 'Zoek wat werkt en doe daar meer van.',
    fi: 'Etsi, mikä toimii, ja tee sitä enemmän.',
    en: 'Find what works and do more of it.',
  },
  'coach.pick.p3': {
    nl: 'Laat los wat niet werkt.',
    fi: 'Päästä irti siitä, mikä ei toimi.',
    en: 'Let go of what does not work.',
  },
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
  'coach.private': {
    nl: 'Antwoorden op oefeningen zijn van {name}. Jij ziet alleen dat een oefening klaar is.',
    fi: 'Vastaukset tehtäviin ovat nuoren omia ({name}). Sinä näet vain, että tehtävä on tehty.',
    en: 'Answers to exercises belong to {name}. You only see that an exercise is done.',
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
  'timeline.withdrawn': {
    nl: 'ingetrokken',
    fi: 'peruttu',
    en: 'withdrawn',
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
  'waits.title': {
    nl: 'Nog niet verstuurd',
    fi: 'Ei vielä lähetetty',
    en: 'Not sent yet',
  },
  'waits.text': {
    nl: 'wacht op verbinding',
    fi: 'odottaa yhteyttä',
    en: 'waits for a connection',
  },
  'waits.now': {
    nl: 'Probeer nu',
    fi: 'Yritä nyt',
    en: 'Try now',
  },
  'waits.change': {
    nl: 'Pas de stap aan',
    fi: 'Muuta askelta',
    en: 'Change the step',
  },
  'waits.drop': {
    nl: 'Gooi de stap weg',
    fi: 'Poista askel',
    en: 'Throw the step away',
  },
});
export const t = words.t;
