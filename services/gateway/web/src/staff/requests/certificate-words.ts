import { dictionary } from '../../lib/sentences.ts';

/** The certificate of an erasure: around it for the lead, and on the paper for whoever asked. */
export const words = dictionary({
  'certificate.title': { nl: 'Bewijs van het wissen', fi: 'Todistus poistamisesta', en: 'Certificate of the erasure' },
  'certificate.intro': {
    nl: 'Druk dit af voor wie het vroeg. Er staat geen naam op: die kan niemand nog lezen.',
    fi: 'Tulosta tämä sille, joka pyysi. Siinä ei ole nimeä: kukaan ei voi enää lukea sitä.',
    en: 'Print this for whoever asked. There is no name on it: nobody can read that any more.',
  },
  'certificate.language': { nl: 'Taal van het bewijs', fi: 'Todistuksen kieli', en: 'Language of the certificate' },
  'certificate.none.title': { nl: 'Er is nog geen bewijs', fi: 'Todistusta ei vielä ole', en: 'There is no certificate yet' },
  'certificate.none.text': {
    nl: 'Het komt er als alles gewist is. Dat wordt vanzelf afgemaakt, ook als een deel van het platform even niet antwoordt.',
    fi: 'Se tulee, kun kaikki on poistettu. Työ viedään loppuun itsestään, vaikka osa palvelusta ei hetkeen vastaisi.',
    en: 'It comes when everything is erased. That is finished by itself, also when a part of the platform does not answer for a while.',
  },

  // On the paper
  'proof.title': { nl: 'Alles over jou is gewist', fi: 'Kaikki tietosi on poistettu', en: 'Everything about you is erased' },
  'proof.centre': { nl: 'Centrum', fi: 'Keskus', en: 'Centre' },
  'proof.person': { nl: 'Nummer in de plaats van je naam', fi: 'Numero nimesi tilalla', en: 'Number in place of your name' },
  'proof.request': { nl: 'Nummer van je vraag', fi: 'Pyyntösi numero', en: 'Number of your request' },
  'proof.received': { nl: 'Gevraagd op', fi: 'Pyydetty', en: 'Asked on' },
  'proof.erased': { nl: 'Gewist op', fi: 'Poistettu', en: 'Erased on' },
  'proof.events': { nl: 'Gebeurtenissen die in het logboek blijven', fi: 'Lokiin jääviä tapahtumia', en: 'Events that stay in the log' },
  'proof.what.title': { nl: 'Wat gewist is', fi: 'Mitä poistettiin', en: 'What was erased' },
  'proof.what': {
    nl: 'Je naam en je figuur. Wat je vertelde bij de start. Wat je antwoordde. Wat je coach over jou schreef. Hoe je traject eindigde. Wat je vroeg over je gegevens.',
    fi: 'Nimesi ja hahmosi. Mitä kerroit alussa. Mitä vastasit. Mitä valmentajasi kirjoitti sinusta. Miten polkusi päättyi. Mitä pyysit tiedoistasi.',
    en: 'Your name and your figure. What you told at the start. What you answered. What your coach wrote about you. How your path ended. What you asked about your data.',
  },
  'proof.keys.title': { nl: 'Niemand kan het nog lezen', fi: 'Kukaan ei voi enää lukea niitä', en: 'Nobody can read it any more' },
  'proof.keys': {
    nl: 'Het was bewaard met sleutels die alleen voor jou gemaakt waren. Het platform heeft er geen enkele meer. Zonder sleutel kan niemand het lezen: jij niet, je centrum niet en wie het platform beheert ook niet. Ook uit een reservekopie van het logboek kan niemand het halen. Een reservekopie van de sleutels verdwijnt zodra haar bewaartijd om is.',
    fi: 'Tietosi oli lukittu avaimilla, jotka tehtiin vain sinulle. Palvelulla ei ole enää yhtään niistä. Ilman avainta kukaan ei voi lukea tietoja: et sinä, ei keskus eikä palvelun ylläpitäjä. Kukaan ei saa niitä myöskään lokin varmuuskopiosta. Avainten varmuuskopio häviää, kun sen säilytysaika päättyy.',
    en: 'It was kept with keys that were made for you alone. The platform has none of them any more. Without a key nobody can read it: not you, not your centre, and not who runs the platform. Nor can anybody get it from a backup of the log. A backup of the keys goes when the time for which it is kept is up.',
  },
  'proof.stays.title': { nl: 'Wat blijft', fi: 'Mitä jää', en: 'What stays' },
  'proof.stays': {
    nl: 'In het logboek staat nog dat er iets gebeurde met dit nummer, wat voor iets en wanneer. Wie je bent en wat er geschreven is, kan niemand daarin lezen.',
    fi: 'Lokissa on vielä tieto siitä, että tälle numerolle tapahtui jotain, millaista ja milloin. Siitä kukaan ei voi lukea, kuka olet ja mitä on kirjoitettu.',
    en: 'The log still says that something happened with this number, what kind of thing and when. Who you are and what was written nobody can read in it.',
  },
  'proof.signed': { nl: 'De ondertekende tekst', fi: 'Allekirjoitettu teksti', en: 'The signed text' },
  'proof.check.title': { nl: 'Nakijken of dit echt is', fi: 'Näin tarkistat, onko tämä aito', en: 'Checking that this is genuine' },
  'proof.check': {
    nl: 'Vraag wie het platform beheert om het programma stc en de openbare sleutel, het bestand token.pub. Zet de ondertekende tekst op de plaats van de puntjes:',
    fi: 'Pyydä palvelun ylläpitäjältä ohjelma stc ja julkinen avain, tiedosto token.pub. Kirjoita allekirjoitettu teksti pisteiden tilalle:',
    en: 'Ask who runs the platform for the program stc and the public key, the file token.pub. Put the signed text in place of the dots:',
  },
  'proof.checked': {
    nl: 'Het programma toont dan dit nummer, de dag en hoeveel sleutels er over zijn: keysLeft is 0. Is er iets aan de tekst veranderd, dan zegt het dat.',
    fi: 'Ohjelma näyttää silloin tämän numeron, päivän ja sen, montako avainta on jäljellä: keysLeft on 0. Jos tekstiä on muutettu, ohjelma kertoo sen.',
    en: 'The program then shows this number, the day and how many keys are left: keysLeft is 0. If anything in the text was changed, it says so.',
  },
});
export const t = words.t;
