import { dictionary } from '../../lib/sentences.ts';

/** What is done with the data of a youth (GDPR Art. 13), first in short, and more for who wants it. */
export const words = dictionary({
  'notice.title': { nl: 'Wat we met je gegevens doen', fi: 'Mitä tiedoillesi tehdään', en: 'What we do with your data' },
  'notice.lead': {
    nl: 'Dit is goed om te weten. Je hoeft nergens mee akkoord te gaan.',
    fi: 'Tämä on hyvä tietää. Sinun ei tarvitse hyväksyä mitään.',
    en: 'This is good to know. You do not have to agree to anything.',
  },
  'notice.more': { nl: 'Meer hierover', fi: 'Lisää tästä', en: 'More about this' },
  'notice.seen': { nl: 'Ik heb dit gelezen', fi: 'Luin tämän', en: 'I have read this' },
  'notice.saving': { nl: 'Even wachten', fi: 'Odota hetki', en: 'One moment' },
  'notice.done': { nl: 'Je las dit al. Je mag het altijd opnieuw lezen.', fi: 'Olet jo lukenut tämän. Voit lukea sen aina uudelleen.', en: 'You have read this. You can always read it again.' },
  'notice.saved': { nl: 'Bedankt om dit te lezen.', fi: 'Kiitos, että luit tämän.', en: 'Thank you for reading this.' },

  'notice.what.title': { nl: 'Wat bewaren we?', fi: 'Mitä säilytämme?', en: 'What do we keep?' },
  'notice.what.short': {
    nl: 'Je naam. Wat je antwoordt. En wat je coach over jullie stappen opschrijft.',
    fi: 'Nimesi. Mitä vastaat. Ja mitä valmentajasi kirjoittaa askelistanne.',
    en: 'Your name. What you answer. And what your coach writes about your steps.',
  },
  'notice.what.more': {
    nl: 'Bij de start schreef je centrum ook op wanneer je geboren bent. En of je naar school gaat en wat voor jou moeilijk is.\nJe vindt alles bij “Mijn gegevens”.',
    fi: 'Alussa keskus kirjasi myös, milloin olet syntynyt. Ja käytkö koulua ja mikä on sinulle vaikeaa.\nLöydät kaiken kohdasta ”Omat tietoni”.',
    en: 'At the start your centre also wrote down when you were born. And whether you go to school and what is hard for you.\nYou find all of it at “My data”.',
  },
  'notice.why.title': { nl: 'Waarom?', fi: 'Miksi?', en: 'Why?' },
  'notice.why.short': {
    nl: 'Zo leer je jezelf kennen. En zo kan je coach je helpen.',
    fi: 'Niin opit tuntemaan itsesi. Ja niin valmentajasi voi auttaa sinua.',
    en: 'So you get to know yourself. And so your coach can help you.',
  },
  'notice.why.more': {
    nl: 'Je centrum telt ook hoeveel jongeren het helpt. In die tabellen staat nooit je naam.',
    fi: 'Keskus myös laskee, kuinka monta nuorta se auttaa. Niissä taulukoissa ei koskaan ole nimeäsi.',
    en: 'Your centre also counts how many young people it helps. Your name never stands in those tables.',
  },
  'notice.who.title': { nl: 'Wie ziet het?', fi: 'Kuka näkee sen?', en: 'Who sees it?' },
  'notice.who.short': {
    nl: 'Alleen jij ziet je antwoorden, tot jij iets deelt. Je coach ziet je naam, jullie stappen en welke oefeningen je deed.',
    fi: 'Vastauksesi näet vain sinä, kunnes jaat jotain. Valmentajasi näkee nimesi, askeleenne ja mitkä tehtävät teit.',
    en: 'Only you see your answers, until you share something. Your coach sees your name, your steps and which exercises you did.',
  },
  'notice.who.more': {
    nl: 'Wie je centrum leidt, ziet je naam en hoever je bent.\nWie op je gegevens let, ziet je naam en wat je vroeg. En ook wie over jou las.\nKies je een nieuwe coach? Die leest pas vanaf dan, tenzij jij meer deelt.\nJe ouders en je school zien hier niets. Dat blijft zo als je 18 wordt.\nWie iets over jou leest, staat bij “Wie las over mij?”.',
    fi: 'Keskuksen johtaja näkee nimesi ja missä vaiheessa olet.\nTietosuojavastaava näkee nimesi ja mitä pyysit. Ja myös, kuka luki tietojasi.\nValitsetko uuden valmentajan? Hän lukee vasta siitä alkaen, ellet jaa enemmän.\nVanhempasi ja koulusi eivät näe täällä mitään. Niin on myös, kun täytät 18.\nKohdasta ”Kuka luki tietojani?” näet, kuka luki.',
    en: 'Who leads your centre sees your name and how far you are.\nWho looks after your data sees your name and what you asked. And also who read about you.\nDo you choose a new coach? That one reads only from then on, unless you share more.\nYour parents and your school see nothing here. It stays that way when you turn 18.\nWho reads about you stands at “Who read about me?”.',
  },
  'notice.long.title': { nl: 'Hoe lang?', fi: 'Kuinka kauan?', en: 'How long?' },
  'notice.long.short': {
    nl: 'Zolang je begeleid wordt, en een tijd daarna. Je centrum beslist hoe lang.',
    fi: 'Niin kauan kuin sinua valmennetaan, ja jonkin aikaa sen jälkeen. Keskus päättää, kuinka kauan.',
    en: 'As long as you are coached, and some time after. Your centre decides how long.',
  },
  'notice.long.more': {
    nl: 'Jij kan altijd vragen om alles te wissen. Dan kan niemand het nog lezen.',
    fi: 'Voit aina pyytää, että kaikki poistetaan. Silloin kukaan ei enää voi lukea sitä.',
    en: 'You can always ask to erase everything. Then nobody can read it any more.',
  },
  'notice.may.title': { nl: 'Wat mag jij?', fi: 'Mitä sinä saat tehdä?', en: 'What may you do?' },
  'notice.may.short': {
    nl: 'Alles lezen en meenemen. Vragen om iets te verbeteren, te wissen of te stoppen.',
    fi: 'Lukea kaiken ja ottaa sen mukaan. Pyytää korjaamaan, poistamaan tai lopettamaan jotain.',
    en: 'Read all of it and take it along. Ask to put something right, to erase it or to stop it.',
  },
  'notice.may.more': {
    nl: 'Vraag het bij “Mijn gegevens”. Je krijgt een antwoord binnen een maand. Je begeleiding verandert er niet door.\nBen je nog geen 18? Dan mag je ouder of voogd soms mee beslissen. Hier lezen ze nooit mee. Vanaf je 18 beslis jij alleen.',
    fi: 'Pyydä sitä kohdasta ”Omat tietoni”. Saat vastauksen kuukauden sisällä. Valmennuksesi ei muutu siitä.\nOletko alle 18-vuotias? Silloin huoltajasi saa joskus päättää kanssasi. Hän ei koskaan lue tietojasi täällä. Kun täytät 18, päätät yksin.',
    en: 'Ask for it at “My data”. You get an answer within a month. Your coaching does not change by it.\nAre you under 18? Then your parent or guardian may sometimes decide with you. They never read along here. From 18 on you decide alone.',
  },
  'notice.safe.title': { nl: 'Is het veilig?', fi: 'Onko se turvassa?', en: 'Is it safe?' },
  'notice.safe.short': {
    nl: 'Wat je vertelt, zit op slot. Alleen wie mag, kan het lezen.',
    fi: 'Se, mitä kerrot, on lukittu. Vain ne, joilla on lupa, voivat lukea sen.',
    en: 'What you tell is locked. Only who may can read it.',
  },
  'notice.safe.more': {
    nl: 'Een computer beslist nooit iets over jou. Je krijgt hier geen punten.',
    fi: 'Tietokone ei koskaan päätä sinusta mitään. Täällä ei anneta pisteitä.',
    en: 'A computer never decides anything about you. You get no marks here.',
  },
});
export const t = words.t;
