import { dictionary } from '../../lib/sentences.ts';

/** The forms of what is under way beside coaching steps. */
export const words = dictionary({
  'form.arrived': {
    nl: 'Een eerdere poging kwam toch aan. Kijk eerst in de tijdlijn voor je dit nog eens bewaart.',
    fi: 'Aiempi yritys onnistui sittenkin. Katso ensin aikajanalta, ennen kuin tallennat uudelleen.',
    en: 'An earlier try did arrive. Look in the timeline first, before you save this once more.',
  },
  'form.arrived.way': { nl: 'Kijk in de tijdlijn', fi: 'Katso aikajanaa', en: 'Look in the timeline' },
  'form.day': { nl: 'Op welke dag?', fi: 'Minä päivänä?', en: 'On which day?' },
  'form.saved': { nl: 'Bewaard bij {name}.', fi: 'Tallennettu: {name}.', en: 'Saved for {name}.' },

  'alarm.intro': {
    nl: 'Een signaal is iets wat een mens zag. Begin met wat al goed gaat, en praat samen over wat moeilijk is. {name} leest dit ook. Niemand telt een score.',
    fi: 'Huolenaihe on jotain, minkä ihminen on havainnut. Aloita siitä, mikä jo sujuu, ja puhukaa yhdessä siitä, mikä on vaikeaa. Myös {name} lukee tämän. Kukaan ei laske pisteitä.',
    en: 'A signal is something that a person saw. Begin with what already goes well, and talk together about what is hard. {name} reads this too. Nobody counts a score.',
  },
  'alarm.signal': { nl: 'Wat zag iemand?', fi: 'Mitä havaittiin?', en: 'What did somebody see?' },
  'alarm.observedBy': { nl: 'Van wie komt het?', fi: 'Kuka kertoi?', en: 'From whom does it come?' },
  'alarm.action': { nl: 'Wat spraken jullie af?', fi: 'Mitä sovitte?', en: 'What did you agree on?' },
  'alarm.save': { nl: 'Bewaar het signaal', fi: 'Tallenna huolenaihe', en: 'Save the signal' },

  'handover.intro': {
    nl: 'Praat er eerst samen over. {name} leest dit en kiest zelf: goed, of liever niet. Zonder ja gaat er niets mee.',
    fi: 'Puhukaa siitä ensin yhdessä. {name} lukee tämän ja valitsee itse: sopii tai mieluummin ei. Ilman suostumusta mitään ei siirry.',
    en: 'Talk about it together first. {name} reads this and chooses: fine, or rather not. Without a yes nothing is passed on.',
  },
  'handover.to': { nl: 'Aan wie?', fi: 'Kenelle?', en: 'To whom?' },
  'handover.name': { nl: 'Naam van die persoon of organisatie', fi: 'Henkilön tai organisaation nimi', en: 'Name of that person or organisation' },
  'handover.parts': { nl: 'Wat gaat mee?', fi: 'Mitä siirtyy mukana?', en: 'What is passed on?' },
  'handover.words': { nl: 'Waarom?', fi: 'Miksi?', en: 'Why?' },
  'handover.words.hint': { nl: 'In woorden die de jongere begrijpt.', fi: 'Sanoin, jotka nuori ymmärtää.', en: 'In words that the young person understands.' },
  'handover.save': { nl: 'Stel het voor', fi: 'Ehdota', en: 'Propose it' },

  'contact.intro': {
    nl: 'Zeg aan een werkgever wat {name} wil en kan. {name} leest dat jullie praatten.',
    fi: 'Kerro työnantajalle, mitä {name} haluaa ja osaa. {name} näkee, että keskustelitte.',
    en: 'Tell an employer what {name} wants and can do. {name} reads that you talked.',
  },
  'contact.purpose': { nl: 'Waarover ging het?', fi: 'Mistä puhuitte?', en: 'What was it about?' },
  'contact.save': { nl: 'Bewaar het gesprek', fi: 'Tallenna keskustelu', en: 'Save the talk' },

  'employer.label': { nl: 'Werkgever', fi: 'Työnantaja', en: 'Employer' },
  'employer.optional': { nl: 'Werkgever (mag leeg blijven)', fi: 'Työnantaja (saa jäädä tyhjäksi)', en: 'Employer (optional)' },
  'employer.none': { nl: 'Geen werkgever uit de lijst', fi: 'Ei luettelon työnantajaa', en: 'No employer of the list' },
  'employer.notFound': { nl: 'Niemand met die naam in de lijst.', fi: 'Luettelossa ei ole tällä nimellä ketään.', en: 'Nobody of that name in the list.' },
  'employer.new': { nl: 'Nieuwe werkgever', fi: 'Uusi työn\u00ADantaja', en: 'New employer' },
  'employer.fromList': { nl: 'Kies toch uit de lijst', fi: 'Valitse sittenkin luettelosta', en: 'Choose from the list after all' },
  'employer.name': { nl: 'Naam van de werkgever', fi: 'Työnantajan nimi', en: 'Name of the employer' },
  'employer.municipality': { nl: 'Gemeente', fi: 'Kunta', en: 'Municipality' },
  'employer.sector': { nl: 'Sector van de werkgever', fi: 'Työnantajan toimiala', en: 'Sector of the employer' },

  'placement.intro': {
    nl: 'Elk begin telt: een stage, een opleiding, werk. {name} leest dit ook.',
    fi: 'Jokainen alku on tärkeä: harjoittelu, koulutus, työ. Myös {name} lukee tämän.',
    en: 'Every beginning matters: an internship, a training, a job. {name} reads this too.',
  },
  'placement.kind': { nl: 'Wat begint?', fi: 'Mikä alkaa?', en: 'What begins?' },
  'placement.hours': { nl: 'Uren per week', fi: 'Tunteja viikossa', en: 'Hours a week' },
  'placement.hours.range': { nl: 'Vul een getal in van {from} tot {to}.', fi: 'Kirjoita luku väliltä {from}–{to}.', en: 'Fill in a number from {from} to {to}.' },
  'placement.paid': { nl: 'Is het betaald?', fi: 'Maksetaanko siitä palkkaa?', en: 'Is it paid?' },
  'placement.form': { nl: 'Vorm van werk (mag leeg blijven)', fi: 'Työn muoto (saa jäädä tyhjäksi)', en: 'Form of work (optional)' },
  'placement.contract': { nl: 'Contract (mag leeg blijven)', fi: 'Sopimus (saa jäädä tyhjäksi)', en: 'Contract (optional)' },
  'placement.sector': { nl: 'Sector (mag leeg blijven)', fi: 'Toimiala (saa jäädä tyhjäksi)', en: 'Sector (optional)' },
  'placement.day': { nl: 'Eerste dag', fi: 'Ensimmäinen päivä', en: 'First day' },
  'placement.save': { nl: 'Bewaar dit begin', fi: 'Tallenna alku', en: 'Save this beginning' },

  'ending.day': { nl: 'Laatste dag', fi: 'Viimeinen päivä', en: 'Last day' },
  'ending.reason': { nl: 'Hoe kwam dat?', fi: 'Mistä se johtui?', en: 'How did that come?' },
  'ending.save': { nl: 'Bewaar het einde', fi: 'Tallenna päättyminen', en: 'Save the end' },
  'ending.over': { nl: 'Dit is al afgelopen.', fi: 'Tämä on jo päättynyt.', en: 'This has ended already.' },
});
export const t = words.t;
