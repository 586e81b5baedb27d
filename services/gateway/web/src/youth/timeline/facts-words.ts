import { dictionary } from '../../lib/sentences.ts';

/** What was written down about a youth at intake and at the end, as the youth reads it. */
export const words = dictionary({
  'fact.gone': {
    nl: 'Wat hier stond, is gewist.',
    fi: 'Tässä ollut tieto on poistettu.',
    en: 'What stood here was erased.',
  },
  'fact.source': {
    nl: 'Hoe je hier kwam',
    fi: 'Miten tulit tänne',
    en: 'How you came here',
  },
  'fact.birthDate': {
    nl: 'Geboren op',
    fi: 'Syntymäpäivä',
    en: 'Born on',
  },
  'fact.gender': {
    nl: 'Geslacht',
    fi: 'Sukupuoli',
    en: 'Gender',
  },
  'fact.population': {
    nl: 'Wat je deed',
    fi: 'Mitä teit',
    en: 'What you did',
  },
  'fact.disability': {
    nl: 'Beperking',
    fi: 'Vamma tai sairaus',
    en: 'Disability',
  },
  'fact.otherDisabilities': {
    nl: 'Ook',
    fi: 'Lisäksi',
    en: 'Also',
  },
  'fact.barriers': {
    nl: 'Wat het moeilijker maakt',
    fi: 'Mikä tekee vaikeammaksi',
    en: 'What makes it harder',
  },
  'fact.entryLevel': {
    nl: 'Je onderwijs',
    fi: 'Koulutuksesi',
    en: 'Your education',
  },
  'fact.exit': {
    nl: 'Hoe het eindigde',
    fi: 'Miten polku päättyi',
    en: 'How it ended',
  },
  'fact.form': {
    nl: 'Soort werk',
    fi: 'Työn laji',
    en: 'Kind of work',
  },
  'fact.hours': {
    nl: 'Hoeveel werk',
    fi: 'Työn määrä',
    en: 'How much work',
  },
  'fact.hoursPercent': {
    nl: '{percent}% van voltijds',
    fi: '{percent} % kokopäivätyöstä',
    en: '{percent}% of full time',
  },
  'fact.barriers.none': {
    nl: 'Niets',
    fi: 'Ei mikään',
    en: 'Nothing',
  },
  'fact.barriers.unknown': {
    nl: 'Niet bekend',
    fi: 'Ei tiedossa',
    en: 'Not known',
  },
  'fact.gender.male': {
    nl: 'Man',
    fi: 'Mies',
    en: 'Man',
  },
  'fact.gender.female': {
    nl: 'Vrouw',
    fi: 'Nainen',
    en: 'Woman',
  },
  'fact.gender.unknown': {
    nl: 'Niet bekend',
    fi: 'Ei tiedossa',
    en: 'Not known',
  },
  'fact.population.education': {
    nl: 'Je gaat naar school of volgt een opleiding',
    fi: 'Käyt koulua tai olet koulutuksessa',
    en: 'You go to school or follow a training',
  },
  'fact.population.neet': {
    nl: 'Geen school, geen opleiding, geen werk',
    fi: 'Ei koulua, koulutusta eikä työtä',
    en: 'No school, no training, no work',
  },
  'fact.source.school': {
    nl: 'Via je school',
    fi: 'Koulun kautta',
    en: 'Through your school',
  },
  'fact.source.learningSupportCentre': {
    nl: 'Via een leersteuncentrum',
    fi: 'Oppimisen tukikeskuksen kautta',
    en: 'Through a learning-support centre',
  },
  'fact.source.clb': {
    nl: 'Via het CLB',
    fi: 'CLB:n kautta',
    en: 'Through the CLB',
  },
  'fact.source.welfare': {
    nl: 'Via een welzijnsdienst',
    fi: 'Sosiaalipalvelujen kautta',
    en: 'Through a welfare service',
  },
  'fact.source.vdab': {
    nl: 'Via VDAB',
    fi: 'VDAB:n kautta',
    en: 'Through VDAB',
  },
  'fact.source.youthWork': {
    nl: 'Via het jeugdwerk',
    fi: 'Nuorisotyön kautta',
    en: 'Through youth work',
  },
  'fact.source.selfReferral': {
    nl: 'Je kwam zelf',
    fi: 'Tulit itse',
    en: 'You came yourself',
  },
  'fact.source.network': {
    nl: 'Via mensen die je kent',
    fi: 'Tuttujen kautta',
    en: 'Through people you know',
  },
  'fact.disability.mental': {
    nl: 'Psychisch, ook autisme',
    fi: 'Mielenterveys, myös autismi',
    en: 'Mental, autism too',
  },
  'fact.disability.learning': {
    nl: 'Leren',
    fi: 'Oppiminen',
    en: 'Learning',
  },
  'fact.disability.motor': {
    nl: 'Bewegen',
    fi: 'Liikkuminen',
    en: 'Moving',
  },
  'fact.disability.hearing': {
    nl: 'Horen',
    fi: 'Kuulo',
    en: 'Hearing',
  },
  'fact.disability.visual': {
    nl: 'Zien',
    fi: 'Näkö',
    en: 'Seeing',
  },
  'fact.disability.otherHealth': {
    nl: 'Iets anders met je gezondheid',
    fi: 'Jokin muu terveydessä',
    en: 'Something else with your health',
  },
  'fact.disability.unknown': {
    nl: 'Niet bekend',
    fi: 'Ei tiedossa',
    en: 'Not known',
  },
  'fact.barrier.poverty': {
    nl: 'Weinig geld of steun',
    fi: 'Vähän rahaa tai tukea',
    en: 'Little money or support',
  },
  'fact.barrier.language': {
    nl: 'Taal',
    fi: 'Kieli',
    en: 'Language',
  },
  'fact.barrier.network': {
    nl: 'Weinig mensen om je heen',
    fi: 'Vähän ihmisiä ympärillä',
    en: 'Few people around you',
  },
  'fact.barrier.mobility': {
    nl: 'Moeilijk ergens geraken',
    fi: 'Vaikea päästä paikkoihin',
    en: 'Hard to get to places',
  },
  'fact.barrier.other': {
    nl: 'Iets anders',
    fi: 'Jokin muu',
    en: 'Something else',
  },
  'fact.entryLevel.ov1': {
    nl: 'Buitengewoon onderwijs, OV1',
    fi: 'Erityisopetus, OV1',
    en: 'Special education, OV1',
  },
  'fact.entryLevel.ov2': {
    nl: 'Buitengewoon onderwijs, OV2',
    fi: 'Erityisopetus, OV2',
    en: 'Special education, OV2',
  },
  'fact.entryLevel.ov3': {
    nl: 'Buitengewoon onderwijs, OV3',
    fi: 'Erityisopetus, OV3',
    en: 'Special education, OV3',
  },
  'fact.entryLevel.ov4': {
    nl: 'Buitengewoon onderwijs, OV4',
    fi: 'Erityisopetus, OV4',
    en: 'Special education, OV4',
  },
  'fact.entryLevel.abo': {
    nl: 'ABO, een jaar leren en werken',
    fi: 'ABO, vuosi opiskelua ja työtä',
    en: 'ABO, a year of learning and working',
  },
  'fact.entryLevel.aso': {
    nl: 'ASO',
    fi: 'ASO',
    en: 'ASO',
  },
  'fact.entryLevel.kso': {
    nl: 'KSO',
    fi: 'KSO',
    en: 'KSO',
  },
  'fact.entryLevel.tso': {
    nl: 'TSO',
    fi: 'TSO',
    en: 'TSO',
  },
  'fact.entryLevel.bso': {
    nl: 'BSO',
    fi: 'BSO',
    en: 'BSO',
  },
  'fact.entryLevel.vet': {
    nl: 'Beroepsopleiding',
    fi: 'Ammatillinen koulutus',
    en: 'Vocational training',
  },
  'fact.entryLevel.higher': {
    nl: 'Hogeschool',
    fi: 'Ammatti\u00ADkorkeakoulu',
    en: 'University college',
  },
  'fact.entryLevel.university': {
    nl: 'Universiteit',
    fi: 'Yliopisto',
    en: 'University',
  },
  'fact.entryLevel.earlyLeaver': {
    nl: 'Gestopt met school',
    fi: 'Koulu jäi kesken',
    en: 'Stopped going to school',
  },
  'fact.entryLevel.adultEducation': {
    nl: 'Volwassenenonderwijs',
    fi: 'Aikuiskoulutus',
    en: 'Adult education',
  },
  'fact.entryLevel.dbso': {
    nl: 'Leren en werken (DBSO)',
    fi: 'Opiskelua ja työtä (DBSO)',
    en: 'Learning and working (DBSO)',
  },
  'fact.entryLevel.okan': {
    nl: 'OKAN',
    fi: 'OKAN',
    en: 'OKAN',
  },
  'fact.entryLevel.primary': {
    nl: 'Lagere school',
    fi: 'Alakoulu',
    en: 'Primary school',
  },
  'fact.entryLevel.unknown': {
    nl: 'Niet bekend',
    fi: 'Ei tiedossa',
    en: 'Not known',
  },
  'fact.exit.job': {
    nl: 'Met werk',
    fi: 'Sait työn',
    en: 'With a job',
  },
  'fact.exit.diploma': {
    nl: 'Met een diploma',
    fi: 'Sait tutkinnon',
    en: 'With a diploma',
  },
  'fact.exit.education': {
    nl: 'Met een studie',
    fi: 'Aloitit opinnot',
    en: 'With studies',
  },
  'fact.exit.training': {
    nl: 'Met een opleiding',
    fi: 'Aloitit koulutuksen',
    en: 'With a training',
  },
  'fact.exit.selfEmployed': {
    nl: 'Met een eigen zaak',
    fi: 'Sinulla on oma yritys',
    en: 'With a business of your own',
  },
  'fact.exit.stoppedByYouth': {
    nl: 'Je stopte zelf',
    fi: 'Lopetit itse',
    en: 'You stopped',
  },
  'fact.exit.moved': {
    nl: 'Je verhuisde',
    fi: 'Muutit',
    en: 'You moved',
  },
  'fact.exit.other': {
    nl: 'Anders',
    fi: 'Muuten',
    en: 'Otherwise',
  },
  'fact.exit.unknown': {
    nl: 'Niet bekend',
    fi: 'Ei tiedossa',
    en: 'Not known',
  },
  'fact.form.collectiveCustomised': {
    nl: 'Collectief maatwerk',
    fi: 'Räätälöity työ ryhmässä',
    en: 'Collective customised work',
  },
  'fact.form.individualCustomised': {
    nl: 'Individueel maatwerk',
    fi: 'Yksilöllisesti räätälöity työ',
    en: 'Individual customised work',
  },
  'fact.form.regularWithPremium': {
    nl: 'Gewoon werk met een premie',
    fi: 'Tavallinen työ, jossa on palkkatuki',
    en: 'Ordinary work with a premium',
  },
  'fact.form.regular': {
    nl: 'Gewoon werk',
    fi: 'Tavallinen työ',
    en: 'Ordinary work',
  },
  'fact.contract': { nl: 'Contract', fi: 'Sopimus', en: 'Contract' },
  'fact.contract.permanent': { nl: 'Vast, zonder einddatum', fi: 'Vakituinen, ilman loppupäivää', en: 'Permanent, without an end date' },
  'fact.contract.fixedTerm': { nl: 'Voor een bepaalde tijd', fi: 'Määräaikainen', en: 'For a fixed time' },
  'fact.contract.agency': { nl: 'Via een uitzendkantoor', fi: 'Vuokratyöyrityksen kautta', en: 'Through an agency' },
  'fact.contract.apprenticeship': { nl: 'Leren en werken samen', fi: 'Oppisopimus: opiskelua ja työtä', en: 'Learning and working together' },
  'fact.sector': { nl: 'Soort bedrijf', fi: 'Ala', en: 'Kind of business' },
  'fact.sector.healthCare': { nl: 'Zorg en welzijn', fi: 'Terveys ja hoiva', en: 'Health and care' },
  'fact.sector.trade': { nl: 'Winkels en diensten', fi: 'Kaupat ja palvelut', en: 'Shops and services' },
  'fact.sector.ict': { nl: 'Computers en ICT', fi: 'Tietokoneet ja ICT', en: 'Computers and ICT' },
  'fact.sector.public': { nl: 'Overheid, justitie en veiligheid', fi: 'Julkinen hallinto, oikeus ja turvallisuus', en: 'Government, justice and safety' },
  'fact.sector.nature': { nl: 'Landbouw, natuur en visserij', fi: 'Maatalous, luonto ja kalastus', en: 'Farming, nature and fishery' },
  'fact.sector.media': { nl: 'Media en communicatie', fi: 'Media ja viestintä', en: 'Media and communication' },
  'fact.sector.culture': { nl: 'Onderwijs, cultuur en wetenschap', fi: 'Opetus, kulttuuri ja tiede', en: 'Education, culture and science' },
  'fact.sector.technology': { nl: 'Techniek, fabriek en bouw', fi: 'Tekniikka, tehtaat ja rakentaminen', en: 'Technology, factories and building' },
  'fact.countsBy': { nl: 'In de tabellen', fi: 'Taulukoissa', en: 'In the tables' },
  'fact.countsBy.fourPaidHours': { nl: 'Telt als begin van werk: vier uur of meer, betaald', fi: 'Lasketaan työn aloitukseksi: vähintään neljä tuntia, palkallinen', en: 'Counts as the start of a job: four hours or more, paid' },
});
export const t = words.t;
