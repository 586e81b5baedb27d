import { dictionary } from '../../lib/sentences.ts';

/** A letter to those whose data a breach is about, in plain words (GDPR Art. 34(2)). */
export const words = dictionary({
  'message.title': { nl: 'Brief voor wie het over gaat', fi: 'Kirje niille, joita asia koskee', en: 'Letter for those whose data it is' },
  'message.intro': {
    nl: 'Kijk na of alles klopt en druk de brief af. Er staat geen naam op. Geef hem tijdens een gesprek.',
    fi: 'Tarkista, että kaikki pitää paikkansa, ja tulosta kirje. Siinä ei ole nimeä. Anna se keskustelun yhteydessä.',
    en: 'Check that everything is right and print the letter. There is no name on it. Give it in a conversation.',
  },
  'message.language': { nl: 'Taal van de brief', fi: 'Kirjeen kieli', en: 'Language of the letter' },
  'message.measures': { nl: 'Wat jullie eraan deden', fi: 'Mitä teitte asialle', en: 'What you did about it' },
  'message.measures.hint': {
    nl: 'Schrijf het kort en eenvoudig, zonder namen. Het staat alleen op de brief.',
    fi: 'Kirjoita lyhyesti ja selkeästi, ilman nimiä. Teksti tulee vain kirjeeseen.',
    en: 'Write it short and simple, without names. It stands on the letter only.',
  },
  'message.noController': {
    nl: 'Er staat nog niet wie over de gegevens beslist. Schrijf dat eerst op, dan staat het op de brief.',
    fi: 'Tietojen rekisterinpitäjää ei ole vielä kirjattu. Kirjaa se ensin, niin se tulee kirjeeseen.',
    en: 'Who decides about the data is not written down yet. Write it down first, then it stands on the letter.',
  },
  'message.controller': { nl: 'Wie beslist over de gegevens', fi: 'Kuka päättää tiedoista', en: 'Who decides about the data' },

  // On the paper
  'letter.title': { nl: 'Er ging iets mis met jouw gegevens', fi: 'Tiedoillesi tapahtui jotain', en: 'Something went wrong with your data' },
  'letter.happened': { nl: 'Wat is er gebeurd?', fi: 'Mitä tapahtui?', en: 'What happened?' },
  'letter.when': { nl: 'Wij weten het sinds {date}.', fi: 'Olemme tienneet asiasta {date} alkaen.', en: 'We have known it since {date}.' },
  'letter.lostDevice': {
    nl: 'Een toestel is verloren of gestolen. Met dat toestel kon iemand jouw gegevens zien.',
    fi: 'Laite katosi tai varastettiin. Sillä laitteella joku saattoi nähdä tietojasi.',
    en: 'A device was lost or stolen. With that device somebody could see your data.',
  },
  'letter.stolenCard': {
    nl: 'Een startkaart is verloren of gestolen. Met die kaart kon iemand jouw gegevens zien.',
    fi: 'Aloituskortti katosi tai varastettiin. Sillä kortilla joku saattoi nähdä tietojasi.',
    en: 'A start card was lost or stolen. With that card somebody could see your data.',
  },
  'letter.accountMisused': {
    nl: 'Iemand gebruikte de account van een ander. Zo kon die persoon jouw gegevens zien.',
    fi: 'Joku käytti toisen tiliä. Siten hän saattoi nähdä tietojasi.',
    en: 'Somebody used the account of another person. In this way they could see your data.',
  },
  'letter.readWithoutNeed': {
    nl: 'Iemand die hier werkt, las jouw gegevens. Dat was niet nodig voor het werk.',
    fi: 'Joku täällä työskentelevä luki tietojasi. Se ei ollut tarpeen työn vuoksi.',
    en: 'Somebody who works here read your data. That was not needed for the work.',
  },
  'letter.wrongRecipient': {
    nl: 'Jouw gegevens zijn aan de verkeerde persoon gegeven of getoond.',
    fi: 'Tietosi annettiin tai näytettiin väärälle henkilölle.',
    en: 'Your data was given or shown to the wrong person.',
  },
  'letter.malware': {
    nl: 'Iemand viel onze computers aan. Die persoon kon jouw gegevens misschien zien.',
    fi: 'Joku hyökkäsi tietokoneillemme. Hän saattoi nähdä tietojasi.',
    en: 'Somebody attacked our computers. That person could perhaps see your data.',
  },
  'letter.dataLost': {
    nl: 'Een deel van jouw gegevens is verloren. Wij kunnen ze niet terughalen.',
    fi: 'Osa tiedoistasi on hävinnyt. Emme saa niitä takaisin.',
    en: 'A part of your data is lost. We cannot get it back.',
  },
  'letter.paperLost': {
    nl: 'Papier met jouw gegevens is verloren of gestolen.',
    fi: 'Papereita, joissa on tietojasi, on kadonnut tai varastettu.',
    en: 'Paper with your data was lost or stolen.',
  },
  'letter.other': {
    nl: 'Iemand kon jouw gegevens misschien zien of veranderen.',
    fi: 'Joku saattoi nähdä tai muuttaa tietojasi.',
    en: 'Somebody could perhaps see or change your data.',
  },
  'letter.which': { nl: 'Welke gegevens?', fi: 'Mitkä tiedot?', en: 'Which data?' },
  'letter.which.none': { nl: 'Dat weten we nog niet precies.', fi: 'Emme tiedä sitä vielä tarkasti.', en: 'We do not know that exactly yet.' },
  'letter.data.name': { nl: 'je naam en je figuur', fi: 'nimesi ja hahmosi', en: 'your name and your figure' },
  'letter.data.intake': { nl: 'wat je bij de start vertelde, ook over je gezondheid', fi: 'mitä kerroit alussa, myös terveydestäsi', en: 'what you told at the start, also about your health' },
  'letter.data.answers': { nl: 'wat je antwoordde in de oefeningen', fi: 'mitä vastasit tehtävissä', en: 'what you answered in the exercises' },
  'letter.data.notes': { nl: 'wat je coach over jou schreef', fi: 'mitä valmentajasi kirjoitti sinusta', en: 'what your coach wrote about you' },
  'letter.data.steps': { nl: 'welke stappen je zette', fi: 'mitä askelia otit', en: 'which steps you took' },
  'letter.data.access': { nl: 'je startkaart', fi: 'aloituskorttisi', en: 'your start card' },
  'letter.means': { nl: 'Wat kan dit voor jou betekenen?', fi: 'Mitä tämä voi merkitä sinulle?', en: 'What can this mean for you?' },
  'letter.means.confidentiality': {
    nl: 'Iemand kan iets over jou weten wat je niet wilde vertellen. Misschien spreekt iemand je erover aan.',
    fi: 'Joku voi tietää sinusta jotain, mitä et halunnut kertoa. Joku voi ehkä puhua siitä sinulle.',
    en: 'Somebody can know something about you that you did not want to tell. Perhaps somebody talks to you about it.',
  },
  'letter.means.integrity': {
    nl: 'Er kan iets over jou staan wat niet klopt.',
    fi: 'Tiedoissasi voi olla jotain, mikä ei pidä paikkaansa.',
    en: 'There can be something about you that is not right.',
  },
  'letter.means.availability': {
    nl: 'Wat je deed of vertelde, is misschien weg. Misschien moet je iets opnieuw doen.',
    fi: 'Se, mitä teit tai kerroit, voi olla poissa. Ehkä sinun täytyy tehdä jotain uudelleen.',
    en: 'What you did or told is perhaps gone. Perhaps you have to do something again.',
  },
  'letter.did': { nl: 'Wat deden wij?', fi: 'Mitä me teimme?', en: 'What did we do?' },
  'letter.can': { nl: 'Wat kan jij doen?', fi: 'Mitä sinä voit tehdä?', en: 'What can you do?' },
  'letter.can.talk': { nl: 'Praat erover met je coach of met iemand die je vertrouwt.', fi: 'Puhu asiasta valmentajallesi tai jollekin, johon luotat.', en: 'Talk about it with your coach or with somebody you trust.' },
  'letter.can.card': { nl: 'Vraag een nieuwe startkaart. De oude werkt dan niet meer.', fi: 'Pyydä uusi aloituskortti. Vanha ei sitten enää toimi.', en: 'Ask for a new start card. The old one then works no more.' },
  'letter.can.read': { nl: 'Kijk bij “Wie las over mij?” in de app wie jouw gegevens las.', fi: 'Katso sovelluksesta kohdasta ”Kuka luki tietojani?”, kuka luki tietojasi.', en: 'Look under “Who read about me?” in the app who read your data.' },
  'letter.can.tell': { nl: 'Gebeurt er iets vreemds? Zeg het ons meteen.', fi: 'Tapahtuuko jotain outoa? Kerro meille heti.', en: 'Does something strange happen? Tell us at once.' },
  'letter.ask': { nl: 'Aan wie kan je iets vragen?', fi: 'Keneltä voit kysyä?', en: 'Whom can you ask?' },
  'letter.ask.centre': { nl: 'Je centrum', fi: 'Keskus', en: 'Your centre' },
  'letter.ask.officer': { nl: 'Wie op je gegevens let', fi: 'Tietosuojavastaava', en: 'Who looks after your data' },
  'letter.ask.authority': {
    nl: 'Ben je het niet eens? Dan kan je gratis een klacht indienen:',
    fi: 'Oletko eri mieltä? Voit tehdä maksutta kantelun:',
    en: 'Do you not agree? Then you can complain for free:',
  },
  'letter.sorry': { nl: 'Het spijt ons dat dit gebeurde.', fi: 'Olemme pahoillamme, että näin tapahtui.', en: 'We are sorry that this happened.' },
});
export const t = words.t;
