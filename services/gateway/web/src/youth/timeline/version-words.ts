import { dictionary } from '../../lib/sentences.ts';

/** How a youth puts an own version beside what a coach wrote down. */
export const words = dictionary({
  'version.add': { nl: 'Zet jouw versie erbij', fi: 'Lisää oma versiosi', en: 'Add your version' },
  'version.change': { nl: 'Pas jouw versie aan', fi: 'Muuta omaa versiotasi', en: 'Change your version' },
  'version.mine': { nl: 'Jouw versie:', fi: 'Oma versiosi:', en: 'Your version:' },
  'version.mineOn': { nl: 'Jouw versie, van {date}:', fi: 'Oma versiosi, {date}:', en: 'Your version, of {date}:' },
  'version.waits': {
    nl: 'Nog niet verstuurd. Het gaat vanzelf zodra er internet is.',
    fi: 'Ei vielä lähetetty. Se lähtee itsestään, kun netti toimii.',
    en: 'Not sent yet. It goes by itself when there is internet.',
  },
  'version.goes': {
    nl: 'Jouw versie gaat weg zodra er internet is.',
    fi: 'Oma versiosi poistuu, kun netti toimii.',
    en: 'Your version goes away when there is internet.',
  },
  'version.drop': { nl: 'Laat vallen', fi: 'Hylkää', en: 'Drop it' },
  'version.label': { nl: 'Hoe ging het volgens jou?', fi: 'Miten asia sinun mielestäsi oli?', en: 'How was it, in your view?' },
  'version.hint': {
    nl: 'Wie leest wat je coach schreef, leest ook dit. De tekst van je coach blijft staan.',
    fi: 'Se, joka lukee valmentajasi tekstin, lukee myös tämän. Valmentajan teksti säilyy.',
    en: 'Whoever reads what your coach wrote reads this too. The words of your coach stay.',
  },
  'version.empty': { nl: 'Schrijf eerst iets.', fi: 'Kirjoita ensin jotain.', en: 'Write something first.' },
  'version.save': { nl: 'Bewaar mijn versie', fi: 'Tallenna oma versioni', en: 'Save my version' },
  'version.cancel': { nl: 'Niet bewaren', fi: 'Älä tallenna', en: 'Do not save' },
  'version.saved': { nl: 'Jouw versie is bewaard.', fi: 'Oma versiosi on tallennettu.', en: 'Your version is saved.' },
  'version.takeAway': { nl: 'Haal jouw versie weg', fi: 'Poista oma versiosi', en: 'Take your version away' },
  'version.takeAway.ask': { nl: 'Jouw versie weghalen?', fi: 'Poistetaanko oma versiosi?', en: 'Take your version away?' },
  'version.takeAway.text': {
    nl: 'Niemand ziet ze dan nog. Je kan later een nieuwe schrijven.',
    fi: 'Kukaan ei enää näe sitä. Voit kirjoittaa myöhemmin uuden.',
    en: 'Nobody sees it any more then. You can write a new one later.',
  },
  'version.takeAway.yes': { nl: 'Ja, haal weg', fi: 'Kyllä, poista', en: 'Yes, take it away' },
  'version.takeAway.no': { nl: 'Nee, laat staan', fi: 'Ei, jätä se', en: 'No, leave it' },
  'version.gone': { nl: 'Jouw versie is weg.', fi: 'Oma versiosi on poistettu.', en: 'Your version is gone.' },
});
export const t = words.t;
