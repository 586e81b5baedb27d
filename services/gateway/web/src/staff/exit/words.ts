import { dictionary } from '../../lib/sentences.ts';

/** The end of a centre on the platform, for the operator who sees to it and for the centre's lead who agrees. */
export const words = dictionary({
  'exit.title': { nl: 'Einde van het centrum', fi: 'Keskuksen päättyminen', en: 'End of the centre' },
  'exit.intro': {
    nl: 'Stopt de overeenkomst, dan krijgt het centrum al zijn gegevens terug en wordt hier alles gewist (AVG, artikel 28).',
    fi: 'Kun sopimus päättyy, keskus saa kaikki tietonsa takaisin ja täältä poistetaan kaikki (tietosuoja-asetus, artikla 28).',
    en: 'When the agreement ends, the centre gets all its data back and everything here is erased (GDPR, article 28).',
  },
  'exit.steps': { nl: 'Hoe ver het is', fi: 'Missä vaiheessa ollaan', en: 'How far it is' },
  'step.begun': { nl: 'Begonnen door een beheerder', fi: 'Ylläpitäjä on aloittanut', en: 'Begun by an operator' },
  'step.agreed': { nl: 'Goedgekeurd door de centrumleider', fi: 'Keskuksen johtaja on hyväksynyt', en: 'Agreed by the centre lead' },
  'step.exported': { nl: 'Alle gegevens zijn uitgevoerd', fi: 'Kaikki tiedot on viety', en: 'All data is exported' },
  'step.left': { nl: 'Alles is gewist', fi: 'Kaikki on poistettu', en: 'Everything is erased' },
  'step.done': { nl: 'klaar', fi: 'valmis', en: 'done' },
  'step.next': { nl: 'volgt nu', fi: 'seuraavaksi', en: 'comes now' },
  'step.later': { nl: 'later', fi: 'myöhemmin', en: 'later' },
  'exit.ended': { nl: 'Overeenkomst geëindigd op', fi: 'Sopimus päättyi', en: 'Agreement ended on' },

  // The operator
  'begin.title': { nl: 'Begin het einde', fi: 'Aloita päättäminen', en: 'Begin the end' },
  'begin.text': {
    nl: 'Er verandert nog niets. De centrumleider moet het eerst goedkeuren.',
    fi: 'Mikään ei muutu vielä. Keskuksen johtajan on ensin hyväksyttävä se.',
    en: 'Nothing changes yet. The centre lead has to agree first.',
  },
  'begin.day': { nl: 'Dag waarop de overeenkomst eindigde', fi: 'Päivä, jona sopimus päättyi', en: 'Day on which the agreement ended' },
  'begin.do': { nl: 'Vraag het aan de centrumleider', fi: 'Pyydä keskuksen johtajalta', en: 'Ask the centre lead' },
  'begun.text': {
    nl: 'Nu is het aan de centrumleider: die keurt het goed onder “Wie beslist over de gegevens”.',
    fi: 'Nyt on keskuksen johtajan vuoro: hän hyväksyy sen kohdassa ”Kuka päättää tiedoista”.',
    en: 'Now it is up to the centre lead, who agrees under “Who decides about the data”.',
  },
  'export.title': { nl: 'Voer alle gegevens uit', fi: 'Vie kaikki tiedot', en: 'Export all data' },
  'export.text': {
    nl: 'Doe dit op de machine waar de sleutelkluis is. Geef het bestand langs een veilige weg aan wie over de gegevens beslist, en wis het daarna.',
    fi: 'Tee tämä koneella, jossa avainholvi on. Anna tiedosto turvallisesti sille, joka päättää tiedoista, ja poista se sitten.',
    en: 'Do this on the machine where the key vault is. Give the file over a safe way to whoever decides about the data, then delete it.',
  },
  'export.sha256': { nl: 'SHA-256 van het bestand', fi: 'Tiedoston SHA-256', en: 'SHA-256 of the file' },
  'export.sha256.hint': { nl: 'Zoals het programma het toont: 64 tekens.', fi: 'Ohjelman näyttämä: 64 merkkiä.', en: 'As the program shows it: 64 characters.' },
  'export.sha256.wrong': { nl: 'Neem de 64 cijfers en letters over die het programma toont.', fi: 'Kopioi ohjelman näyttämät 64 numeroa ja kirjainta.', en: 'Copy the 64 digits and letters that the program shows.' },
  'export.through': { nl: 'Tot plaats in het logboek', fi: 'Lokin kohtaan asti', en: 'Up to place in the log' },
  'export.through.hint': { nl: 'Het getal achter “through”.', fi: 'Luku sanan ”through” jälkeen.', en: 'The number after “through”.' },
  'export.through.wrong': { nl: 'Neem het getal over dat het programma toont.', fi: 'Kopioi ohjelman näyttämä luku.', en: 'Copy the number that the program shows.' },
  'export.do': { nl: 'Kijk na en bewaar', fi: 'Tarkista ja tallenna', en: 'Check and save' },
  'export.again': { nl: 'Een andere uitvoer', fi: 'Toinen vienti', en: 'Another export' },
  'export.events': { nl: 'Gebeurtenissen in het bestand', fi: 'Tapahtumia tiedostossa', en: 'Events in the file' },
  'wipe.title': { nl: 'Wis alles', fi: 'Poista kaikki', en: 'Erase everything' },
  'wipe.means.keys': { nl: 'Elke sleutel van dit centrum wordt vernietigd. Niemand kan nog lezen wat er stond, ook niet uit een reservekopie van het logboek.', fi: 'Keskuksen jokainen avain tuhotaan. Kukaan ei voi enää lukea, mitä siellä oli, ei edes lokin varmuuskopiosta.', en: 'Every key of this centre is destroyed. Nobody can read what was there any more, also not from a backup of the log.' },
  'wipe.means.people': { nl: 'Niemand van het centrum kan zich nog aanmelden, ook de centrumleider niet.', fi: 'Kukaan keskuksesta ei voi enää kirjautua, ei edes sen johtaja.', en: 'Nobody of the centre can sign in any more, not even its lead.' },
  'wipe.means.tables': { nl: 'Zijn jongeren tellen in geen tabel meer mee.', fi: 'Keskuksen nuoria ei enää lasketa taulukoihin.', en: 'Its young people are counted in no table any more.' },
  'wipe.means.undone': { nl: 'Dit kan niemand ongedaan maken.', fi: 'Kukaan ei voi perua tätä.', en: 'Nobody can undo this.' },
  'confirm.code': { nl: 'Typ de code van het centrum', fi: 'Kirjoita keskuksen koodi', en: 'Type the code of the centre' },
  'confirm.code.wrong': { nl: 'Dit is niet de code van dit centrum.', fi: 'Tämä ei ole keskuksen koodi.', en: 'This is not the code of this centre.' },
  'wipe.do': { nl: 'Wis alles voorgoed', fi: 'Poista kaikki lopullisesti', en: 'Erase everything for good' },
  'wipe.going': { nl: 'Alles wordt nu gewist. Dit gaat vanzelf door tot het klaar is.', fi: 'Kaikkea poistetaan nyt. Se jatkuu itsestään, kunnes on valmista.', en: 'Everything is being erased now. It goes on by itself until it is done.' },
  'withdraw.do': { nl: 'Het centrum blijft toch', fi: 'Keskus jääkin', en: 'The centre stays after all' },
  'withdraw.ask': {
    nl: 'Iedereen van het centrum kan zich dan weer aanmelden en verder werken.',
    fi: 'Kaikki keskuksesta voivat silloin taas kirjautua ja jatkaa.',
    en: 'Everybody of the centre can then sign in again and go on.',
  },
  'exit.certificate': { nl: 'Bewijs van het einde', fi: 'Todistus päättymisestä', en: 'Certificate of the end' },

  // The lead
  'lead.none.title': { nl: 'Het centrum blijft', fi: 'Keskus jää', en: 'The centre stays' },
  'lead.none.text': { nl: 'Niemand vroeg om het einde van dit centrum.', fi: 'Kukaan ei ole pyytänyt keskuksen päättämistä.', en: 'Nobody asked for the end of this centre.' },
  'lead.asked': {
    nl: 'Een beheerder van het platform vraagt om het einde, want de overeenkomst is gedaan. Keur het goed namens wie over de gegevens beslist.',
    fi: 'Palvelun ylläpitäjä pyytää päättämistä, koska sopimus on päättynyt. Hyväksy se tiedoista päättävän puolesta.',
    en: 'An operator of the platform asks for the end, since the agreement is over. Agree in the name of whoever decides about the data.',
  },
  'lead.means.fence': { nl: 'Vanaf nu kunnen jongeren, coaches en de functionaris zich niet meer aanmelden. Alleen jij leest nog.', fi: 'Tästä lähtien nuoret, valmentajat ja tietosuojavastaava eivät voi enää kirjautua. Vain sinä näet vielä tiedot.', en: 'From now on young people, coaches and the officer cannot sign in any more. Only you still read.' },
  'lead.means.export': { nl: 'Wie over de gegevens beslist krijgt alles in een bestand.', fi: 'Se, joka päättää tiedoista, saa kaiken tiedostona.', en: 'Whoever decides about the data gets everything in a file.' },
  'lead.means.wipe': { nl: 'Daarna wordt hier alles voorgoed gewist.', fi: 'Sen jälkeen täältä poistetaan kaikki lopullisesti.', en: 'Afterwards everything here is erased for good.' },
  'lead.do': { nl: 'Ik keur het goed', fi: 'Hyväksyn', en: 'I agree' },
  'lead.agreed': {
    nl: 'Je keurde het goed. Tot alles gewist wordt, kan het centrum toch nog blijven.',
    fi: 'Hyväksyit sen. Keskus voi vielä jäädä, kunnes kaikki poistetaan.',
    en: 'You agreed. Until everything is being erased, the centre can still stay.',
  },
});
export const t = words.t;
