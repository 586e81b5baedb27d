import { dictionary } from '../../lib/sentences.ts';

/** The list of a coach. */
export const words = dictionary({
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
  'coach.restricted.title': {
    nl: 'Deze gegevens worden nu niet gebruikt',
    fi: 'Näitä tietoja ei nyt käytetä',
    en: 'This data is not used now',
  },
  'coach.restricted.text': {
    nl: 'De jongere vroeg om de eigen gegevens voorlopig niet te gebruiken. Alles blijft bewaard, maar je leest het nu niet en er komt niets bij. Daarom staat de jongere ook niet in je lijst.',
    fi: 'Nuori pyysi, ettei hänen tietojaan toistaiseksi käytetä. Kaikki säilyy, mutta et nyt lue tietoja eikä mitään kirjata lisää. Siksi nuori ei myöskään ole luettelossasi.',
    en: 'The young person asked not to use their own data for now. Everything is kept, but you do not read it now and nothing is added. That is also why the young person is not in your list.',
  },
  'coach.restricted.ask': {
    nl: 'Vraag aan wie het centrum leidt hoe het verdergaat.',
    fi: 'Kysy keskuksen johtajalta, miten tästä jatketaan.',
    en: 'Ask who leads the centre how it goes on.',
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
});
export const t = words.t;
