import { dictionary } from '../../lib/sentences.ts';

/** What is under way with a youth, as the coach sees it. */
export const words = dictionary({
  'underway.title': { nl: 'Wat loopt', fi: 'Mitä on meneillään', en: 'What is under way' },
  'underway.shared': { nl: '{name} leest dit ook.', fi: 'Myös {name} lukee tämän.', en: '{name} reads this too.' },
  'underway.empty': {
    nl: 'Hier is nog plaats. Begint {name} ergens, of praat je met een werkgever, schrijf het dan hier op.',
    fi: 'Tässä on vielä tilaa. Kun {name} aloittaa jossain tai puhut työnantajan kanssa, kirjaa se tähän.',
    en: 'There is still room here. When {name} begins somewhere, or you talk with an employer, write it down here.',
  },
  'underway.none': { nl: 'Er loopt nu niets.', fi: 'Nyt mitään ei ole meneillään.', en: 'Nothing is under way now.' },
  'underway.placements': { nl: 'Leren en werken', fi: 'Opinnot ja työ', en: 'Learning and working' },
  'underway.contacts': { nl: 'Gesprekken met werkgevers', fi: 'Keskustelut työnantajien kanssa', en: 'Talks with employers' },
  'underway.handovers': { nl: 'Overdracht', fi: 'Siirto eteenpäin', en: 'Handover' },
  'underway.alarms': { nl: 'Signalen', fi: 'Huolenaiheet', en: 'Signals' },
  'underway.alarms.how': {
    nl: 'Iemand zag dit. Praat er samen over. Niemand maakt er een score van.',
    fi: 'Joku on havainnut tämän. Puhukaa siitä yhdessä. Kukaan ei laske siitä pisteitä.',
    en: 'Somebody saw this. Talk about it together. Nobody makes a score of it.',
  },
  'underway.add': { nl: 'Schrijf erbij', fi: 'Lisää', en: 'Add' },
  'underway.all': { nl: 'Toon alle gesprekken', fi: 'Näytä kaikki keskustelut', en: 'Show all talks' },

  // The forms, by the last part of their address
  'doing.placement': { nl: 'Noteer stage, opleiding of werk', fi: 'Kirjaa harjoittelu, koulutus tai työ', en: 'Write down an internship, training or job' },
  'doing.contact': { nl: 'Noteer een gesprek met een werkgever', fi: 'Kirjaa keskustelu työnantajan kanssa', en: 'Write down a talk with an employer' },
  'doing.handover': { nl: 'Stel een overdracht voor', fi: 'Ehdota siirtoa eteenpäin', en: 'Propose a handover' },
  'doing.alarm': { nl: 'Schrijf een signaal op', fi: 'Kirjaa huolenaihe', en: 'Write down a signal' },
  'doing.ending': { nl: 'Schrijf het einde op', fi: 'Kirjaa päättyminen', en: 'Write down the end' },

  'hours.one': { nl: '1 uur per week', fi: '1 tunti viikossa', en: '1 hour a week' },
  'hours.other': { nl: '{count} uur per week', fi: '{count} tuntia viikossa', en: '{count} hours a week' },
  'paid.yes': { nl: 'Betaald', fi: 'Palkallinen', en: 'Paid' },
  'paid.no': { nl: 'Niet betaald', fi: 'Palkaton', en: 'Not paid' },
  'minutes.one': { nl: '1 minuut', fi: '1 minuutti', en: '1 minute' },
  'minutes.other': { nl: '{count} minuten', fi: '{count} minuuttia', en: '{count} minutes' },
  'since': { nl: 'Sinds {date}', fi: 'Alkaen {date}', en: 'Since {date}' },
  'until': { nl: 'Tot {date}', fi: '{date} asti', en: 'Until {date}' },
  'employer.some': { nl: 'Een werkgever', fi: 'Työnantaja', en: 'An employer' },
  'handover.passed': { nl: 'Gaat mee: {what}', fi: 'Siirtyy mukana: {what}', en: 'Is passed on: {what}' },

  'alarm.end': { nl: 'Voorbij', fi: 'Ohi', en: 'Over' },
  'alarm.end.ask': { nl: 'Is dit voorbij?', fi: 'Onko tämä ohi?', en: 'Is this over?' },
  'alarm.end.text': {
    nl: 'Dan staat het niet meer in deze lijst. In de tijdlijn blijft te lezen dat het er was, en dat het voorbij is.',
    fi: 'Silloin se ei enää ole tässä luettelossa. Aikajanalta voi yhä lukea, että se oli ja että se on ohi.',
    en: 'Then it is not in this list any more. In the timeline one can still read that it was there, and that it is over.',
  },
  'alarm.end.yes': { nl: 'Ja, het is voorbij', fi: 'Kyllä, se on ohi', en: 'Yes, it is over' },
  'alarm.end.no': { nl: 'Nee, laat staan', fi: 'Ei, jätä se', en: 'No, leave it' },
  'alarm.ended': { nl: 'Het signaal is voorbij.', fi: 'Huolenaihe on ohi.', en: 'The signal is over.' },

  'accept.open': { nl: 'Is aanvaard', fi: 'On hyväksytty', en: 'Is accepted' },
  'accept.date': { nl: 'Op welke dag zei die ja?', fi: 'Minä päivänä vastaanottaja suostui?', en: 'On which day did they say yes?' },
  'accept.save': { nl: 'Bewaar: is aanvaard', fi: 'Tallenna: on hyväksytty', en: 'Save: is accepted' },
  'accept.cancel': { nl: 'Nog niet', fi: 'Ei vielä', en: 'Not yet' },
  'accept.done': { nl: 'De overdracht is aanvaard.', fi: 'Siirto on hyväksytty.', en: 'The handover is accepted.' },
});
export const t = words.t;
