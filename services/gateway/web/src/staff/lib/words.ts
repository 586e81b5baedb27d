import { dictionary } from '../../lib/sentences.ts';

/** What staff call the codes of the log. The terms are those of the paper (kennismakingsgesprek, opmaak POP, aanvraag BTOM) and must stay recognisable. */
export const words = dictionary({
  // Operator
  'lang.nl': {
    nl: 'Nederlands',
    fi: 'hollanti',
    en: 'Dutch',
  },
  'lang.fi': {
    nl: 'Fins',
    fi: 'suomi',
    en: 'Finnish',
  },
  'lang.en': {
    nl: 'Engels',
    fi: 'englanti',
    en: 'English',
  },
  'country.be': {
    nl: 'België',
    fi: 'Belgia',
    en: 'Belgium',
  },
  'country.fi': {
    nl: 'Finland',
    fi: 'Suomi',
    en: 'Finland',
  },
  'population.education': {
    nl: 'Onderwijs',
    fi: 'Koulutus',
    en: 'Education',
  },
  'population.neet': {
    nl: 'NEET',
    fi: 'NEET',
    en: 'NEET',
  },
  'gender.male': {
    nl: 'Man',
    fi: 'Mies',
    en: 'Male',
  },
  'gender.female': {
    nl: 'Vrouw',
    fi: 'Nainen',
    en: 'Female',
  },
  'gender.unknown': {
    nl: 'Anders, of zeg ik liever niet',
    fi: 'Muu, tai en halua sanoa',
    en: 'Other, or rather not say',
  },
  'category.intake': {
    nl: 'Intake',
    fi: 'Alku\u00ADhaastattelu',
    en: 'Intake',
  },
  'category.stcTool': {
    nl: 'STC-Tool',
    fi: 'STC-työkalu',
    en: 'STC tool used',
  },
  'category.firstMeeting': {
    nl: 'Kennismakings\u00ADgesprek',
    fi: 'Tutustumis\u00ADkeskustelu',
    en: 'First meeting',
  },
  'category.individualEmpowerment': {
    nl: 'Individueel empowerment',
    fi: 'Yksilöllinen voimaan\u00ADnuttaminen',
    en: 'Individual empowerment',
  },
  'category.groupEmpowerment': {
    nl: 'Groeps\u00ADempowerment',
    fi: 'Ryhmä\u00ADmuotoinen voimaan\u00ADnuttaminen',
    en: 'Group empowerment',
  },
  'category.actionPlan': {
    nl: 'Opmaak POP',
    fi: 'Kehitys\u00ADsuunnitelman (POP) laatiminen',
    en: 'Development plan (POP)',
  },
  'category.networkIntervention': {
    nl: 'Interventie netwerk',
    fi: 'Verkostotyö',
    en: 'Network intervention',
  },
  'category.internshipMediation': {
    nl: 'Bemiddeling stage',
    fi: 'Harjoittelu\u00ADpaikan etsintä',
    en: 'Internship mediation',
  },
  'category.internshipCoaching': {
    nl: 'Coaching stage',
    fi: 'Harjoittelun valmennus',
    en: 'Internship coaching',
  },
  'category.jobMediation': {
    nl: 'Bemiddeling werk',
    fi: 'Työnvälitys',
    en: 'Job mediation',
  },
  'category.btomRequest': {
    nl: 'Aanvraag BTOM',
    fi: 'Työllistämis\u00ADtuen (BTOM) hakeminen',
    en: 'Employment support (BTOM) request',
  },
  'category.ipsJobCoaching': {
    nl: 'IPS-jobcoaching',
    fi: 'IPS-työhön\u00ADvalmennus',
    en: 'IPS job coaching',
  },
  'place.school': {
    nl: 'School',
    fi: 'Koulu',
    en: 'School',
  },
  'place.centre': {
    nl: 'Centrum',
    fi: 'Keskus',
    en: 'Centre',
  },
  'place.jobCentre': {
    nl: 'Werkwinkel',
    fi: 'Työllisyyspalvelu',
    en: 'Job centre',
  },
  'place.dropInHouse': {
    nl: 'Inloophuis',
    fi: 'Kohtaamispaikka',
    en: 'Drop-in house',
  },
  'place.home': {
    nl: 'Thuis',
    fi: 'Koti',
    en: 'Home',
  },
  'place.workplace': {
    nl: 'Werkplek',
    fi: 'Työpaikka',
    en: 'Workplace',
  },
  'place.outdoors': {
    nl: 'Buiten',
    fi: 'Ulkona',
    en: 'Outdoors',
  },
  'place.online': {
    nl: 'Online',
    fi: 'Verkossa',
    en: 'Online',
  },
  'place.office': {
    nl: 'Kantoor',
    fi: 'Toimisto',
    en: 'Office',
  },
  'channel.faceToFace': {
    nl: 'Face to face',
    fi: 'Kasvokkain',
    en: 'Face to face',
  },
  'channel.phone': {
    nl: 'Telefoon',
    fi: 'Puhelin',
    en: 'Phone',
  },
  'channel.video': {
    nl: 'Video',
    fi: 'Video',
    en: 'Video',
  },
  'channel.chat': {
    nl: 'Chat',
    fi: 'Chat',
    en: 'Chat',
  },
  'channel.email': {
    nl: 'E-mail',
    fi: 'Sähköposti',
    en: 'E-mail',
  },
  'mode.individual': {
    nl: 'Individueel',
    fi: 'Kahden kesken',
    en: 'Individual',
  },
  'mode.group': {
    nl: 'In groep',
    fi: 'Ryhmässä',
    en: 'In a group',
  },
  'coachRole.advocate': {
    nl: 'belangenbehartiger',
    fi: 'puolestapuhuja',
    en: 'advocate',
  },
  'coachRole.assistant': {
    nl: 'assistent',
    fi: 'avustaja',
    en: 'assistant',
  },
  'coachRole.inspirer': {
    nl: 'inspirator',
    fi: 'innostaja',
    en: 'inspirer',
  },
  'coachRole.bridgeBuilder': {
    nl: 'bruggenbouwer',
    fi: 'sillanrakentaja',
    en: 'bridge builder',
  },
  'coachingStep.whatBringsYou': {
    nl: 'Wat brengt je hier?',
    fi: 'Mikä tuo sinut tänne?',
    en: 'What brings you here?',
  },
  'coachingStep.whereTo': {
    nl: 'Waar wil je naartoe?',
    fi: 'Minne haluat päästä?',
    en: 'Where do you want to go?',
  },
  'coachingStep.whatWorks': {
    nl: 'Wat werkt er al?',
    fi: 'Mikä toimii jo?',
    en: 'What already works?',
  },
  'coachingStep.firstStep': {
    nl: 'Wat is je eerste stap?',
    fi: 'Mikä on ensimmäinen askeleesi?',
    en: 'What is your first step?',
  },
  'source.school': {
    nl: 'school',
    fi: 'koulu',
    en: 'school',
  },
  'source.learningSupportCentre': {
    nl: 'leersteuncentrum',
    fi: 'oppimisen tukikeskus',
    en: 'learning support centre',
  },
  'source.clb': {
    nl: 'CLB',
    fi: 'CLB',
    en: 'CLB',
  },
  'source.welfare': {
    nl: 'welzijn',
    fi: 'sosiaalipalvelut',
    en: 'welfare',
  },
  'source.vdab': {
    nl: 'VDAB',
    fi: 'VDAB',
    en: 'VDAB',
  },
  'source.youthWork': {
    nl: 'jeugdwerk',
    fi: 'nuorisotyö',
    en: 'youth work',
  },
  'source.selfReferral': {
    nl: 'uit zichzelf',
    fi: 'oma aloite',
    en: 'own initiative',
  },
  'source.network': {
    nl: 'eigen netwerk',
    fi: 'oma verkosto',
    en: 'own network',
  },
  'disability.mental': {
    nl: 'Psychische beperking (incl. ASS)',
    fi: 'Mielenterveyden häiriö (ml. autismikirjo)',
    en: 'Mental-health condition (incl. ASD)',
  },
  'disability.learning': {
    nl: 'Leervermogen',
    fi: 'Oppimiskyky',
    en: 'Learning ability',
  },
  'disability.motor': {
    nl: 'Motorische beperking',
    fi: 'Liikuntavamma',
    en: 'Motor disability',
  },
  'disability.hearing': {
    nl: 'Auditieve beperking',
    fi: 'Kuulovamma',
    en: 'Hearing disability',
  },
  'disability.visual': {
    nl: 'Visuele beperking',
    fi: 'Näkövamma',
    en: 'Visual disability',
  },
  'disability.otherHealth': {
    nl: 'Andere gezondheidshinder',
    fi: 'Muu terveydellinen este',
    en: 'Other health condition',
  },
  'disability.unknown': {
    nl: 'Niet gekend',
    fi: 'Ei tiedossa',
    en: 'Not known',
  },
  'barrier.poverty': {
    nl: 'Armoede of sociaal kwetsbaar',
    fi: 'Köyhyys tai sosiaalinen haavoittuvuus',
    en: 'Poverty or socially vulnerable',
  },
  'barrier.language': {
    nl: 'Taal',
    fi: 'Kieli',
    en: 'Language',
  },
  'barrier.network': {
    nl: 'Netwerk',
    fi: 'Verkosto',
    en: 'Network',
  },
  'barrier.mobility': {
    nl: 'Mobiliteit',
    fi: 'Liikkuminen',
    en: 'Mobility',
  },
  'barrier.other': {
    nl: 'Andere',
    fi: 'Muu',
    en: 'Other',
  },
  'entryLevel.ov1': {
    nl: 'OV1',
    fi: 'OV1',
    en: 'OV1',
  },
  'entryLevel.ov2': {
    nl: 'OV2',
    fi: 'OV2',
    en: 'OV2',
  },
  'entryLevel.ov3': {
    nl: 'OV3',
    fi: 'OV3',
    en: 'OV3',
  },
  'entryLevel.ov4': {
    nl: 'OV4',
    fi: 'OV4',
    en: 'OV4',
  },
  'entryLevel.abo': {
    nl: 'ABO (alternerende beroepsopleiding)',
    fi: 'ABO (vuorotteleva ammattivuosi)',
    en: 'ABO (alternating vocational year)',
  },
  'entryLevel.aso': {
    nl: 'ASO',
    fi: 'ASO (yleissivistävä)',
    en: 'ASO (general)',
  },
  'entryLevel.kso': {
    nl: 'KSO',
    fi: 'KSO (taide)',
    en: 'KSO (arts)',
  },
  'entryLevel.tso': {
    nl: 'TSO',
    fi: 'TSO (tekninen)',
    en: 'TSO (technical)',
  },
  'entryLevel.bso': {
    nl: 'BSO',
    fi: 'BSO (ammatillinen)',
    en: 'BSO (vocational)',
  },
  'entryLevel.vet': {
    nl: 'VET (beroepsopleiding)',
    fi: 'VET (ammatillinen koulutus)',
    en: 'VET (vocational training)',
  },
  'entryLevel.higher': {
    nl: 'Hogeschool',
    fi: 'Ammattikorkeakoulu',
    en: 'University college',
  },
  'entryLevel.university': {
    nl: 'Universiteit',
    fi: 'Yliopisto',
    en: 'University',
  },
  'entryLevel.earlyLeaver': {
    nl: 'Vroegtijdig schoolverlaten',
    fi: 'Koulunkäynnin keskeyttänyt',
    en: 'Early school leaving',
  },
  'entryLevel.adultEducation': {
    nl: 'Volwassenenonderwijs',
    fi: 'Aikuiskoulutus',
    en: 'Adult education',
  },
  'entryLevel.dbso': {
    nl: 'DBSO of duaal leren',
    fi: 'DBSO tai duaalioppiminen',
    en: 'DBSO or dual learning',
  },
  'entryLevel.okan': {
    nl: 'OKAN',
    fi: 'OKAN (maahan muuttaneet)',
    en: 'OKAN (newcomers)',
  },
  'entryLevel.primary': {
    nl: 'Lager onderwijs',
    fi: 'Alakoulu',
    en: 'Primary school',
  },
  'entryLevel.unknown': {
    nl: 'Niet gekend',
    fi: 'Ei tiedossa',
    en: 'Not known',
  },
  'entryGroup.special': {
    nl: 'Speciaal onderwijs',
    fi: 'Erityisopetus',
    en: 'Special education',
  },
  'entryGroup.inclusive': {
    nl: 'Inclusief onderwijs',
    fi: 'Yleisopetus (inklusiivinen)',
    en: 'Inclusive education',
  },
  'entryGroup.after': {
    nl: 'Na of buiten het secundair',
    fi: 'Toisen asteen jälkeen tai ulkopuolella',
    en: 'After or outside secondary school',
  },
  'entryGroup.other': {
    nl: 'Andere',
    fi: 'Muut',
    en: 'Other',
  },

  // What changes a trajectory as a whole
  'exit.job': {
    nl: 'Werk',
    fi: 'Työ',
    en: 'Job',
  },
  'exit.diploma': {
    nl: 'Diploma behaald',
    fi: 'Tutkinto',
    en: 'Diploma',
  },
  'exit.education': {
    nl: 'Terug naar onderwijs',
    fi: 'Takaisin opintoihin',
    en: 'Back to education',
  },
  'exit.training': {
    nl: 'Opleiding',
    fi: 'Ammatillinen koulutus',
    en: 'Vocational training',
  },
  'exit.selfEmployed': {
    nl: 'Zelfstandig',
    fi: 'Yrittäjäksi',
    en: 'Self-employed',
  },
  'exit.stoppedByYouth': {
    nl: 'Gestopt op vraag van de jongere',
    fi: 'Nuori halusi lopettaa',
    en: 'Stopped at their own request',
  },
  'exit.moved': {
    nl: 'Verhuisd',
    fi: 'Muutti pois',
    en: 'Moved away',
  },
  'exit.other': {
    nl: 'Andere',
    fi: 'Muu',
    en: 'Other',
  },
  'exit.unknown': {
    nl: 'Niet gekend',
    fi: 'Ei tiedossa',
    en: 'Not known',
  },
  'employment.collectiveCustomised': {
    nl: 'Collectief maatwerk',
    fi: 'Kollektiivinen räätälöity työ',
    en: 'Collective customised work',
  },
  'employment.individualCustomised': {
    nl: 'Individueel maatwerk',
    fi: 'Yksilöllinen räätälöity työ',
    en: 'Individual customised work',
  },
  'employment.regularWithPremium': {
    nl: 'Normaal economisch circuit met premie (VOP)',
    fi: 'Avoimet työmarkkinat, palkkatuki (VOP)',
    en: 'Regular economy with premium (VOP)',
  },
  'employment.regular': {
    nl: 'Normaal economisch circuit',
    fi: 'Avoimet työmarkkinat',
    en: 'Regular economy',
  },

  // What people are
  'role.coach': {
    nl: 'Coach',
    fi: 'Valmentaja',
    en: 'Coach',
  },
  'role.lead': {
    nl: 'Centrumleider',
    fi: 'Keskuksen johtaja',
    en: 'Centre lead',
  },
  'role.officer': {
    nl: 'Functionaris voor gegevens\u00ADbescherming',
    fi: 'Tietosuoja\u00ADvastaava',
    en: 'Data protection officer',
  },
  'role.auditor': {
    nl: 'Auditor',
    fi: 'Auditoija',
    en: 'Auditor',
  },
  'role.operator': {
    nl: 'Beheerder',
    fi: 'Ylläpitäjä',
    en: 'Operator',
  },
  'role.youth': {
    nl: 'Jongere',
    fi: 'Nuori',
    en: 'Young person',
  },

  // Whether barriers are known
  'youth.barriers.known': {
    nl: 'Kennen jullie de drempels?',
    fi: 'Tunnetteko esteet?',
    en: 'Do you know the barriers?',
  },
  'youth.barriers.none': {
    nl: 'Geen drempels',
    fi: 'Ei esteitä',
    en: 'No barriers',
  },
  'youth.barriers.some': {
    nl: 'Wel drempels',
    fi: 'On esteitä',
    en: 'There are barriers',
  },
  'youth.barriers.unknown': {
    nl: 'Niet gekend',
    fi: 'Ei tiedossa',
    en: 'Not known',
  },
  'youth.barriers.which': {
    nl: 'Welke drempels?',
    fi: 'Mitkä esteet?',
    en: 'Which barriers?',
  },
});
export const t = words.t;
