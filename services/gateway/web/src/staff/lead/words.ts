import { dictionary } from '../../lib/sentences.ts';

/** A lead: who is in the centre, and who comes in. */
export const words = dictionary({
  // Lead: people
  'people.title': {
    nl: 'Mensen',
    fi: 'Ihmiset',
    en: 'People',
  },
  'people.intro': {
    nl: 'Iedereen met een kaart van jouw centrum.',
    fi: 'Kaikki, joilla on keskuksesi kortti.',
    en: 'Everyone with a card from your centre.',
  },
  'people.newYouth': {
    nl: 'Nieuwe jongere',
    fi: 'Uusi nuori',
    en: 'New young person',
  },
  'people.newCoach': {
    nl: 'Nieuwe coach',
    fi: 'Uusi valmentaja',
    en: 'New coach',
  },
  'people.newOfficer': {
    nl: 'Nieuwe functionaris',
    fi: 'Uusi tietosuojavastaava',
    en: 'New officer',
  },
  'people.empty.title': {
    nl: 'Nog geen coaches en jongeren',
    fi: 'Ei vielä valmentajia eikä nuoria',
    en: 'No coaches and young people yet',
  },
  'people.empty.text': {
    nl: 'Voeg eerst een coach toe, dan een jongere. Ieder krijgt een startkaart om zich aan te melden.',
    fi: 'Lisää ensin valmentaja, sitten nuori. Jokainen saa aloituskortin, jolla kirjaudutaan.',
    en: 'First add a coach, then a young person. Each gets a start card to sign in with.',
  },

  // Lead: new youth
  'youth.title': {
    nl: 'Nieuwe jongere',
    fi: 'Uusi nuori',
    en: 'New young person',
  },
  'youth.intro': {
    nl: 'Vul dit samen met de jongere in. Iedere jongere die wil starten, mag starten.',
    fi: 'Täyttäkää tämä yhdessä nuoren kanssa. Jokainen nuori, joka haluaa aloittaa, saa aloittaa.',
    en: 'Fill this in together. Every young person who wants to start may start.',
  },
  'youth.who': {
    nl: 'Wie',
    fi: 'Kuka',
    en: 'Who',
  },
  'youth.name.hint': {
    nl: 'De naam waarmee de jongere genoemd wil worden.',
    fi: 'Nimi, jolla nuori haluaa itseään kutsuttavan.',
    en: 'The name the young person wants to be called by.',
  },
  'youth.birthDate': {
    nl: 'Geboortedatum',
    fi: 'Syntymäaika',
    en: 'Date of birth',
  },
  'youth.gender': {
    nl: 'Geslacht',
    fi: 'Sukupuoli',
    en: 'Gender',
  },
  'youth.path': {
    nl: 'School of niet',
    fi: 'Koulussa vai ei',
    en: 'At school or not',
  },
  'youth.population': {
    nl: 'Nu',
    fi: 'Nyt',
    en: 'Now',
  },
  'youth.entryLevel': {
    nl: 'Onderwijsniveau bij de start',
    fi: 'Koulutustaso alussa',
    en: 'Education level at the start',
  },
  'youth.source': {
    nl: 'Kwam via',
    fi: 'Mistä tuli',
    en: 'Came through',
  },
  'youth.registeredOn': {
    nl: 'Ingeschreven op',
    fi: 'Ilmoittautumispäivä',
    en: 'Registered on',
  },
  'youth.health': {
    nl: 'Beperking en drempels',
    fi: 'Vamma ja esteet',
    en: 'Disability and barriers',
  },
  'youth.health.why.title': {
    nl: 'Waarom vragen we dit?',
    fi: 'Miksi kysymme tätä?',
    en: 'Why do we ask this?',
  },
  'youth.health.why.text': {
    nl: 'De overheid wil weten of Start To Can alle jongeren bereikt. Daarom tellen we per soort beperking. Een coach ziet deze antwoorden niet.',
    fi: 'Viranomaiset haluavat tietää, tavoittaako Start To Can kaikki nuoret. Siksi laskemme nuoret vamman laadun mukaan. Valmentaja ei näe näitä vastauksia.',
    en: 'The government wants to know whether Start To Can reaches all young people. That is why we count by kind of disability. A coach does not see these answers.',
  },
  'youth.health.sealed': {
    nl: 'We bewaren ze verzegeld: versleuteld met een eigen sleutel per jongere. In de tabellen staan alleen aantallen.',
    fi: 'Säilytämme ne sinetöityinä: salattuina, jokaisella nuorella oma avain. Taulukoissa on vain lukumääriä.',
    en: 'We keep them sealed: encrypted with a separate key for each young person. The tables only show numbers.',
  },
  'youth.disability': {
    nl: 'Belangrijkste beperking',
    fi: 'Tärkein vamma tai rajoite',
    en: 'Main disability',
  },
  'youth.disability.hint': {
    nl: 'Kies er één: zo telt elke jongere één keer.',
    fi: 'Valitse yksi: näin jokainen nuori lasketaan kerran.',
    en: 'Choose one: each young person then counts once.',
  },
  'youth.otherDisabilities': {
    nl: 'Andere beperkingen',
    fi: 'Muut vammat tai rajoitteet',
    en: 'Other disabilities',
  },
  'youth.barriers': {
    nl: 'Bijkomende drempels',
    fi: 'Lisäesteet',
    en: 'Extra barriers',
  },
  'youth.save': {
    nl: 'Schrijf in en maak kaart',
    fi: 'Lisää nuori ja tee kortti',
    en: 'Register and make card',
  },

  // Lead: new coach
  'newCoach.title': {
    nl: 'Nieuwe coach',
    fi: 'Uusi valmentaja',
    en: 'New coach',
  },
  'newCoach.intro': {
    nl: 'De coach krijgt een startkaart. Jongeren zien de naam als ze een coach kiezen.',
    fi: 'Valmentaja saa aloituskortin. Nuoret näkevät nimen, kun he valitsevat valmentajaa.',
    en: 'The coach gets a start card. Young people see the name when they choose a coach.',
  },
  'newCoach.fte': {
    nl: 'Werktijd (VTE)',
    fi: 'Työaika (htv)',
    en: 'Working time (FTE)',
  },
  'newCoach.fte.hint.one': {
    nl: '1 = voltijds. Een voltijdse coach begeleidt 1 jongere.',
    fi: '1 = kokoaikainen. Kokoaikainen valmentaja tukee 1 nuorta.',
    en: '1 = full time. A full-time coach supports 1 young person.',
  },
  'newCoach.fte.hint.other': {
    nl: '1 = voltijds. Een voltijdse coach begeleidt tot {count} jongeren.',
    fi: '1 = kokoaikainen. Kokoaikainen valmentaja tukee enintään {count} nuorta.',
    en: '1 = full time. A full-time coach supports up to {count} young people.',
  },
  'newCoach.limit.one': {
    nl: 'Grens: 1 jongere.',
    fi: 'Raja: 1 nuori.',
    en: 'Limit: 1 young person.',
  },
  'newCoach.limit.other': {
    nl: 'Grens: {count} jongeren.',
    fi: 'Raja: {count} nuorta.',
    en: 'Limit: {count} young people.',
  },
  'newCoach.save': {
    nl: 'Voeg coach toe en maak kaart',
    fi: 'Lisää valmentaja ja tee kortti',
    en: 'Add coach and make card',
  },

  // Lead: new data protection officer
  'newOfficer.title': {
    nl: 'Nieuwe functionaris voor gegevensbescherming',
    fi: 'Uusi tietosuojavastaava',
    en: 'New data protection officer',
  },
  'newOfficer.intro': {
    nl: 'De functionaris krijgt een startkaart, en ziet wie wat las en wat jongeren over hun gegevens vragen. De functionaris geeft advies, jij beslist. Werkt iemand voor meer centra? Dan krijgt die van elk centrum een kaart.',
    fi: 'Tietosuojavastaava saa aloituskortin ja näkee, kuka luki mitä ja mitä nuoret pyytävät tiedoistaan. Tietosuojavastaava neuvoo, sinä päätät. Jos sama henkilö työskentelee usealle keskukselle, hän saa kortin jokaiselta.',
    en: 'The officer gets a start card, and sees who read what and what young people ask about their data. The officer advises, you decide. Does somebody work for several centres? Then they get a card from each.',
  },
  'newOfficer.save': {
    nl: 'Voeg functionaris toe en maak kaart',
    fi: 'Lisää tietosuojavastaava ja tee kortti',
    en: 'Add officer and make card',
  },

  // The page of a youth, for the lead
  'person.coach': {
    nl: 'Coach: {name}',
    fi: 'Valmentaja: {name}',
    en: 'Coach: {name}',
  },
  'person.noCoach': {
    nl: 'Koos nog geen coach',
    fi: 'Ei ole vielä valinnut valmentajaa',
    en: 'Has not chosen a coach yet',
  },
  'person.request': { nl: 'Schrijf een vraag over gegevens op', fi: 'Kirjaa tietopyyntö', en: 'Write down a request about data' },
  'person.sharing': { nl: 'Wat de jongere deelt', fi: 'Mitä nuori jakaa', en: 'What the young person shares' },
  'person.hold': { nl: 'Gegevens vasthouden of loslaten', fi: 'Aseta tai poista säilytysvelvoite', en: 'Hold the data or lift a hold' },
  'person.audit': { nl: 'Wie las of wijzigde gegevens van deze jongere?', fi: 'Kuka on lukenut tai muuttanut tämän nuoren tietoja?', en: 'Who read or changed data of this young person?' },
  'person.number': {
    nl: 'Nummer',
    fi: 'Numero',
    en: 'Number',
  },
  'person.number.why': {
    nl: 'Moet gewist worden wat over deze jongere bewaard is? Geef dan dit nummer aan wie het platform beheert. Die kent geen namen.',
    fi: 'Pitääkö tästä nuoresta tallennetut tiedot poistaa? Anna silloin tämä numero alustan ylläpitäjälle. Hän ei tunne nimiä.',
    en: 'Does what is kept about this young person have to be erased? Then give this number to whoever runs the platform. They know no names.',
  },
  'person.number.copy': {
    nl: 'Kopieer nummer',
    fi: 'Kopioi numero',
    en: 'Copy number',
  },
  'person.number.copied': {
    nl: 'Nummer gekopieerd',
    fi: 'Numero kopioitu',
    en: 'Number copied',
  },

  // What changes a trajectory as a whole
  'again.title': {
    nl: 'Begin opnieuw',
    fi: 'Aloita uudelleen',
    en: 'Begin again',
  },
  'again.intro': {
    nl: '{name} is welkom terug. Vul dit opnieuw samen in: er begint een nieuw traject, en niets van het oude gaat mee. De startkaart blijft dezelfde.',
    fi: '{name} on tervetullut takaisin. Täyttäkää tämä yhdessä uudelleen: alkaa uusi polku, eikä mikään vanhasta siirry mukaan. Aloituskortti pysyy samana.',
    en: '{name} is welcome back. Fill this in together once more: a new trajectory begins, and nothing of the old one goes with it. The start card stays the same.',
  },
  'again.save': {
    nl: 'Begin een nieuw traject',
    fi: 'Aloita uusi polku',
    en: 'Begin a new trajectory',
  },
  'again.done': {
    nl: 'Er is een nieuw traject begonnen met {name}.',
    fi: 'Uusi polku on alkanut: {name}.',
    en: 'A new trajectory with {name} has begun.',
  },

  // Read along by the youth: the words of every day, with the code behind them
  'intake.population.education': {
    nl: 'Op school of in een opleiding',
    fi: 'Koulussa tai koulutuksessa',
    en: 'At school or in training',
  },
  'intake.population.neet': {
    nl: 'Niet op school, geen opleiding en geen werk (NEET)',
    fi: 'Ei koulussa, koulutuksessa eikä työssä (NEET)',
    en: 'Not at school, in training or at work (NEET)',
  },
});
export const t = words.t;
