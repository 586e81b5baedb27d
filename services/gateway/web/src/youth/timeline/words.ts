import { dictionary } from '../../lib/sentences.ts';

/** What happened, as a youth reads it. */
export const words = dictionary({
  // Timeline
  'timeline.lead': {
    nl: 'Hier zie je alles wat in jouw traject is opgeschreven: wat, wanneer en door wie. Klopt er iets niet? Zet jouw versie erbij, of zeg het aan je coach.',
    fi: 'Täällä näet kaiken, mitä polustasi on kirjoitettu: mitä, milloin ja kuka kirjoitti. Onko jokin väärin? Lisää oma versiosi tai kerro siitä valmentajallesi.',
    en: 'Here you see everything that is written down about you: what, when and by whom. Is something not right? Add your version, or tell your coach.',
  },
  'timeline.private': {
    nl: 'Je coach ziet welke oefening je deed. Niet wat je antwoordde.',
    fi: 'Valmentaja näkee, että teit tehtävän, mutta ei sitä, mitä vastasit.',
    en: 'Your coach sees which exercise you did. Not what you answered.',
  },
  'timeline.whoRead': { nl: 'Wie las dit?', fi: 'Kuka on lukenut tätä?', en: 'Who read this?' },
  'timeline.empty': {
    nl: 'Er staat nog niets. Zodra er iets gebeurt in je traject, lees je het hier.',
    fi: 'Täällä ei ole vielä mitään. Kun polullasi tapahtuu jotain, voit lukea siitä täällä.',
    en: 'There is nothing yet. When something happens on your path, you read it here.',
  },
  'timeline.more': {
    nl: 'Toon oudere',
    fi: 'Näytä vanhemmat',
    en: 'Show older',
  },
  'timeline.byYou': {
    nl: 'Door jou',
    fi: 'Sinä itse',
    en: 'By you',
  },
  'timeline.by': {
    nl: 'Door {name}',
    fi: 'Kirjoittaja: {name}',
    en: 'By {name}',
  },
  'timeline.byUnknown': {
    nl: 'Door iemand van je centrum',
    fi: 'Kirjoittaja: joku keskuksestasi',
    en: 'By somebody of your centre',
  },
  'timeline.written': {
    nl: 'Opgeschreven op {date}',
    fi: 'Kirjoitettu {date}',
    en: 'Written down on {date}',
  },
  'timeline.note': {
    nl: '{name} schreef:',
    fi: '{name} kirjoitti:',
    en: '{name} wrote:',
  },
  'timeline.noteUnknown': {
    nl: 'Erbij geschreven:',
    fi: 'Lisäksi kirjoitettiin:',
    en: 'Written with it:',
  },
  'timeline.withdrawn': {
    nl: 'Dit was een vergissing. Het telt niet meer mee.',
    fi: 'Tämä oli erehdys. Sitä ei enää lasketa mukaan.',
    en: 'This was a mistake. It no longer counts.',
  },
  'timeline.minutes.one': {
    nl: '1 minuut',
    fi: '1 minuutti',
    en: '1 minute',
  },
  'timeline.minutes.other': {
    nl: '{count} minuten',
    fi: '{count} minuuttia',
    en: '{count} minutes',
  },
  'entry.registered': {
    nl: 'Je bent ingeschreven',
    fi: 'Sinut ilmoitettiin mukaan',
    en: 'You were registered',
  },
  'entry.youChose': {
    nl: 'Je koos {coach} als coach',
    fi: 'Valitsit valmentajaksesi: {coach}',
    en: 'You chose {coach} as your coach',
  },
  'entry.coachChosen': {
    nl: '{coach} werd je coach',
    fi: 'Valmentajaksesi tuli {coach}',
    en: '{coach} became your coach',
  },
  'entry.exercise': {
    nl: 'Je deed de oefening “{title}”',
    fi: 'Teit tehtävän ”{title}”',
    en: 'You did the exercise “{title}”',
  },
  'entry.avatar': {
    nl: 'Je koos je avatar',
    fi: 'Valitsit hahmosi',
    en: 'You chose your character',
  },
  'entry.closed': {
    nl: 'Je traject is afgesloten',
    fi: 'Polkusi on päättynyt',
    en: 'Your path is finished',
  },
  'entry.other': {
    nl: 'Er veranderde iets in je traject',
    fi: 'Polullasi muuttui jotain',
    en: 'Something changed on your path',
  },
  'fact.intake': {
    nl: 'Dit werd over jou opgeschreven bij de start',
    fi: 'Tämä sinusta kirjoitettiin alussa',
    en: 'This was written down about you at the start',
  },
  'fact.populationChanged': {
    nl: 'Er is opgeschreven dat je situatie veranderde',
    fi: 'Kirjoitettiin, että tilanteesi muuttui',
    en: 'It was written down that your situation changed',
  },
  'step.intake': {
    nl: 'Een gesprek om te starten',
    fi: 'Aloituskeskustelu',
    en: 'A talk to get started',
  },
  'step.stcTool': {
    nl: 'Samen werken met Start To Can',
    fi: 'Start To Canin käyttöä yhdessä',
    en: 'Working together with Start To Can',
  },
  'step.firstMeeting': {
    nl: 'Kennismaken',
    fi: 'Tutustuminen',
    en: 'Getting to know each other',
  },
  'step.individualEmpowerment': {
    nl: 'Praten over wat je wil en kan',
    fi: 'Keskustelu siitä, mitä haluat ja osaat',
    en: 'Talking about what you want and can do',
  },
  'step.groupEmpowerment': {
    nl: 'In groep werken aan wat je wil en kan',
    fi: 'Ryhmässä: mitä haluat ja osaat',
    en: 'Working in a group on what you want and can do',
  },
  'step.actionPlan': {
    nl: 'Samen je plan maken',
    fi: 'Suunnitelman tekeminen yhdessä',
    en: 'Making your plan together',
  },
  'step.networkIntervention': {
    nl: 'Praten met mensen om je heen',
    fi: 'Keskustelu läheistesi kanssa',
    en: 'Talking with people around you',
  },
  'step.internshipMediation': {
    nl: 'Een stageplek zoeken',
    fi: 'Harjoittelupaikan etsiminen',
    en: 'Looking for an internship',
  },
  'step.internshipCoaching': {
    nl: 'Hulp bij je stage',
    fi: 'Apua harjoittelussa',
    en: 'Help with your internship',
  },
  'step.jobMediation': {
    nl: 'Werk zoeken',
    fi: 'Työn etsiminen',
    en: 'Looking for a job',
  },
  'step.btomRequest': {
    nl: 'Extra steun voor werk aanvragen',
    fi: 'Lisätuen hakeminen työhön',
    en: 'Asking for extra support at work',
  },
  'step.ipsJobCoaching': {
    nl: 'Hulp op je werk',
    fi: 'Apua työpaikalla',
    en: 'Help at your work',
  },
  'place.school': {
    nl: 'op school',
    fi: 'koulussa',
    en: 'at school',
  },
  'place.centre': {
    nl: 'in het centrum',
    fi: 'keskuksessa',
    en: 'at the centre',
  },
  'place.jobCentre': {
    nl: 'in de werkwinkel',
    fi: 'työllisyyspalvelussa',
    en: 'at the job centre',
  },
  'place.dropInHouse': {
    nl: 'in een inloophuis',
    fi: 'kohtaamispaikassa',
    en: 'at a drop-in house',
  },
  'place.home': {
    nl: 'thuis',
    fi: 'kotona',
    en: 'at home',
  },
  'place.workplace': {
    nl: 'op een werkplek',
    fi: 'työpaikalla',
    en: 'at a workplace',
  },
  'place.outdoors': {
    nl: 'buiten',
    fi: 'ulkona',
    en: 'outdoors',
  },
  'place.online': {
    nl: 'online',
    fi: 'verkossa',
    en: 'online',
  },
  'place.office': {
    nl: 'op kantoor',
    fi: 'toimistolla',
    en: 'at the office',
  },
  'channel.faceToFace': {
    nl: 'samen in het echt',
    fi: 'kasvokkain',
    en: 'in person',
  },
  'channel.phone': {
    nl: 'aan de telefoon',
    fi: 'puhelimessa',
    en: 'by phone',
  },
  'channel.video': {
    nl: 'met video',
    fi: 'videolla',
    en: 'by video',
  },
  'channel.chat': {
    nl: 'via chat',
    fi: 'chatissa',
    en: 'by chat',
  },
  'channel.email': {
    nl: 'via e-mail',
    fi: 'sähköpostilla',
    en: 'by e-mail',
  },
  'mode.individual': {
    nl: 'met jou alleen',
    fi: 'kahden kesken',
    en: 'with you alone',
  },
  'mode.group': {
    nl: 'in groep',
    fi: 'ryhmässä',
    en: 'in a group',
  },
  'role.advocate': {
    nl: 'Je coach kwam op voor jou.',
    fi: 'Valmentajasi puolusti sinua.',
    en: 'Your coach stood up for you.',
  },
  'role.assistant': {
    nl: 'Je coach hielp jou iets doen.',
    fi: 'Valmentajasi auttoi sinua tekemään jotain.',
    en: 'Your coach helped you do something.',
  },
  'role.inspirer': {
    nl: 'Je coach gaf jou ideeën.',
    fi: 'Valmentajasi antoi sinulle ideoita.',
    en: 'Your coach gave you ideas.',
  },
  'role.bridgeBuilder': {
    nl: 'Je coach bracht mensen samen.',
    fi: 'Valmentajasi toi ihmisiä yhteen.',
    en: 'Your coach brought people together.',
  },
});
export const t = words.t;
