import { dictionary } from '../lib/sentences.ts';

/** What all screens of staff need: the frame, and what is wrong with a form. */
export const words = dictionary({
  // Frame
  'nav.label': {
    nl: 'Onderdelen',
    fi: 'Osiot',
    en: 'Sections',
  },
  'nav.youths': {
    nl: 'Mijn jongeren',
    fi: 'Omat nuoret',
    en: 'My young people',
  },
  'nav.people': {
    nl: 'Mensen',
    fi: 'Ihmiset',
    en: 'People',
  },
  'nav.table1': {
    nl: 'Tabel 1 · Drempels en leeftijd',
    fi: 'Taulukko 1 · Esteet ja ikä',
    en: 'Table 1 · Barriers and age',
  },
  'nav.table2': {
    nl: 'Tabel 2 · Acties',
    fi: 'Taulukko 2 · Toimet',
    en: 'Table 2 · Actions',
  },
  'nav.table1.short': {
    nl: 'Drempels',
    fi: 'Esteet',
    en: 'Barriers',
  },
  'nav.table2.short': {
    nl: 'Acties',
    fi: 'Toimet',
    en: 'Actions',
  },
  'nav.breaches': { nl: 'Datalekken', fi: 'Tietoturva\u00ADloukkaukset', en: 'Data breaches' },
  'nav.breaches.short': { nl: 'Lekken', fi: 'Loukkaukset', en: 'Breaches' },
  'nav.requests': { nl: 'Vragen over gegevens', fi: 'Tietopyynnöt', en: 'Requests about data' },
  'nav.requests.short': { nl: 'Vragen', fi: 'Pyynnöt', en: 'Requests' },
  'nav.todo': { nl: 'Te doen', fi: 'Tehtävät', en: 'To do' },
  'nav.week': { nl: 'Deze week', fi: 'Tämä viikko', en: 'This week' },
  'nav.week.short': { nl: 'Week', fi: 'Viikko', en: 'Week' },
  'nav.controller': { nl: 'Wie beslist', fi: 'Kuka päättää', en: 'Who decides' },
  'nav.controller.short': { nl: 'Beslist', fi: 'Päättäjä', en: 'Decides' },
  'nav.auditLog': { nl: 'Wie las wat', fi: 'Kuka luki mitä', en: 'Who read what' },
  'nav.auditLog.short': { nl: 'Inzage', fi: 'Lukijat', en: 'Readers' },
  'nav.centres': {
    nl: 'Centra',
    fi: 'Keskukset',
    en: 'Centres',
  },
  'nav.colleagues': {
    nl: 'Auditors en beheerders',
    fi: 'Auditoijat ja ylläpitäjät',
    en: 'Auditors and operators',
  },
  'nav.settings': {
    nl: 'Instellingen',
    fi: 'Asetukset',
    en: 'Settings',
  },
  'nav.signOut': {
    nl: 'Meld me af',
    fi: 'Kirjaudu ulos',
    en: 'Sign me out',
  },

  // Everywhere
  'common.more': {
    nl: 'Toon meer',
    fi: 'Näytä lisää',
    en: 'Show more',
  },
  'common.back': {
    nl: 'Terug',
    fi: 'Takaisin',
    en: 'Back',
  },
  'common.print': {
    nl: 'Druk af',
    fi: 'Tulosta',
    en: 'Print',
  },
  'common.optional': {
    nl: 'mag leeg blijven',
    fi: 'saa jäädä tyhjäksi',
    en: 'optional',
  },
  'save.network': {
    nl: 'Geen verbinding. Wat je invulde, blijft staan. Druk nog eens op de knop: er wordt niets dubbel bewaard.',
    fi: 'Ei yhteyttä. Täyttämäsi tiedot säilyvät. Paina painiketta uudelleen: mitään ei tallenneta kahdesti.',
    en: 'No connection. What you filled in stays here. Press the button again: nothing is saved twice.',
  },

  // What only a form knows; the reasons of the service are in problems.*.ts
  'issue.required': {
    nl: 'Vul dit in.',
    fi: 'Täytä tämä.',
    en: 'Fill this in.',
  },
  'issue.missing': {
    nl: 'Vul dit in.',
    fi: 'Täytä tämä.',
    en: 'Fill this in.',
  },
  'issue.tooMany': {
    nl: 'Dit zijn er te veel. Haal er enkele weg.',
    fi: 'Näitä on liikaa. Poista joitakin.',
    en: 'These are too many. Take some away.',
  },
  'issue.choose': {
    nl: 'Maak een keuze.',
    fi: 'Valitse jokin.',
    en: 'Make a choice.',
  },
  'issue.centreId': {
    nl: 'Gebruik 1 tot 32 kleine letters en cijfers, zonder spaties.',
    fi: 'Käytä 1–32 pientä kirjainta ja numeroa ilman välilyöntejä.',
    en: 'Use 1 to 32 small letters and digits, without spaces.',
  },
  'issue.fteOutOfRange': {
    nl: 'Kies een waarde van 0,1 tot 1.',
    fi: 'Valitse arvo väliltä 0,1–1.',
    en: 'Choose a value from 0.1 to 1.',
  },
  'issue.ageOutOfRange': {
    nl: 'Kijk de geboortedatum na: de leeftijd moet van 12 tot 67 jaar zijn.',
    fi: 'Tarkista syntymäaika: iän on oltava 12–67 vuotta.',
    en: 'Check the date of birth: the age must be from 12 to 67.',
  },
  'issue.disabilityTwice': {
    nl: 'Deze beperking koos je al. Elke beperking telt één keer.',
    fi: 'Valitsit tämän vamman jo. Jokainen lasketaan kerran.',
    en: 'You already chose this disability. Each one counts once.',
  },
  'issue.fromAfterTo': {
    nl: 'De begindatum ligt na de einddatum.',
    fi: 'Alkupäivä on loppupäivän jälkeen.',
    en: 'The first date is after the last date.',
  },

  // Coach: caseload
  'coach.chip.since': {
    nl: 'Sinds {date}',
    fi: 'Alkaen {date}',
    en: 'Since {date}',
  },
  'coach.chip.source': {
    nl: 'Kwam via {source}',
    fi: 'Mistä tuli: {source}',
    en: 'Came through {source}',
  },

  // Coach: a step
  'step.today': {
    nl: 'Vandaag',
    fi: 'Tänään',
    en: 'Today',
  },
  'step.yesterday': {
    nl: 'Gisteren',
    fi: 'Eilen',
    en: 'Yesterday',
  },

  // Lead: people
  'people.none.title': {
    nl: 'Niemand gevonden',
    fi: 'Ketään ei löytynyt',
    en: 'Nobody found',
  },
  'people.none.text': {
    nl: 'Niemand past bij wat je zoekt of koos. Kijk de spelling na of toon iedereen.',
    fi: 'Kukaan ei vastaa hakua tai valintaa. Tarkista kirjoitus tai näytä kaikki.',
    en: 'Nobody fits your search or choice. Check the spelling or show everyone.',
  },

  // Lead: new youth
  'youth.name': {
    nl: 'Naam',
    fi: 'Nimi',
    en: 'Name',
  },

  // Tables

  // Operator: the keys of a person
  'issue.personNumber': {
    nl: 'Dit is geen nummer van een persoon. Kopieer het helemaal.',
    fi: 'Tämä ei ole henkilön numero. Kopioi se kokonaan.',
    en: 'This is not the number of a person. Copy all of it.',
  },
  'issue.personNotFound': {
    nl: 'In dit centrum is niemand met dit nummer. Kijk het na met de centrumleider.',
    fi: 'Tässä keskuksessa ei ole ketään tällä numerolla. Tarkista se keskuksen johtajan kanssa.',
    en: 'Nobody in this centre has this number. Check it with the centre lead.',
  },
  'issue.confirmation': {
    nl: 'Dit zijn niet de laatste vier tekens van het nummer.',
    fi: 'Nämä eivät ole numeron neljä viimeistä merkkiä.',
    en: 'These are not the last four characters of the number.',
  },
});
export const t = words.t;
