import { dictionary } from '../../lib/sentences.ts';

/** The certificate of the end of a centre: around it for the operator, and on the paper for who decided about the data. */
export const words = dictionary({
  'gone.title': { nl: 'Bewijs van het einde', fi: 'Todistus päättymisestä', en: 'Certificate of the end' },
  'gone.intro': {
    nl: 'Druk dit af voor wie over de gegevens besliste.',
    fi: 'Tulosta tämä sille, joka päätti tiedoista.',
    en: 'Print this for whoever decided about the data.',
  },
  'gone.language': { nl: 'Taal van het bewijs', fi: 'Todistuksen kieli', en: 'Language of the certificate' },
  'gone.none.title': { nl: 'Er is nog geen bewijs', fi: 'Todistusta ei vielä ole', en: 'There is no certificate yet' },
  'gone.none.text': {
    nl: 'Het komt er als alles gewist is. Dat wordt vanzelf afgemaakt.',
    fi: 'Se tulee, kun kaikki on poistettu. Työ viedään loppuun itsestään.',
    en: 'It comes when everything is erased. That is finished by itself.',
  },

  // On the paper
  'sheet.title': { nl: 'Alle gegevens van het centrum zijn gewist', fi: 'Keskuksen kaikki tiedot on poistettu', en: 'All data of the centre is erased' },
  'sheet.law': { nl: 'AVG, artikel 28, lid 3, g', fi: 'Tietosuoja-asetus, artikla 28, kohta 3, g', en: 'GDPR, article 28(3)(g)' },
  'sheet.centre': { nl: 'Centrum', fi: 'Keskus', en: 'Centre' },
  'sheet.code': { nl: 'Code', fi: 'Koodi', en: 'Code' },
  'sheet.ended': { nl: 'Overeenkomst geëindigd op', fi: 'Sopimus päättyi', en: 'Agreement ended on' },
  'sheet.agreed': { nl: 'Goedgekeurd door het centrum op', fi: 'Keskus hyväksyi', en: 'Agreed by the centre on' },
  'sheet.export': { nl: 'SHA-256 van de uitvoer die teruggegeven is', fi: 'Palautetun viennin SHA-256', en: 'SHA-256 of the export that was given back' },
  'sheet.left': { nl: 'Gewist op', fi: 'Poistettu', en: 'Erased on' },
  'sheet.people': { nl: 'Mensen die sleutels hadden', fi: 'Ihmisiä, joilla oli avaimia', en: 'People who had keys' },
  'sheet.events': { nl: 'Gebeurtenissen die in het logboek blijven', fi: 'Lokiin jääviä tapahtumia', en: 'Events that stay in the log' },
  'sheet.what.title': { nl: 'Wat er gebeurde', fi: 'Mitä tehtiin', en: 'What was done' },
  'sheet.what': {
    nl: 'Elke sleutel van het centrum en van iedereen in het centrum is vernietigd. Namen, intakes, antwoorden, notities en vragen kan niemand nog lezen, ook niet wie het platform beheert.',
    fi: 'Keskuksen ja sen jokaisen ihmisen kaikki avaimet on tuhottu. Kukaan ei voi enää lukea nimiä, alkutietoja, vastauksia, muistiinpanoja eikä pyyntöjä, ei edes palvelun ylläpitäjä.',
    en: 'Every key of the centre and of everybody in it is destroyed. Names, intakes, answers, notes and requests nobody can read any more, not even who runs the platform.',
  },
  'sheet.stays.title': { nl: 'Wat blijft', fi: 'Mitä jää', en: 'What stays' },
  'sheet.stays': {
    nl: 'In het logboek staat nog dat er iets gebeurde, wat voor iets en wanneer, met toevallige nummers. De naam van het centrum en wie over de gegevens besliste staan er ook nog. Een reservekopie van de sleutels verdwijnt zodra haar bewaartijd om is; wordt ze teruggezet, dan worden de sleutels opnieuw vernietigd.',
    fi: 'Lokissa on vielä tieto siitä, että jotain tapahtui, millaista ja milloin, satunnaisin numeroin. Siellä ovat vielä keskuksen nimi ja tiedoista päättänyt. Avainten varmuuskopio häviää, kun sen säilytysaika päättyy; jos se palautetaan, avaimet tuhotaan uudelleen.',
    en: 'The log still says that something happened, what kind of thing and when, with random numbers. The name of the centre and who decided about the data stand there, too. A backup of the keys goes when the time for which it is kept is up; if it is restored, the keys are destroyed again.',
  },
  'sheet.signed': { nl: 'De ondertekende tekst', fi: 'Allekirjoitettu teksti', en: 'The signed text' },
  'sheet.check.title': { nl: 'Nakijken of dit echt is', fi: 'Näin tarkistat, onko tämä aito', en: 'Checking that this is genuine' },
  'sheet.check': {
    nl: 'Met het programma stc en de openbare sleutel, het bestand token.pub. Zet de ondertekende tekst op de plaats van de puntjes:',
    fi: 'Ohjelmalla stc ja julkisella avaimella, tiedostolla token.pub. Kirjoita allekirjoitettu teksti pisteiden tilalle:',
    en: 'With the program stc and the public key, the file token.pub. Put the signed text in place of the dots:',
  },
  'sheet.checked': {
    nl: 'Het programma toont dan hetzelfde, met hoeveel sleutels er over zijn: keysLeft is 0.',
    fi: 'Ohjelma näyttää silloin saman ja sen, montako avainta on jäljellä: keysLeft on 0.',
    en: 'The program then shows the same, with how many keys are left: keysLeft is 0.',
  },
});
export const t = words.t;
