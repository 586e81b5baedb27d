import { dictionary } from '../../lib/sentences.ts';

/** What staff call the codes of what is under way beside coaching steps. */
export const words = dictionary({
  // What a person may observe
  'signal.truancy': { nl: 'Wegblijven van school', fi: 'Poissaolot koulusta', en: 'Staying away from school' },
  'signal.lowResults': { nl: 'Lage schoolresultaten', fi: 'Heikko koulumenestys', en: 'Low school results' },
  'signal.neuropsychiatric': { nl: 'Neuro\u00ADpsychiatrische moeilijkheden', fi: 'Neuro\u00ADpsykiatriset vaikeudet', en: 'Neuropsychiatric difficulties' },
  'signal.noMotivation': { nl: 'Weinig motivatie', fi: 'Vähän motivaatiota', en: 'Little motivation' },
  'signal.lowConnectedness': { nl: 'Weinig band met school', fi: 'Heikko side kouluun', en: 'Little bond with school' },
  'signal.bullying': { nl: 'Ongewenst gedrag of pesten', fi: 'Epäasiallinen käytös tai kiusaaminen', en: 'Unwanted behaviour or bullying' },
  'signal.lateness': { nl: 'Te laat komen', fi: 'Myöhästely', en: 'Coming late' },

  'observedBy.coach': { nl: 'De coach', fi: 'Valmentaja', en: 'The coach' },
  'observedBy.youth': { nl: 'De jongere zelf', fi: 'Nuori itse', en: 'The young person' },
  'observedBy.school': { nl: 'De school', fi: 'Koulu', en: 'The school' },
  'observedBy.network': { nl: 'Familie of vrienden', fi: 'Perhe tai ystävät', en: 'Family or friends' },
  'observedBy.care': { nl: 'Welzijn of zorg', fi: 'Sosiaali- tai terveyspalvelut', en: 'Welfare or health care' },

  // Handovers
  'handoverTo.coach': { nl: 'Andere coach van het centrum', fi: 'Keskuksen toinen valmentaja', en: 'Another coach of the centre' },
  'handoverTo.school': { nl: 'School', fi: 'Koulu', en: 'School' },
  'handoverTo.pupilGuidance': { nl: 'CLB', fi: 'Oppilashuolto (CLB)', en: 'Pupil guidance (CLB)' },
  'handoverTo.welfare': { nl: 'Welzijn', fi: 'Sosiaalipalvelut', en: 'Welfare' },
  'handoverTo.health': { nl: 'Gezondheidszorg', fi: 'Terveydenhuolto', en: 'Health care' },
  'handoverTo.employmentService': { nl: 'Dienst voor werk (VDAB)', fi: 'Työvoimapalvelut (VDAB)', en: 'Employment service (VDAB)' },
  'handoverTo.youthWork': { nl: 'Jeugdwerk', fi: 'Nuorisotyö', en: 'Youth work' },
  'handoverTo.otherCentre': { nl: 'Ander centrum', fi: 'Toinen keskus', en: 'Another centre' },

  'handoverPart.overview': { nl: 'Wat de jongere ontdekte in de oefeningen', fi: 'Mitä nuori oivalsi tehtävissä', en: 'What the young person found out in the exercises' },
  'handoverPart.actionPlan': { nl: 'Het actieplan (POP)', fi: 'Kehityssuunnitelma (POP)', en: 'The development plan (POP)' },
  'handoverPart.steps': { nl: 'Wat er al gebeurde', fi: 'Mitä on jo tehty', en: 'What was done so far' },
  'handoverPart.reach': { nl: 'Hoe de jongere te bereiken is', fi: 'Miten nuoren tavoittaa', en: 'How the young person is reached' },

  'handoverState.offered': { nl: 'Wacht op het antwoord van de jongere', fi: 'Odottaa nuoren vastausta', en: 'Waits for the answer of the young person' },
  'handoverState.agreed': { nl: 'De jongere gaat akkoord', fi: 'Nuori suostuu', en: 'The young person agrees' },
  'handoverState.declined': { nl: 'De jongere wil dit liever niet', fi: 'Nuori ei halua tätä', en: 'The young person would rather not' },
  'handoverState.accepted': { nl: 'Aanvaard', fi: 'Hyväksytty', en: 'Accepted' },

  // Employers
  'talkPurpose.acquaintance': { nl: 'Kennismaking', fi: 'Tutustuminen', en: 'Getting to know each other' },
  'talkPurpose.vacancy': { nl: 'Vacature', fi: 'Avoin työpaikka', en: 'Vacancy' },
  'talkPurpose.need': { nl: 'Wat de werkgever nodig heeft', fi: 'Mitä työnantaja tarvitsee', en: 'What the employer needs' },
  'talkPurpose.proposal': { nl: 'Voorstel', fi: 'Ehdotus', en: 'Proposal' },
  'talkPurpose.followUp': { nl: 'Opvolging', fi: 'Seuranta', en: 'Follow-up' },

  'sector.healthCare': { nl: 'Gezondheidszorg en welzijn', fi: 'Terveys ja sosiaaliala', en: 'Health care and welfare' },
  'sector.trade': { nl: 'Handel en dienstverlening', fi: 'Kauppa ja palvelut', en: 'Trade and services' },
  'sector.ict': { nl: 'ICT', fi: 'ICT', en: 'ICT' },
  'sector.public': { nl: 'Justitie, veiligheid en openbaar bestuur', fi: 'Oikeus, turvallisuus ja julkinen hallinto', en: 'Justice, safety and public administration' },
  'sector.nature': { nl: 'Landbouw, natuur en visserij', fi: 'Maatalous, luonto ja kalastus', en: 'Farming, nature and fishery' },
  'sector.media': { nl: 'Media en communicatie', fi: 'Media ja viestintä', en: 'Media and communication' },
  'sector.culture': { nl: 'Onderwijs, cultuur en wetenschap', fi: 'Opetus, kulttuuri ja tiede', en: 'Education, culture and science' },
  'sector.technology': { nl: 'Techniek, productie en bouw', fi: 'Tekniikka, tuotanto ja rakentaminen', en: 'Technology, production and building' },

  // Placements
  'placementKind.internship': { nl: 'Stage', fi: 'Harjoittelu', en: 'Internship' },
  'placementKind.ibo': { nl: 'IBO (opleiding op de werkvloer)', fi: 'IBO (koulutus työpaikalla)', en: 'IBO (training at the workplace)' },
  'placementKind.job': { nl: 'Werk', fi: 'Työ', en: 'Job' },
  'placementKind.training': { nl: 'Beroepsopleiding', fi: 'Amma\u00ADtillinen koulutus', en: 'Vocational training' },
  'placementKind.education': { nl: 'Onderwijs', fi: 'Opinnot', en: 'Education' },
  'placementKind.selfEmployed': { nl: 'Zelfstandig', fi: 'Yrittäjyys', en: 'Self-employed' },

  'contract.permanent': { nl: 'Onbepaalde duur', fi: 'Toistaiseksi voimassa oleva', en: 'Permanent' },
  'contract.fixedTerm': { nl: 'Bepaalde duur', fi: 'Määräaikainen', en: 'Fixed term' },
  'contract.agency': { nl: 'Uitzendwerk', fi: 'Vuokratyö', en: 'Agency work' },
  'contract.apprenticeship': { nl: 'Leerovereenkomst', fi: 'Oppisopimus', en: 'Apprenticeship' },

  'countsBy.fourPaidHours': {
    nl: 'Telt als begin van werk: minstens vier betaalde uren per week',
    fi: 'Lasketaan työn aloitukseksi: vähintään neljä palkallista tuntia viikossa',
    en: 'Counts as the start of a job: at least four paid hours a week',
  },

  'endReason.asAgreed': { nl: 'Zoals afgesproken', fi: 'Kuten sovittiin', en: 'As agreed' },
  'endReason.somethingElse': { nl: 'De jongere ging verder met iets anders', fi: 'Nuori siirtyi muuhun', en: 'The young person went on to something else' },
  'endReason.stoppedByYouth': { nl: 'De jongere stopte', fi: 'Nuori lopetti', en: 'The young person stopped' },
  'endReason.stoppedByOthers': { nl: 'De werkgever of de school stopte', fi: 'Työnantaja tai koulu lopetti', en: 'The employer or the school stopped' },
  'endReason.health': { nl: 'Gezondheid', fi: 'Terveys', en: 'Health' },
});
export const t = words.t;
