import { dictionary } from '../../lib/sentences.ts';

/** By which rule breaches of a centre are judged, for whoever works on the data of all centres. */
export const words = dictionary({
  'rule.title': { nl: 'Regel voor datalekken', fi: 'Tietoturvaloukkausten sääntö', en: 'Rule for breaches' },
  'rule.intro': {
    nl: 'Binnen hoeveel uur, vanaf welk risico en aan wie een datalek gemeld wordt. Een lek dat al bekend is, houdt de regel van toen.',
    fi: 'Monessako tunnissa, mistä riskistä alkaen ja kenelle loukkauksesta ilmoitetaan. Jo tiedossa olevaa loukkausta koskee sen hetken sääntö.',
    en: 'Within how many hours, from which risk on and to whom a breach is told. One that is known already keeps the rule of then.',
  },
  'rule.hours': { nl: 'Uren om te melden', fi: 'Tunteja ilmoittamiseen', en: 'Hours to tell' },
  'rule.hours.hint': {
    nl: 'Vanaf het moment dat het centrum het weet. De AVG geeft er 72 (artikel 33).',
    fi: 'Siitä hetkestä, kun keskus tietää asiasta. Tietosuoja-asetus antaa 72 tuntia (artikla 33).',
    en: 'From the moment the centre knows. The GDPR gives 72 (article 33).',
  },
  'rule.hours.wrong': {
    nl: 'Vul een heel aantal uren in, van één uur tot een maand (720).',
    fi: 'Anna kokonainen tuntimäärä, yhdestä tunnista kuukauteen (720).',
    en: 'Fill in a whole number of hours, from one to a month (720).',
  },
  'rule.threshold': { nl: 'Melden vanaf', fi: 'Ilmoitetaan, kun kyseessä on', en: 'Tell from' },
  'rule.recipient': { nl: 'Melden aan', fi: 'Ilmoitetaan', en: 'Tell' },
  'rule.recipient.hint': {
    nl: 'Leeg: {to}.',
    fi: 'Tyhjä: {to}.',
    en: 'Empty: {to}.',
  },
  'rule.save': { nl: 'Bewaar de regel', fi: 'Tallenna sääntö', en: 'Save the rule' },
  'rule.saved': { nl: 'De regel geldt vanaf nu.', fi: 'Sääntö on nyt voimassa.', en: 'The rule counts from now on.' },
  'rule.history': { nl: 'Regels tot nu', fi: 'Säännöt tähän asti', en: 'Rules so far' },
  'rule.since': { nl: 'Sinds {moment}', fi: '{moment} alkaen', en: 'Since {moment}' },
  'rule.before': { nl: 'Daarvoor, zoals in het land', fi: 'Sitä ennen, kuten maassa', en: 'Before, as in the country' },
  'rule.always': { nl: 'Zoals in het land', fi: 'Kuten maassa', en: 'As in the country' },
  'rule.by.lead': { nl: 'gezet door het centrum', fi: 'keskus asetti', en: 'set by the centre' },
  'rule.by.operator': { nl: 'gezet door een beheerder', fi: 'ylläpitäjä asetti', en: 'set by an operator' },
  'rule.within.one': { nl: '{count} uur', fi: '{count} tunti', en: '{count} hour' },
  'rule.within.other': { nl: '{count} uur', fi: '{count} tuntia', en: '{count} hours' },
});
export const t = words.t;
