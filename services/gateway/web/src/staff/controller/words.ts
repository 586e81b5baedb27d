import { dictionary } from '../../lib/sentences.ts';

/** Who decides about the data of a centre, who works on it for all of them, and the register of what happens with it. */
export const words = dictionary({
  'controller.title': { nl: 'Wie beslist over de gegevens', fi: 'Kuka päättää tiedoista', en: 'Who decides about the data' },
  'controller.intro': {
    nl: 'Jongeren lezen dit onder “Mijn gegevens”. Het staat ook in het register hieronder.',
    fi: 'Nuoret lukevat tämän kohdasta ”Omat tietoni”. Se on myös alla olevassa selosteessa.',
    en: 'Young people read this under “My data”. It also stands in the records below.',
  },
  'controller.why': {
    nl: 'Jongeren moeten weten wie over hun gegevens beslist en aan wie ze iets kunnen vragen (AVG, artikel 13). Nu lezen ze alleen dat ze het aan de centrumleider moeten vragen.',
    fi: 'Nuorten on tiedettävä, kuka päättää heidän tiedoistaan ja keneltä he voivat kysyä (tietosuoja-asetus, artikla 13). Nyt heitä vain pyydetään kysymään keskuksen johtajalta.',
    en: 'Young people have to know who decides about their data and whom to ask (GDPR, article 13). For now they only read that they should ask the centre lead.',
  },
  'controller.legalName': {
    nl: 'Van de organisatie die beslist, bijvoorbeeld de vzw of de school.',
    fi: 'Sen organisaation, joka päättää, esimerkiksi yhdistyksen tai koulun.',
    en: 'Of the organisation that decides, for example the association or the school.',
  },
  'controller.others': { nl: 'Met wie beslist het centrum samen?', fi: 'Kenen kanssa keskus päättää yhdessä?', en: 'With whom does the centre decide jointly?' },
  'controller.others.hint': { nl: 'Eén per regel (AVG, artikel 26).', fi: 'Yksi riviä kohti (tietosuoja-asetus, artikla 26).', en: 'One per line (GDPR, article 26).' },
  'controller.saved': {
    nl: 'Bewaard. Jongeren lezen dit nu onder “Mijn gegevens”.',
    fi: 'Tallennettu. Nuoret lukevat tämän nyt kohdasta ”Omat tietoni”.',
    en: 'Saved. Young people now read this under “My data”.',
  },

  'notice.open': { nl: 'Lees wat jongeren over hun gegevens lezen', fi: 'Lue, mitä nuorille kerrotaan heidän tiedoistaan', en: 'Read what young people are told about their data' },
  'notice.title': { nl: 'Wat jongeren lezen', fi: 'Mitä nuorille kerrotaan', en: 'What young people read' },
  'notice.intro': {
    nl: 'Dit leest elke jongere bij de start, en later onder “Mijn gegevens” (AVG, artikel 13).',
    fi: 'Jokainen nuori lukee tämän alussa ja myöhemmin kohdasta ”Omat tietoni” (tietosuoja-asetus, artikla 13).',
    en: 'Every young person reads this at the start, and later under “My data” (GDPR, article 13).',
  },

  'processor.title': { nl: 'Wie de gegevens verwerkt', fi: 'Kuka käsittelee tietoja', en: 'Who processes the data' },
  'processor.intro': {
    nl: 'Wie het platform voor alle centra laat werken, is de verwerker (AVG, artikel 28). Dit staat in het register hieronder en in dat van elk centrum.',
    fi: 'Se, joka ylläpitää palvelua kaikille keskuksille, on käsittelijä (tietosuoja-asetus, artikla 28). Tämä on alla olevassa selosteessa ja jokaisen keskuksen selosteessa.',
    en: 'Whoever runs the platform for all centres is the processor (GDPR, article 28). This stands in the records below and in those of each centre.',
  },
  'processor.why': {
    nl: 'Elk centrum moet in zijn register zeggen wie de gegevens in opdracht verwerkt. Schrijf het hieronder op.',
    fi: 'Jokaisen keskuksen on kerrottava selosteessaan, kuka käsittelee tietoja sen puolesta. Kirjaa se alle.',
    en: 'Each centre has to say in its records who processes the data for it. Write it down below.',
  },
  'processor.legalName': {
    nl: 'Van de organisatie die het platform laat werken.',
    fi: 'Palvelua ylläpitävän organisaation.',
    en: 'Of the organisation that runs the platform.',
  },
  'processor.others': { nl: 'Wie werkt in opdracht mee?', fi: 'Ketkä ovat alikäsittelijöitä?', en: 'Who are the sub-processors?' },
  'processor.others.hint': {
    nl: 'Subverwerkers, zoals wie de servers levert. Eén per regel.',
    fi: 'Esimerkiksi palvelinten tarjoaja. Yksi riviä kohti.',
    en: 'Such as whoever provides the servers. One per line.',
  },
  'processor.saved': {
    nl: 'Bewaard. Dit staat nu in elk register.',
    fi: 'Tallennettu. Tämä on nyt jokaisessa selosteessa.',
    en: 'Saved. This now stands in all records.',
  },

  'field.legalName': { nl: 'Naam volgens de wet', fi: 'Virallinen nimi', en: 'Name by law' },
  'field.number': { nl: 'Ondernemingsnummer', fi: 'Yritys- ja yhteisötunnus', en: 'Enterprise number' },
  'field.address': { nl: 'Adres', fi: 'Osoite', en: 'Address' },
  'field.contact': { nl: 'Hoe bereik je de organisatie?', fi: 'Miten organisaation tavoittaa?', en: 'How is the organisation reached?' },
  'field.officer': { nl: 'Functionaris voor gegevensbescherming', fi: 'Tietosuojavastaava', en: 'Data protection officer' },
  'field.officer.hint': { nl: 'De functie of een naam.', fi: 'Tehtävä tai nimi.', en: 'The function or a name.' },
  'field.officerContact': { nl: 'Hoe bereik je de functionaris?', fi: 'Miten tietosuojavastaavan tavoittaa?', en: 'How is the officer reached?' },
  'field.reached': { nl: 'Een e-mailadres of telefoonnummer.', fi: 'Sähköpostiosoite tai puhelinnumero.', en: 'An e-mail address or telephone number.' },
  'field.agreement': { nl: 'Overeenkomst met de verwerker', fi: 'Sopimus käsittelijän kanssa', en: 'Agreement with the processor' },
  'field.agreement.hint': {
    nl: 'Nummer of versie (AVG, artikel 28).',
    fi: 'Numero tai versio (tietosuoja-asetus, artikla 28).',
    en: 'Number or version (GDPR, article 28).',
  },
  'field.agreedOn': { nl: 'Dag van de overeenkomst', fi: 'Sopimuksen päivä', en: 'Day of the agreement' },
  'form.none': { nl: 'Nog niet opgeschreven', fi: 'Ei vielä kirjattu', en: 'Not written down yet' },
  'form.save': { nl: 'Bewaar', fi: 'Tallenna', en: 'Save' },

  'exit.asked': { nl: 'Een beheerder vraagt om het einde van dit centrum.', fi: 'Ylläpitäjä pyytää tämän keskuksen päättämistä.', en: 'An operator asks for the end of this centre.' },
  'exit.open': { nl: 'Bekijk het einde', fi: 'Katso päättymistä', en: 'See the end' },

  'records.title': { nl: 'Register van de verwerkingen', fi: 'Seloste käsittelytoimista', en: 'Records of processing' },
  'records.controller': {
    nl: 'Wat er met gegevens gebeurt, waarvoor, wie ze leest en hoe lang ze blijven: zo’n register vraagt de AVG in artikel 30.',
    fi: 'Mitä tiedoille tehdään, mihin niitä käytetään, kuka niitä lukee ja kauanko ne säilyvät: tietosuoja-asetuksen artikla 30 vaatii tällaisen selosteen.',
    en: 'What happens with data, what for, who reads it and how long it stays: article 30 of the GDPR asks for such records.',
  },
  'records.processor': {
    nl: 'Wat het platform voor elk centrum met gegevens doet: zo’n register vraagt de AVG in artikel 30, lid 2.',
    fi: 'Mitä palvelu tekee tiedoille kunkin keskuksen puolesta: tietosuoja-asetuksen artiklan 30 kohta 2 vaatii tällaisen selosteen.',
    en: 'What the platform does with data for each centre: article 30(2) of the GDPR asks for such records.',
  },
  'records.proposals': {
    nl: 'De gronden en termijnen erin zijn voorstellen: de functionaris voor gegevensbescherming van het centrum beslist.',
    fi: 'Perusteet ja säilytysajat ovat siinä ehdotuksia: keskuksen tietosuojavastaava päättää niistä.',
    en: 'The grounds and terms in them are proposals: the data protection officer of the centre decides.',
  },
  'records.csv': { nl: 'Bewaar als CSV', fi: 'Tallenna CSV-tiedostona', en: 'Save as CSV' },
  'records.csv.text': { nl: 'Een tabel, in het Nederlands.', fi: 'Taulukko, hollanniksi.', en: 'A table, in Dutch.' },
  'records.jsonLd': { nl: 'Bewaar als JSON-LD', fi: 'Tallenna JSON-LD-tiedostona', en: 'Save as JSON-LD' },
  'records.jsonLd.text': {
    nl: 'Voor een ander programma, in het Nederlands en het Engels.',
    fi: 'Toista ohjelmaa varten, hollanniksi ja englanniksi.',
    en: 'For another program, in Dutch and English.',
  },
  'records.access': { nl: 'Wie toegang heeft tot gezondheidsgegevens', fi: 'Kenellä on pääsy terveystietoihin', en: 'Who has access to health data' },
  'records.assessment': { nl: 'Effectbeoordeling (GEB)', fi: 'Vaikutustenarviointi', en: 'Impact assessment (DPIA)' },
  'records.saved': { nl: 'Klaar. Het bestand staat bij je downloads.', fi: 'Valmis. Tiedosto on latauksissasi.', en: 'Done. The file is with your downloads.' },
});
export const t = words.t;
