import { dictionary } from '../../lib/sentences.ts';

/** The week of who leads a centre and of its data protection officer: what is due, what is late, what was unusual. */
export const words = dictionary({
  'week.title': { nl: 'Deze week', fi: 'Tämä viikko', en: 'This week' },
  'week.intro': {
    nl: 'Wat binnen zeven dagen klaar moet zijn, en wat al klaar had moeten zijn.',
    fi: 'Mitä on tehtävä seitsemän päivän sisällä ja minkä olisi jo pitänyt olla tehty.',
    en: 'What has to be done within seven days, and what should have been done already.',
  },
  'week.today': { nl: 'Vandaag is het {date}.', fi: 'Tänään on {date}.', en: 'Today it is {date}.' },
  'week.count.one': { nl: '{count} ding te doen', fi: '{count} tehtävä asia', en: '{count} thing to do' },
  'week.count.other': { nl: '{count} dingen te doen', fi: '{count} tehtävää asiaa', en: '{count} things to do' },
  'week.late': { nl: 'Te laat', fi: 'Myöhässä', en: 'Late' },
  'week.soon': { nl: 'Binnen zeven dagen', fi: 'Seitsemän päivän sisällä', en: 'Within seven days' },
  'week.none.title': { nl: 'Alles is gedaan', fi: 'Kaikki on tehty', en: 'Everything is done' },
  'week.none.text': {
    nl: 'Deze week moet je niets beantwoorden of nakijken. Komt er een vraag bij, of leest iemand iets ongewoons, dan staat het hier.',
    fi: 'Tällä viikolla sinun ei tarvitse vastata mihinkään eikä tarkistaa mitään. Jos tulee uusi pyyntö tai joku lukee jotain epätavallista, se näkyy täällä.',
    en: 'This week there is nothing to answer or to look into. When a request comes in, or somebody reads in an unusual way, it stands here.',
  },
  'due.request': { nl: 'Vraag over gegevens', fi: 'Tietopyyntö', en: 'Request about data' },
  'due.notice.one': { nl: '{count} persoon die dit weet, zei nog niet dat het gedaan is', fi: '{count} henkilö, jolle tästä kerrottiin, ei ole vielä vahvistanut', en: '{count} person who was told has not said that it is done' },
  'due.notice.other': { nl: '{count} mensen die dit weten, zeiden nog niet dat het gedaan is', fi: '{count} henkilöä, joille tästä kerrottiin, ei ole vielä vahvistanut', en: '{count} people who were told have not said that it is done' },
  'due.breach': { nl: 'Datalek: de klok loopt', fi: 'Tietoturvaloukkaus: aika kuluu', en: 'Data breach: the clock is running' },
  'due.retention': { nl: 'Bewaartermijn voorbij', fi: 'Säilytysaika päättynyt', en: 'Term is over' },
  'due.unusualReading': { nl: 'Ongewone inzage op {date}', fi: 'Epätavallista lukemista {date}', en: 'Unusual reading on {date}' },
  'due.reading': { nl: '{what}, over {who}', fi: '{what}, {who}', en: '{what}, about {who}' },
  'due.times.one': { nl: '{count} keer ongewoon gelezen', fi: '{count} epätavallinen lukukerta', en: '{count} unusual reading' },
  'due.times.other': { nl: '{count} keer ongewoon gelezen', fi: '{count} epätavallista lukukertaa', en: '{count} unusual readings' },
  'due.people.one': { nl: '{count} jongere', fi: '{count} nuori', en: '{count} young person' },
  'due.people.other': { nl: '{count} jongeren', fi: '{count} nuorta', en: '{count} young people' },
  'due.by': { nl: 'Tegen {date}', fi: 'Viimeistään {date}', en: 'By {date}' },
  'due.open': { nl: 'Bekijk wat gelezen is', fi: 'Katso, mitä luettiin', en: 'See what was read' },
  'due.erased': { nl: 'Gewiste persoon', fi: 'Poistettu henkilö', en: 'Erased person' },

  // Looking into unusual reading
  'look.open': { nl: 'Ik heb ernaar gekeken', fi: 'Olen tarkistanut asian', en: 'I looked into it' },
  'look.means': {
    nl: 'Vraag eerst aan wie het las waarom. Wat je hier kiest, blijft bij deze inzage staan, met jouw naam.',
    fi: 'Kysy ensin lukijalta, miksi. Valintasi jää näkyviin tämän lukemisen kohdalle nimelläsi.',
    en: 'First ask whoever read it why. What you choose here stays with this reading, with your name.',
  },
  'look.finding': { nl: 'Wat was het?', fi: 'Mistä oli kyse?', en: 'What was it?' },
  'finding.explained': { nl: 'Er was een goede reden', fi: 'Siihen oli hyvä syy', en: 'There was a good reason' },
  'finding.notAllowed': { nl: 'Dit mocht niet', fi: 'Tämä ei ollut sallittua', en: 'This was not allowed' },
  'finding.notAllowed.text': {
    nl: 'Dan kan het een datalek zijn: bekijk dat meteen.',
    fi: 'Silloin kyseessä voi olla tietoturvaloukkaus: selvitä se heti.',
    en: 'Then it may be a data breach: look into that at once.',
  },
  'look.save': { nl: 'Schrijf dit op', fi: 'Kirjaa tämä', en: 'Write this down' },
  'looked.explained': { nl: 'Opgeschreven: er was een goede reden.', fi: 'Kirjattu: siihen oli hyvä syy.', en: 'Written down: there was a good reason.' },
  'looked.notAllowed': {
    nl: 'Opgeschreven: dit mocht niet. Kan het een datalek zijn? De centrumleider meldt dat binnen 72 uur aan de toezichthouder, tenzij er waarschijnlijk geen risico is (AVG, artikel 33).',
    fi: 'Kirjattu: tämä ei ollut sallittua. Voiko kyseessä olla tietoturvaloukkaus? Keskuksen johtaja ilmoittaa siitä valvontaviranomaiselle 72 tunnin kuluessa, ellei riski ole epätodennäköinen (tietosuoja-asetus, artikla 33).',
    en: 'Written down: this was not allowed. May it be a data breach? The centre lead notifies it to the authority within 72 hours, unless a risk is unlikely (GDPR, article 33).',
  },
});
export const t = words.t;
