import { dictionary } from '../../lib/sentences.ts';

/** A lead: what a youth shares, and what was said about it on paper. */
export const words = dictionary({
  'consents.title': { nl: 'Wat {name} deelt', fi: 'Mitä {name} jakaa', en: 'What {name} shares' },
  'consents.intro': {
    nl: 'De jongere kiest dit zelf op een toestel. Zei de jongere het op papier? Noteer dan hier wat erop staat, en bewaar het papier. Een nee verandert niets aan de begeleiding.',
    fi: 'Nuori valitsee tämän itse laitteella. Sanoiko nuori sen paperilla? Kirjaa silloin tähän, mitä siinä lukee, ja säilytä paperi. Ei ei vaikuta valmennukseen.',
    en: 'The young person chooses this on a device. Was it said on paper? Then write down here what it says, and keep the paper. A no changes nothing about the coaching.',
  },
  'consents.reads': {
    nl: 'Dat je dit las, ziet de jongere.',
    fi: 'Nuori näkee, että luit tämän.',
    en: 'The young person sees that you read this.',
  },
  'consents.noCoach': {
    nl: 'De jongere koos nog geen coach. Er is nog niemand om iets mee te delen.',
    fi: 'Nuori ei ole vielä valinnut valmentajaa. Ei ole vielä ketään, jolle jakaa.',
    en: 'The young person has not chosen a coach yet. There is nobody yet to share anything with.',
  },
  'consents.before': { nl: 'De tijd van een vorige coach', fi: 'Aiemman valmentajan aika', en: 'The time of an earlier coach' },
  'consents.yes': { nl: 'Deelt', fi: 'Jakaa', en: 'Shares' },
  'consents.no': { nl: 'Deelt niet', fi: 'Ei jaa', en: 'Does not share' },
  'consents.saved': { nl: 'Genoteerd.', fi: 'Kirjattu.', en: 'Written down.' },
  'consents.state.given': { nl: 'Gedeeld sinds {date}', fi: 'Jaettu {date} alkaen', en: 'Shared since {date}' },
  'consents.state.refused': { nl: 'Niet gedeeld, gezegd op {date}', fi: 'Ei jaettu, sanottu {date}', en: 'Not shared, said on {date}' },
  'consents.state.withdrawn': { nl: 'Niet meer gedeeld sinds {date}', fi: 'Ei enää jaettu {date} alkaen', en: 'No longer shared since {date}' },
  'consents.state.ended': { nl: 'Gestopt op {date}, met de keuze van een andere coach', fi: 'Päättyi {date}, kun valittiin toinen valmentaja', en: 'Ended on {date}, with the choice of another coach' },
  'consents.state.never': { nl: 'Niets gezegd: niet gedeeld', fi: 'Ei sanottu mitään: ei jaettu', en: 'Nothing said: not shared' },
});
export const t = words.t;
