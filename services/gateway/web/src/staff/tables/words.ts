import { dictionary } from '../../lib/sentences.ts';

/** The monitoring tables. `\u00AD` (soft hyphen) marks where a narrow column may break a word. */
export const words = dictionary({
  // Everywhere

  // Tables
  'tables.flanders': {
    nl: 'Vlaanderen, alle centra',
    fi: 'Flanderi, kaikki keskukset',
    en: 'Flanders, all centres',
  },
  'tables.populationBoth': {
    nl: 'onderwijs en NEET',
    fi: 'koulutus ja NEET',
    en: 'education and NEET',
  },
  'tables.period': {
    nl: '{from} tot en met {to}',
    fi: '{from} – {to}',
    en: '{from} to {to}',
  },
  'tables.rowHead': {
    nl: 'Aard beperking',
    fi: 'Vamman laatu',
    en: 'Kind of disability',
  },
  'tables.group.gender': {
    nl: 'Unieke personen',
    fi: 'Eri henkilöt',
    en: 'Unique persons',
  },
  'tables.group.barriers': {
    nl: 'Bijkomende drempels',
    fi: 'Lisäesteet',
    en: 'Extra barriers',
  },
  'tables.group.age': {
    nl: 'Leeftijd bij aanmelding (jaar)',
    fi: 'Ikä ilmoittautuessa (vuotta)',
    en: 'Age at registration (years)',
  },
  'tables.group.actions': {
    nl: 'Acties',
    fi: 'Toimet',
    en: 'Actions',
  },
  'tables.total': {
    nl: 'Totaal',
    fi: 'Yhteensä',
    en: 'Total',
  },
  'tables.extra': {
    nl: 'Niet in de tabel van vijf, wel in het totaal',
    fi: 'Ei viiden rivin taulukossa, mutta mukana summassa',
    en: 'Not in the table of five, but in the total',
  },
  'tables.scroll': {
    nl: 'Tabel, schuif opzij voor meer kolommen',
    fi: 'Taulukko, vieritä sivulle nähdäksesi lisää sarakkeita',
    en: 'Table, scroll sideways for more columns',
  },
  'tables.controls': {
    nl: 'Wat toont de tabel?',
    fi: 'Mitä taulukko näyttää?',
    en: 'What does the table show?',
  },
  'tables.centre': {
    nl: 'Centrum',
    fi: 'Keskus',
    en: 'Centre',
  },
  'tables.centre.all': {
    nl: 'Alle centra (Vlaanderen)',
    fi: 'Kaikki keskukset (Flanderi)',
    en: 'All centres (Flanders)',
  },
  'tables.centre.none': {
    nl: 'Geen centrum gevonden',
    fi: 'Keskusta ei löytynyt',
    en: 'No centre found',
  },
  'tables.population': {
    nl: 'Groep',
    fi: 'Ryhmä',
    en: 'Group',
  },
  'tables.both': {
    nl: 'Beide',
    fi: 'Molemmat',
    en: 'Both',
  },
  'tables.from': {
    nl: 'Van',
    fi: 'Alkupäivä',
    en: 'From',
  },
  'tables.to': {
    nl: 'Tot en met',
    fi: 'Loppupäivä',
    en: 'Up to and including',
  },
  'tables.period.reset': {
    nl: 'Laatste 12 maanden',
    fi: 'Viimeiset 12 kuukautta',
    en: 'Last 12 months',
  },
  'tables.asOf': {
    nl: 'Zoals geweten op',
    fi: 'Tiedot hetkellä',
    en: 'As known on',
  },
  'tables.asOf.now': {
    nl: 'nu',
    fi: 'nyt',
    en: 'now',
  },
  'tables.asOf.reset': {
    nl: 'Terug naar nu',
    fi: 'Takaisin nykyhetkeen',
    en: 'Back to now',
  },
  'tables.asOf.stamp': {
    nl: 'Zoals geweten op {moment}',
    fi: 'Tiedot hetkellä {moment}',
    en: 'As known on {moment}',
  },
  'tables.compare': {
    nl: 'Toon het verschil met nu',
    fi: 'Näytä ero nykyhetkeen',
    en: 'Show the difference with now',
  },
  'tables.compare.stamp': {
    nl: 'Nu, met het verschil sinds {moment}',
    fi: 'Nyt, ja ero hetkeen {moment}',
    en: 'Now, with the difference since {moment}',
  },
  'tables.compare.same': {
    nl: 'Er is geen verschil: alles was toen al bekend.',
    fi: 'Eroa ei ole: kaikki oli jo silloin tiedossa.',
    en: 'There is no difference: everything was already known then.',
  },
  'tables.view': {
    nl: 'Weergave',
    fi: 'Näkymä',
    en: 'View',
  },
  'tables.view.disability': {
    nl: 'Per beperking',
    fi: 'Vamman mukaan',
    en: 'By disability',
  },
  'tables.view.activity': {
    nl: 'Per actie',
    fi: 'Toimen mukaan',
    en: 'By action',
  },
  'tables.view.month': {
    nl: 'Per maand',
    fi: 'Kuukausittain',
    en: 'By month',
  },
  'tables.activity.caption': {
    nl: 'Acties: personen, aantal, tijd en data',
    fi: 'Toimet: henkilöt, määrä, aika ja päivät',
    en: 'Actions: persons, number, time and dates',
  },
  'tables.activity.category': {
    nl: 'Actie',
    fi: 'Toimi',
    en: 'Action',
  },
  'tables.activity.persons': {
    nl: 'Personen',
    fi: 'Henkilöt',
    en: 'Persons',
  },
  'tables.activity.actions': {
    nl: 'Acties',
    fi: 'Toimet',
    en: 'Actions',
  },
  'tables.activity.minutes': {
    nl: 'Minuten',
    fi: 'Minuutit',
    en: 'Minutes',
  },
  'tables.activity.first': {
    nl: 'Eerste keer',
    fi: 'Ensimmäinen kerta',
    en: 'First time',
  },
  'tables.activity.last': {
    nl: 'Laatste keer',
    fi: 'Viimeinen kerta',
    en: 'Last time',
  },
  'tables.csv': {
    nl: 'Bewaar als CSV',
    fi: 'Tallenna CSV',
    en: 'Save as CSV',
  },
  'tables.notes': {
    nl: 'Bij deze tabel',
    fi: 'Tietoja taulukosta',
    en: 'About this table',
  },
  'tables.note.rounded': {
    nl: 'Afgerond op {n}, zodat niemand herkenbaar is. Totalen zijn apart afgerond en kunnen dus afwijken van de som.',
    fi: 'Pyöristetty {n}:n tarkkuuteen, jotta ketään ei voi tunnistaa. Summat on pyöristetty erikseen ja voivat poiketa rivien summasta.',
    en: 'Rounded to {n}, so that nobody can be recognised. Totals are rounded separately and may differ from the sum.',
  },
  'tables.note.exact': {
    nl: 'Exacte aantallen, alleen voor jouw centrum. Deel ze niet: kleine aantallen kunnen iemand herkenbaar maken.',
    fi: 'Tarkat luvut, vain omalle keskuksellesi. Älä jaa niitä: pienistä luvuista voi tunnistaa jonkun.',
    en: 'Exact numbers, for your centre only. Do not share them: small numbers can make someone recognisable.',
  },
  'tables.note.multi.1': {
    nl: 'Eén persoon kan meer dan één drempel hebben en staat dan in meer kolommen.',
    fi: 'Yhdellä henkilöllä voi olla useita esteitä, ja hän on silloin useassa sarakkeessa.',
    en: 'One person can have more than one barrier and is then in several columns.',
  },
  'tables.note.multi.2': {
    nl: 'Eén persoon kan in meer kolommen staan.',
    fi: 'Yksi henkilö voi olla useassa sarakkeessa.',
    en: 'One person can be in several columns.',
  },
  'tables.note.unlabelled': {
    nl: 'De kolom “andere” heeft in de bron geen opschrift.',
    fi: 'Sarakkeella ”muu” ei ole otsikkoa lähteessä.',
    en: 'The column “other” has no heading in the source.',
  },
  'tables.note.age': {
    nl: 'Elke leeftijdsgroep loopt tot net voor de volgende: 17–18 is 17 jaar tot de dag voor de 18de verjaardag.',
    fi: 'Ikäryhmä päättyy juuri ennen seuraavaa: 17–18 on 17 vuodesta 18-vuotispäivää edeltävään päivään.',
    en: 'Each age group runs until just before the next: 17–18 is from age 17 to the day before the 18th birthday.',
  },
  'tables.note.definition': {
    nl: 'Definitie',
    fi: 'Määritelmä',
    en: 'Definition',
  },
  'tables.note.position': {
    nl: 'Logpositie',
    fi: 'Lokikohta',
    en: 'Log position',
  },
  'tables.note.recorded': {
    nl: 'Laatste feit bewaard op',
    fi: 'Viimeisin tieto tallennettu',
    en: 'Last fact saved on',
  },
  'tables.note.until': {
    nl: 'Bewaard uiterlijk op',
    fi: 'Tallennettu viimeistään',
    en: 'Saved by',
  },
  'tables.note.hash': {
    nl: 'Controlegetal',
    fi: 'Tarkistusarvo',
    en: 'Check value',
  },
  'tables.note.why': {
    nl: 'Met dezelfde keuzes, logpositie en definitie krijg je altijd hetzelfde controlegetal.',
    fi: 'Samat valinnat, lokikohta ja määritelmä antavat aina saman tarkistusarvon.',
    en: 'The same choices, log position and definition always give the same check value.',
  },
  'tables.empty.title': {
    nl: 'Nog geen cijfers in deze periode',
    fi: 'Tällä jaksolla ei ole vielä lukuja',
    en: 'No figures in this period yet',
  },
  'tables.empty.text': {
    nl: 'Kies een langere periode of een andere groep. Zodra er iemand start, telt die hier mee.',
    fi: 'Valitse pidempi jakso tai toinen ryhmä. Kun joku aloittaa, hän näkyy tässä.',
    en: 'Choose a longer period or another group. As soon as someone starts, they count here.',
  },
  'tables.ready.one': {
    nl: 'Tabel bijgewerkt: 1 persoon.',
    fi: 'Taulukko päivitetty: 1 henkilö.',
    en: 'Table updated: 1 person.',
  },
  'tables.ready.other': {
    nl: 'Tabel bijgewerkt: {count} personen.',
    fi: 'Taulukko päivitetty: {count} henkilöä.',
    en: 'Table updated: {count} persons.',
  },
  'tables.compare.stampDay': {
    nl: 'Zoals geweten aan het einde van {now}, met het verschil sinds het einde van {moment}',
    fi: 'Tiedot päivän lopussa: {now}, ja ero päivän loppuun: {moment}',
    en: 'As known at the end of {now}, with the difference since the end of {moment}',
  },
  'tables.asOf.stampDay': {
    nl: 'Zoals geweten aan het einde van {day}',
    fi: 'Tiedot päivän lopussa: {day}',
    en: 'As known at the end of {day}',
  },
  'tables.compare.legend': {
    nl: 'Groot cijfer: {now}. Klein cijfer: verschil met {moment}.',
    fi: 'Suuri luku: {now}. Pieni luku: ero aiempaan, {moment}.',
    en: 'Large figure: {now}. Small figure: difference with {moment}.',
  },
  'tables.compare.legendExact': {
    nl: 'Het verschil is exact geteld.',
    fi: 'Ero on laskettu tarkasti.',
    en: 'The difference is counted exactly.',
  },
  'tables.compare.legendRounded': {
    nl: 'Het verschil ligt tussen die twee getallen, want beide cijfers zijn afgerond. Zonder klein cijfer bleef het afgeronde cijfer gelijk: er kunnen tot {n} personen bij of af zijn.',
    fi: 'Ero on näiden kahden luvun välissä, koska molemmat luvut on pyöristetty. Jos pientä lukua ei ole, pyöristetty luku on sama: henkilöitä voi olla enintään {n} enemmän tai vähemmän.',
    en: 'The difference lies between those two numbers, because both figures are rounded. Without a small figure the rounded figure is the same: up to {n} persons may have come or gone.',
  },
  'tables.compare.day': {
    nl: 'Toon het verschil met gisteren',
    fi: 'Näytä ero eiliseen',
    en: 'Show the difference with yesterday',
  },
  'tables.compare.more': {
    nl: '{n} meer dan toen',
    fi: '{n} enemmän kuin silloin',
    en: '{n} more than then',
  },
  'tables.compare.fewer': {
    nl: '{n} minder dan toen',
    fi: '{n} vähemmän kuin silloin',
    en: '{n} fewer than then',
  },
  'tables.compare.range': {
    nl: '{a} tot {b}',
    fi: '{a}–{b}',
    en: '{a} to {b}',
  },
  'tables.compare.sameRounded': {
    nl: 'Elk afgerond cijfer bleef gelijk. Er kunnen tot {n} personen bij of af zijn.',
    fi: 'Jokainen pyöristetty luku on sama. Henkilöitä voi olla enintään {n} enemmän tai vähemmän.',
    en: 'Every rounded figure is the same. Up to {n} persons may have come or gone.',
  },
  'tables.asOf.end': {
    nl: 'Zoals geweten aan het einde van',
    fi: 'Tiedot päivän lopussa',
    en: 'As known at the end of',
  },
  'tables.asOf.day': {
    nl: 'het einde van {day}',
    fi: '{day}, päivän loppu',
    en: 'the end of {day}',
  },
  'tables.asOf.resetDay': {
    nl: 'Terug naar gisteren',
    fi: 'Takaisin eiliseen',
    en: 'Back to yesterday',
  },
  'tables.view.totals': {
    nl: 'Totalen',
    fi: 'Summat',
    en: 'Totals',
  },
  'tables.totals.head': {
    nl: 'Groep',
    fi: 'Ryhmä',
    en: 'Group',
  },
  'tables.inSight': {
    nl: '{all} kolommen, {n} in beeld. Schuif opzij voor de rest.',
    fi: '{all} saraketta, näkyvissä {n}. Loput näet vierittämällä sivulle.',
    en: '{all} columns, {n} in sight. Scroll sideways for the rest.',
  },
  'tables.notShown': {
    nl: 'niet getoond',
    fi: 'ei näytetä',
    en: 'not shown',
  },
  'tables.note.notShown': {
    nl: '{mark}: niet getoond. Het zijn minder dan {n} personen, of niemand.',
    fi: '{mark}: ei näytetä. Henkilöitä on alle {n} tai ei yhtään.',
    en: '{mark}: not shown. There are fewer than {n} persons, or nobody.',
  },
  'tables.note.hours': {
    nl: 'Minuten zijn afgerond op hele uren.',
    fi: 'Minuutit on pyöristetty täysiin tunteihin.',
    en: 'Minutes are rounded to whole hours.',
  },
  'tables.note.copy': {
    nl: 'Kopieer',
    fi: 'Kopioi',
    en: 'Copy',
  },
  'tables.note.copied': {
    nl: 'Controlegetal gekopieerd.',
    fi: 'Tarkistusarvo kopioitu.',
    en: 'Check value copied.',
  },
  'tables.few.title': {
    nl: 'Te weinig personen om te tonen',
    fi: 'Liian vähän henkilöitä näytettäväksi',
    en: 'Too few persons to show',
  },
  'tables.few.text': {
    nl: 'Het zijn er minder dan {n}, of niemand. Kies een langere periode, een andere groep of alle centra.',
    fi: 'Henkilöitä on alle {n} tai ei yhtään. Valitse pidempi jakso, toinen ryhmä tai kaikki keskukset.',
    en: 'There are fewer than {n}, or nobody. Choose a longer period, another group or all centres.',
  },

  // Column heads, short, with soft hyphens
  'column.male': {
    nl: 'man',
    fi: 'mies',
    en: 'male',
  },
  'column.female': {
    nl: 'vrouw',
    fi: 'nainen',
    en: 'female',
  },
  'column.unknown': {
    nl: 'niet gekend',
    fi: 'ei tie\u00ADdossa',
    en: 'not known',
  },
  'column.none': {
    nl: 'geen',
    fi: 'ei es\u00ADteitä',
    en: 'none',
  },
  'column.poverty': {
    nl: 'armoe\u00ADde / so\u00ADciaal kwets\u00ADbaar',
    fi: 'köy\u00ADhyys / so\u00ADsiaal. haavoit\u00ADtu\u00ADvuus',
    en: 'pov\u00ADerty / so\u00ADcially vulner\u00ADable',
  },
  'column.language': {
    nl: 'taal',
    fi: 'kieli',
    en: 'lan\u00ADguage',
  },
  'column.network': {
    nl: 'net\u00ADwerk',
    fi: 'ver\u00ADkosto',
    en: 'net\u00ADwork',
  },
  'column.mobility': {
    nl: 'mobili\u00ADteit',
    fi: 'liik\u00ADkumi\u00ADnen',
    en: 'mobi\u00ADlity',
  },
  'column.other': {
    nl: 'andere',
    fi: 'muu',
    en: 'other',
  },
  'column.barriersUnknown': {
    nl: 'niet gekend',
    fi: 'ei tie\u00ADdossa',
    en: 'not known',
  },
  'column.15-17': {
    nl: '15\u2060–\u206017',
    fi: '15\u2060–\u206017',
    en: '15\u2060–\u206017',
  },
  'column.17-18': {
    nl: '17\u2060–\u206018',
    fi: '17\u2060–\u206018',
    en: '17\u2060–\u206018',
  },
  'column.18-20': {
    nl: '18\u2060–\u206020',
    fi: '18\u2060–\u206020',
    en: '18\u2060–\u206020',
  },
  'column.20-24': {
    nl: '20\u2060–\u206024',
    fi: '20\u2060–\u206024',
    en: '20\u2060–\u206024',
  },
  'column.24+': {
    nl: '24+',
    fi: '24+',
    en: '24+',
  },
  'column.ageOutside': {
    nl: '<\u00A015',
    fi: '<\u00A015',
    en: '<\u00A015',
  },
  'column.intake': {
    nl: 'intake',
    fi: 'alku\u00ADhaastat\u00ADtelu',
    en: 'intake',
  },
  'column.stcTool': {
    nl: 'STC-Tool',
    fi: 'STC-työ\u00ADkalu',
    en: 'STC tool used',
  },
  'column.firstMeeting': {
    nl: 'kennis\u00ADmakings\u00ADgesprek',
    fi: 'tutus\u00ADtumis\u00ADkeskus\u00ADtelu',
    en: 'first meeting',
  },
  'column.individualEmpowerment': {
    nl: 'indivi\u00ADdueel empower\u00ADment',
    fi: 'yksilöl\u00ADlinen voimaan\u00ADnutta\u00ADminen',
    en: 'indi\u00ADvidual empower\u00ADment',
  },
  'column.groupEmpowerment': {
    nl: 'groeps\u00ADempower\u00ADment',
    fi: 'ryhmä\u00ADmuotoi\u00ADnen voimaan\u00ADnutta\u00ADminen',
    en: 'group empower\u00ADment',
  },
  'column.actionPlan': {
    nl: 'opmaak POP',
    fi: 'kehitys\u00ADsuunni\u00ADtelman (POP) laatimi\u00ADnen',
    en: 'develop\u00ADment plan (POP)',
  },
  'column.networkIntervention': {
    nl: 'inter\u00ADventie netwerk',
    fi: 'verkos\u00ADtotyö',
    en: 'network inter\u00ADvention',
  },
  'column.internshipMediation': {
    nl: 'bemid\u00ADdeling stage',
    fi: 'harjoit\u00ADtelu\u00ADpaikan etsintä',
    en: 'intern\u00ADship medi\u00ADation',
  },
  'column.internshipCoaching': {
    nl: 'coaching stage',
    fi: 'harjoit\u00ADtelun valmen\u00ADnus',
    en: 'intern\u00ADship coaching',
  },
  'column.jobMediation': {
    nl: 'bemid\u00ADdeling werk',
    fi: 'työn\u00ADväli\u00ADtys',
    en: 'job medi\u00ADation',
  },
  'column.btomRequest': {
    nl: 'aan\u00ADvraag BTOM',
    fi: 'työllis\u00ADtämis\u00ADtuen (BTOM) haku',
    en: 'BTOM request',
  },
  'column.ipsJobCoaching': {
    nl: 'IPS-job\u00ADcoaching',
    fi: 'IPS-työhön\u00ADvalmen\u00ADnus',
    en: 'IPS job coaching',
  },

  // Names of the tables
  'tables.1.title': {
    nl: 'Tabel 1 · Drempels en leeftijd',
    fi: 'Taulukko 1 · Esteet ja ikä',
    en: 'Table 1 · Barriers and age',
  },
  'tables.2.title': {
    nl: 'Tabel 2 · Acties',
    fi: 'Taulukko 2 · Toimet',
    en: 'Table 2 · Actions',
  },
  'tables.1.sub': {
    nl: 'Unieke personen in begeleiding',
    fi: 'Eri henkilöitä valmennuksessa',
    en: 'Unique persons being coached',
  },
  'tables.2.sub': {
    nl: 'Unieke personen met minstens één actie',
    fi: 'Eri henkilöitä, joilla on vähintään yksi toimi',
    en: 'Unique persons with at least one action',
  },
});
export const t = words.t;
