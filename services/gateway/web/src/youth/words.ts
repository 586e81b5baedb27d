import { dictionary } from '../lib/sentences.ts';

/** What a youth reads on the screens behind the map. */
export const words = dictionary({

  // A neighbourhood with more than one exercise
  'domain.lead': {
    nl: 'Kies waar je mee wil beginnen.',
    fi: 'Valitse, mistä haluat aloittaa.',
    en: 'Choose what you want to start with.',
  },
  'domain.empty': {
    nl: 'Hier komt nog een oefening. Kies intussen een andere buurt op de kaart.',
    fi: 'Tänne tulee vielä tehtävä. Valitse sillä välin toinen alue kartalta.',
    en: 'An exercise will come here. For now, choose another neighbourhood on the map.',
  },
  'domain.minutes.one': {
    nl: '1 minuut',
    fi: '1 minuutti',
    en: '1 minute',
  },
  'domain.minutes.other': {
    nl: '{count} minuten',
    fi: '{count} minuuttia',
    en: '{count} minutes',
  },

  // Overview
  'overview.title': {
    nl: 'Wat ik wil, wat ik kan, wie mij helpt',
    fi: 'Mitä haluan, mitä osaan, kuka minua auttaa',
    en: 'What I want, what I can do, who helps me',
  },
  'overview.tab': {
    nl: 'Ik',
    fi: 'Minä',
    en: 'Me',
  },
  'overview.lead': {
    nl: 'Dit komt uit je oefeningen. Alleen jij ziet het, tot jij het deelt.',
    fi: 'Nämä tulevat tehtävistäsi. Vain sinä näet ne, kunnes jaat ne.',
    en: 'This comes from your exercises. Only you see it, until you share it.',
  },
  'overview.share': { nl: 'Wat deel ik?', fi: 'Mitä jaan?', en: 'What do I share?' },
  'overview.want': {
    nl: 'Wat ik wil',
    fi: 'Mitä haluan',
    en: 'What I want',
  },
  'overview.can': {
    nl: 'Wat ik kan',
    fi: 'Mitä osaan',
    en: 'What I can do',
  },
  'overview.who': {
    nl: 'Wie mij helpt',
    fi: 'Kuka minua auttaa',
    en: 'Who helps me',
  },
  'overview.want.empty': {
    nl: 'Hier komt wat jij graag wil. Doe een oefening op de kaart.',
    fi: 'Tänne tulee se, mitä haluat. Tee tehtävä kartalla.',
    en: 'What you would like comes here. Do an exercise on the map.',
  },
  'overview.can.empty': {
    nl: 'Hier komt waar jij goed in bent. Doe een oefening op de kaart.',
    fi: 'Tänne tulee se, missä olet hyvä. Tee tehtävä kartalla.',
    en: 'What you are good at comes here. Do an exercise on the map.',
  },
  'overview.who.empty': {
    nl: 'Hier komen mensen die jou kunnen helpen. Doe een oefening op de kaart.',
    fi: 'Tänne tulevat ihmiset, jotka voivat auttaa sinua. Tee tehtävä kartalla.',
    en: 'People who can help you come here. Do an exercise on the map.',
  },
  'overview.empty': {
    nl: 'Je overzicht is nog leeg. Kies een buurt op de kaart en doe een oefening. Dat duurt hoogstens 5 minuten. Wat je kiest, komt hier te staan.',
    fi: 'Yhteenvetosi on vielä tyhjä. Valitse alue kartalta ja tee tehtävä. Se kestää enintään 5 minuuttia. Valintasi tulevat tänne.',
    en: 'Your overview is still empty. Choose a neighbourhood on the map and do an exercise. It takes 5 minutes at most. What you choose will be here.',
  },
  'overview.own': {
    nl: 'In mijn eigen woorden',
    fi: 'Omin sanoin',
    en: 'In my own words',
  },
  'overview.print': {
    nl: 'Druk af',
    fi: 'Tulosta',
    en: 'Print',
  },
  'overview.printed': {
    nl: 'Afgedrukt door {name} op {date}',
    fi: '{name} tulosti tämän {date}',
    en: 'Printed by {name} on {date}',
  },

  // Coaches
  'coaches.title': {
    nl: 'Kies je coach',
    fi: 'Valitse valmentajasi',
    en: 'Choose your coach',
  },
  'coaches.lead': {
    nl: 'Je coach luistert naar jou en zoekt samen met jou. Jij kiest wie. Je mag later een andere coach kiezen.',
    fi: 'Valmentaja kuuntelee sinua ja etsii ratkaisuja kanssasi. Sinä valitset. Voit myöhemmin vaihtaa valmentajaa.',
    en: 'Your coach listens to you and searches together with you. You choose who. You may choose another coach later.',
  },
  'coaches.mine': {
    nl: 'Mijn coach',
    fi: 'Oma valmentajani',
    en: 'My coach',
  },
  'coaches.mineTitle': {
    nl: '{name} is je coach',
    fi: '{name} on valmentajasi',
    en: '{name} is your coach',
  },
  'coaches.mineLead': {
    nl: 'Wil je liever iemand anders? Kies hieronder een andere coach. Je hoeft niet te zeggen waarom.',
    fi: 'Haluatko jonkun toisen? Valitse hänet alta. Sinun ei tarvitse kertoa syytä.',
    en: 'Would you rather have somebody else? Choose another coach below. You do not have to say why.',
  },
  'coaches.others': {
    nl: 'Andere coaches',
    fi: 'Muut valmentajat',
    en: 'Other coaches',
  },
  'coaches.room': {
    nl: 'Heeft plaats voor jou',
    fi: 'On tilaa sinulle',
    en: 'Has room for you',
  },
  'coaches.full': {
    nl: 'Heeft nu geen plaats',
    fi: 'Ei ole nyt tilaa',
    en: 'Has no room now',
  },
  'coaches.choose': {
    nl: 'Kies {name}',
    fi: 'Valitse {name}',
    en: 'Choose {name}',
  },
  'coaches.confirmTitle': {
    nl: 'Wordt {name} je coach?',
    fi: 'Tuleeko valmentajaksesi {name}?',
    en: 'Will {name} be your coach?',
  },
  'coaches.confirmText': {
    nl: '{name} ziet dan je naam, je avatar en welke oefeningen je deed. Niet wat je antwoordde.',
    fi: '{name} näkee sitten nimesi, hahmosi ja tekemäsi tehtävät. Vastauksiasi hän ei näe.',
    en: '{name} then sees your name, your character and which exercises you did. Not what you answered.',
  },
  'coaches.confirmChange': {
    nl: '{old} is dan niet meer je coach. Wat je met {old} deelt, stopt dan.',
    fi: '{old} ei ole enää valmentajasi. Se, mitä jaat ({old}), päättyy silloin.',
    en: '{old} will no longer be your coach. What you share with {old} then stops.',
  },
  'coaches.confirm': {
    nl: 'Ja, kies {name}',
    fi: 'Kyllä, valitse {name}',
    en: 'Yes, choose {name}',
  },
  'coaches.notYet': {
    nl: 'Nog niet',
    fi: 'Ei vielä',
    en: 'Not yet',
  },
  'coaches.chosen': {
    nl: '{name} is nu je coach.',
    fi: '{name} on nyt valmentajasi.',
    en: '{name} is now your coach.',
  },
  'coaches.empty': {
    nl: 'Er zijn nog geen coaches in je centrum. Vraag in je centrum wie je kan helpen.',
    fi: 'Keskuksessasi ei ole vielä valmentajia. Kysy keskuksesta, kuka voi auttaa sinua.',
    en: 'There are no coaches in your centre yet. Ask at your centre who can help you.',
  },

  // Timeline

  // More
  'more.title': {
    nl: 'Meer',
    fi: 'Lisää',
    en: 'More',
  },
  'more.you': {
    nl: 'Over jou',
    fi: 'Sinusta',
    en: 'About you',
  },
  'more.timelineText': {
    nl: 'Alles wat in je traject is opgeschreven',
    fi: 'Kaikki, mitä polustasi on kirjoitettu',
    en: 'Everything that is written down about you',
  },
  'more.myData': { nl: 'Mijn gegevens', fi: 'Omat tietoni', en: 'My data' },
  'more.myDataText': { nl: 'Lees, vraag of neem mee', fi: 'Lue, pyydä tai ota mukaan', en: 'Read, ask or take along' },
  'more.avatarText': {
    nl: 'Kies of verander hoe je eruitziet',
    fi: 'Valitse tai muuta, miltä näytät',
    en: 'Choose or change how you look',
  },
  'more.screen': {
    nl: 'Dit scherm',
    fi: 'Tämä näyttö',
    en: 'This screen',
  },
  'more.signOut': {
    nl: 'Meld me af',
    fi: 'Kirjaudu ulos',
    en: 'Sign me out',
  },
  'more.signOutText': {
    nl: 'Is dit niet jouw toestel? Meld je dan af.',
    fi: 'Eikö tämä ole oma laitteesi? Kirjaudu silloin ulos.',
    en: 'Is this not your device? Then sign out.',
  },
});
export const t = words.t;
