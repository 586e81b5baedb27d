import { dictionary } from '../../lib/sentences.ts';

/** What a youth reads and asks about the own data. */
export const words = dictionary({
  'mine.title': { nl: 'Mijn gegevens', fi: 'Omat tietoni', en: 'My data' },
  'mine.lead': {
    nl: 'Dit bewaart je centrum over jou. Je mag alles lezen en meenemen. Je mag er ook iets over vragen.',
    fi: 'Näitä tietoja keskus säilyttää sinusta. Saat lukea ne kaikki ja ottaa ne mukaan. Saat myös pyytää jotain niistä.',
    en: 'This is what your centre keeps about you. You may read all of it and take it along. You may also ask for something.',
  },
  'mine.notice': { nl: 'Wat we met je gegevens doen', fi: 'Mitä tiedoillesi tehdään', en: 'What we do with your data' },
  'mine.notice.new': { nl: 'Dit las je nog niet.', fi: 'Et ole vielä lukenut tätä.', en: 'You have not read this yet.' },

  // What there is
  'kept.title': { nl: 'Wat er is, en wie het leest', fi: 'Mitä tietoja on ja kuka niitä lukee', en: 'What there is, and who reads it' },
  'kept.restricted': {
    nl: 'Nu niet: je vroeg om je gegevens niet te gebruiken.',
    fi: 'Ei juuri nyt: pyysit, ettei tietojasi käytetä.',
    en: 'Not now: you asked not to use your data.',
  },
  'kept.name': { nl: 'Je naam en je figuur', fi: 'Nimesi ja hahmosi', en: 'Your name and your figure' },
  'kept.name.who': { nl: 'Je coach en wie je centrum leidt.', fi: 'Valmentajasi ja keskuksen johtaja.', en: 'Your coach and who leads your centre.' },
  'kept.answers': { nl: 'Wat je antwoordde', fi: 'Mitä vastasit', en: 'What you answered' },
  'kept.answers.who': {
    nl: 'Alleen jij, en je coach wat jij deelt. Je coach en wie je centrum leidt, zien welke oefening af is.',
    fi: 'Vain sinä, ja valmentajasi sen, minkä jaat. Valmentajasi ja keskuksen johtaja näkevät, mitkä tehtävät teit.',
    en: 'Only you, and your coach what you share. Your coach and who leads your centre see what you finished.',
  },
  'kept.shared': { nl: 'Wat deel ik?', fi: 'Mitä jaan?', en: 'What do I share?' },
  'kept.shared.who': { nl: 'Jij kiest wat je coach leest.', fi: 'Sinä päätät, mitä valmentajasi lukee.', en: 'You choose what your coach reads.' },
  'kept.written': { nl: 'Wat er over jou is opgeschreven', fi: 'Mitä sinusta on kirjoitettu', en: 'What is written down about you' },
  'kept.written.who': {
    nl: 'Jij en je coach. Kies je een nieuwe coach? Die leest de tijd ervoor alleen als jij dat wil. Wat je bij de start vertelde, leest later alleen jij.',
    fi: 'Sinä ja valmentajasi. Valitsetko uuden valmentajan? Hän lukee aiemmat asiat vain, jos annat luvan. Alussa kertomasi asiat luet myöhemmin vain sinä.',
    en: 'You and your coach. Do you choose a new coach? That one reads the time before only if you agree. What you told at the start, only you read later.',
  },
  'kept.read': { nl: 'Wie over jou las', fi: 'Kuka on lukenut tietojasi', en: 'Who read about you' },
  'kept.read.who': { nl: 'Jij en wie je centrum leidt.', fi: 'Sinä ja keskuksen johtaja.', en: 'You and who leads your centre.' },
  'kept.numbers': {
    nl: 'Wie ons werk nakijkt, ziet alleen aantallen. Nooit jouw naam.',
    fi: 'Työtämme tarkastavat näkevät vain lukumääriä. Eivät koskaan nimeäsi.',
    en: 'Who checks our work sees only numbers. Never your name.',
  },

  // What can be asked
  'right.access': { nl: 'Ik wil weten wat jullie over mij hebben', fi: 'Haluan tietää, mitä tietoja teillä on minusta', en: 'I want to know what you have about me' },
  'right.rectification': { nl: 'Er klopt iets niet', fi: 'Jokin tieto on väärin', en: 'Something is not right' },
  'right.erasure': { nl: 'Wis alles over mij', fi: 'Poistakaa kaikki tietoni', en: 'Erase everything about me' },
  'right.restriction': { nl: 'Gebruik mijn gegevens voorlopig niet', fi: 'Älkää käyttäkö tietojani toistaiseksi', en: 'Do not use my data for now' },
  'right.portability': { nl: 'Ik wil mijn gegevens meenemen', fi: 'Haluan ottaa tietoni mukaan', en: 'I want to take my data along' },
  'right.objection': {
    nl: 'Ik wil niet dat mijn gegevens hiervoor gebruikt worden',
    fi: 'En halua, että tietojani käytetään tähän',
    en: 'I do not want my data to be used for this',
  },

  // What was asked
  'asked.title': { nl: 'Wat ik vroeg', fi: 'Mitä pyysin', en: 'What I asked' },
  'asked.empty': {
    nl: 'Je vroeg nog niets over je gegevens.',
    fi: 'Et ole vielä pyytänyt mitään tiedoistasi.',
    en: 'You have not asked anything about your data yet.',
  },
  'asked.open': {
    nl: 'Je vroeg dit op {day}. Je krijgt een antwoord ten laatste op {date}.',
    fi: 'Pyysit tätä {day}. Saat vastauksen viimeistään {date}.',
    en: 'You asked this on {day}. You get an answer by {date} at the latest.',
  },
  'asked.late': {
    nl: 'Je vroeg dit op {day}. Het antwoord moest er zijn op {date}. Vraag ernaar bij je centrum.',
    fi: 'Pyysit tätä {day}. Vastauksen piti tulla viimeistään {date}. Kysy asiaa keskukselta.',
    en: 'You asked this on {day}. The answer had to be there on {date}. Ask your centre about it.',
  },
  'asked.longer.complex': {
    nl: 'Het duurt langer, want het is niet eenvoudig.',
    fi: 'Tämä kestää pidempään, koska asia ei ole yksinkertainen.',
    en: 'It takes longer, because it is not simple.',
  },
  'asked.longer.manyRequests': {
    nl: 'Het duurt langer, want je centrum kreeg veel vragen.',
    fi: 'Tämä kestää pidempään, koska keskus sai monta pyyntöä.',
    en: 'It takes longer, because your centre got many requests.',
  },
  'asked.granted': { nl: 'Je centrum deed wat je vroeg, op {date}.', fi: 'Keskus teki {date}, mitä pyysit.', en: 'Your centre did what you asked, on {date}.' },
  'asked.refused': { nl: 'Je centrum zei nee, op {date}.', fi: 'Keskus sanoi ei {date}.', en: 'Your centre said no, on {date}.' },
  'asked.withdrawn': { nl: 'Je trok dit in, op {date}.', fi: 'Peruit tämän {date}.', en: 'You took this back, on {date}.' },
  'asked.lapsed': { nl: 'Dit is gesloten, op {date}.', fi: 'Tämä suljettiin {date}.', en: 'This was closed, on {date}.' },
  'asked.restricted': {
    nl: 'Alles blijft bewaard, maar je gegevens worden nu niet gebruikt. Je coach leest niets over jou. Wie je centrum leidt, ziet alleen je naam en je vragen. Je telt niet mee in de tabellen.',
    fi: 'Kaikki säilyy, mutta tietojasi ei nyt käytetä. Valmentajasi ei lue tietojasi. Keskuksen johtaja näkee vain nimesi ja pyyntösi. Sinua ei lasketa taulukoihin.',
    en: 'Everything is kept, but your data is not used now. Your coach reads nothing about you. Who leads your centre sees only your name and requests. You are not counted in the tables.',
  },
  'asked.lifted': { nl: 'Je gegevens worden weer gebruikt sinds {date}.', fi: 'Tietojasi käytetään taas {date} alkaen.', en: 'Your data has been used again since {date}.' },
  'asked.uncounted': { nl: 'Je telt niet meer mee in de tabellen.', fi: 'Sinua ei enää lasketa taulukoihin.', en: 'You are no longer counted in the tables.' },
  'asked.words': { nl: 'In jouw woorden:', fi: 'Omin sanoin:', en: 'In your words:' },
  'asked.answer': { nl: 'Je centrum antwoordde:', fi: 'Keskus vastasi:', en: 'Your centre answered:' },
  'asked.advice': {
    nl: 'De functionaris voor gegevensbescherming gaf dit advies:',
    fi: 'Tietosuojavastaava antoi tämän neuvon:',
    en: 'The data protection officer gave this advice:',
  },
  'asked.more': { nl: 'Toon oudere', fi: 'Näytä vanhemmat', en: 'Show older' },
  'asked.takeBack': { nl: 'Trek deze vraag in', fi: 'Peru pyyntö', en: 'Take this back' },
  'asked.takenBack': { nl: 'Je vraag is ingetrokken.', fi: 'Pyyntö on peruttu.', en: 'It is taken back.' },

  // Why it is used again
  'lifted.personAgreed': { nl: 'Je vond dat goed.', fi: 'Suostuit siihen.', en: 'You agreed to that.' },
  'lifted.settled': { nl: 'Wat niet zeker was, is uitgezocht.', fi: 'Epäselvä asia on selvitetty.', en: 'What was not sure is sorted out.' },
  'lifted.legalClaims': {
    nl: 'Ze zijn nodig om iets te bewijzen, bijvoorbeeld voor een rechter.',
    fi: 'Niitä tarvitaan todisteeksi, esimerkiksi tuomioistuimessa.',
    en: 'It is needed to prove something, for example in court.',
  },
  'lifted.rightsOfOthers': {
    nl: 'Ze zijn nodig om iemand anders te beschermen.',
    fi: 'Niitä tarvitaan toisen ihmisen suojaamiseen.',
    en: 'It is needed to protect somebody else.',
  },
  'lifted.publicInterest': {
    nl: 'Ze zijn nodig voor iets dat voor iedereen belangrijk is.',
    fi: 'Niitä tarvitaan asiaan, joka on tärkeä kaikille.',
    en: 'It is needed for something that is important to everybody.',
  },

  // Why not
  'ground.publicTask': {
    nl: 'Je centrum moet dit bewaren. De wet of de overheid vraagt dat.',
    fi: 'Keskuksen täytyy säilyttää tämä. Laki tai viranomainen vaatii sitä.',
    en: 'Your centre has to keep this. The law or the government asks for it.',
  },
  'ground.legalClaims': {
    nl: 'Dit is nodig om iets te bewijzen, bijvoorbeeld voor een rechter.',
    fi: 'Tätä tarvitaan todisteeksi, esimerkiksi tuomioistuimessa.',
    en: 'This is needed to prove something, for example in court.',
  },
  'ground.rightsOfOthers': {
    nl: 'Je zou dan iets lezen over iemand anders.',
    fi: 'Silloin toisen ihmisen tietoja tulisi ilmi.',
    en: 'You would then read something about somebody else.',
  },
  'ground.accurate': {
    nl: 'Je centrum keek het na. Wat er staat, klopt.',
    fi: 'Keskus tarkisti asian. Tieto on oikein.',
    en: 'Your centre looked into it. What is written is right.',
  },
  'ground.conditionsNotMet': {
    nl: 'Dit kan alleen in een paar gevallen. Dat is hier niet zo.',
    fi: 'Tämä onnistuu vain joissain tilanteissa. Nyt ei ole sellainen.',
    en: 'This is possible in a few cases only. This is not one of them.',
  },
  'ground.overridingGrounds': {
    nl: 'Er is een belangrijke reden om je gegevens toch te gebruiken.',
    fi: 'On tärkeä syy käyttää tietojasi silti.',
    en: 'There is an important reason to use your data all the same.',
  },
  'ground.unfounded': {
    nl: 'Er is geen reden voor, of je vroeg het heel vaak.',
    fi: 'Pyynnölle ei ole syytä, tai pyysit tätä hyvin usein.',
    en: 'There is no reason for it, or you asked it very often.',
  },
  'ground.notIdentified': {
    nl: 'Je centrum weet niet zeker dat jij dit vroeg.',
    fi: 'Keskus ei tiedä varmasti, pyysitkö sinä tätä.',
    en: 'Your centre is not sure that it was you who asked.',
  },

  // Asking
  'ask.title': { nl: 'Iets vragen', fi: 'Pyydä jotain', en: 'Ask for something' },
  'ask.lead': {
    nl: 'Je vraag gaat naar wie je centrum leidt. Je krijgt een antwoord binnen een maand.',
    fi: 'Pyyntösi menee keskuksen johtajalle. Saat vastauksen kuukauden sisällä.',
    en: 'Your request goes to who leads your centre. You get an answer within a month.',
  },
  'ask.safe': {
    nl: 'Je mag dit altijd vragen. Je begeleiding verandert er niet door.',
    fi: 'Saat aina pyytää tätä. Valmennuksesi ei muutu siitä.',
    en: 'You may always ask this. Your coaching does not change because of it.',
  },

  // Taking along
  'take.title': { nl: 'Meenemen', fi: 'Ota mukaan', en: 'Take along' },
  'take.lead': {
    nl: 'Bewaar alles over jou op je eigen toestel. Kijk goed aan wie je het toont.',
    fi: 'Tallenna kaikki tietosi omalle laitteellesi. Mieti, kenelle näytät ne.',
    en: 'Save everything about you on your own device. Think about who you show it to.',
  },
});
export const t = words.t;
