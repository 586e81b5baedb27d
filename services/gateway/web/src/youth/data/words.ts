import { dictionary } from '../../lib/sentences.ts';

/** What a youth reads about the own data: who read or changed what, and why. */
export const words = dictionary({
  'data.title': { nl: 'Wie las over mij?', fi: 'Kuka luki tietojani?', en: 'Who read about me?' },
  'data.lead': {
    nl: 'Hier zie je wie jouw gegevens las of veranderde. En waarom. Alleen mensen van je centrum kunnen dat.',
    fi: 'Täällä näet, kuka on lukenut tai muuttanut tietojasi. Ja miksi. Vain keskuksesi väki voi tehdä niin.',
    en: 'Here you see who read or changed your data. And why. Only people of your centre can.',
  },
  'data.same': {
    nl: 'Leest iemand hetzelfde snel nog eens? Dan staat het hier één keer.',
    fi: 'Lukeeko joku samaa pian uudelleen? Se näkyy täällä kerran.',
    en: 'Does somebody soon read the same again? Then it stands here once.',
  },
  'data.empty': {
    nl: 'Nog niemand las iets over jou.',
    fi: 'Kukaan ei ole vielä lukenut tietojasi.',
    en: 'Nobody has read anything about you yet.',
  },
  'data.more': { nl: 'Toon oudere', fi: 'Näytä vanhemmat', en: 'Show older' },
  'data.question': {
    nl: 'Begrijp je niet waarom iemand iets las? Vraag het aan je coach of aan je centrum.',
    fi: 'Etkö ymmärrä, miksi joku luki jotain? Kysy valmentajaltasi tai keskukselta.',
    en: 'Do you not understand why somebody read something? Ask your coach or your centre.',
  },
  'data.somebody': { nl: 'Iemand van je centrum', fi: 'Joku keskuksestasi', en: 'Somebody of your centre' },
  'data.platform': { nl: 'Iemand van het platform', fi: 'Joku palvelun ylläpidosta', en: 'Somebody of the platform' },
  'data.read': { nl: '{name} las {what}, {why}.', fi: '{name} luki {what}, {why}.', en: '{name} read {what}, {why}.' },
  'data.change': { nl: '{name} {what}, {why}.', fi: '{name} {what}, {why}.', en: '{name} {what}, {why}.' },

  'why.selfDiscovery': { nl: 'om jezelf te leren kennen', fi: 'jotta opit tuntemaan itsesi', en: 'for you to get to know yourself' },
  'why.coaching': { nl: 'om je te begeleiden', fi: 'valmentaakseen sinua', en: 'to coach you' },
  'why.administration': { nl: 'om het centrum te regelen', fi: 'hoitaakseen keskuksen asioita', en: 'to run the centre' },
  'why.monitoring': { nl: 'om na te kijken of het werk goed is', fi: 'tarkistaakseen työn laadun', en: 'to check whether the work is good' },
  'why.operation': { nl: 'om Start To Can te laten werken', fi: 'pitääkseen Start To Canin toiminnassa', en: 'to keep Start To Can working' },

  'read.name': { nl: 'je naam en je figuur', fi: 'nimesi ja hahmosi', en: 'your name and your figure' },
  'read.trajectory': { nl: 'hoe het met je traject staat', fi: 'missä vaiheessa polkusi on', en: 'where you are on your path' },
  'read.timeline': { nl: 'wat er over jou is opgeschreven', fi: 'mitä sinusta on kirjoitettu', en: 'what is written down about you' },
  'read.caseload': { nl: 'jouw regel in de lijst met jongeren', fi: 'rivisi nuorten luettelossa', en: 'your line in the list of young people' },
  'read.completions': { nl: 'welke oefeningen je afwerkte', fi: 'mitkä tehtävät olet tehnyt', en: 'which exercises you finished' },
  'read.auditLog': { nl: 'wie er iets over jou las', fi: 'kuka on lukenut tietojasi', en: 'who read about you' },

  'change.registered': { nl: 'schreef jou in', fi: 'kirjasi sinut', en: 'registered you' },
  'change.cardIssued': { nl: 'maakte een startkaart voor jou', fi: 'teki sinulle aloituskortin', en: 'made a start card for you' },
  'change.signedIn': { nl: 'meldde zich aan', fi: 'kirjautui sisään', en: 'signed in' },
  'change.signedOut': { nl: 'meldde zich af', fi: 'kirjautui ulos', en: 'signed out' },
  'change.avatarChosen': { nl: 'koos een figuur', fi: 'valitsi hahmon', en: 'chose a figure' },
  'change.erasureDecided': { nl: 'besliste om alles over jou te wissen', fi: 'päätti poistaa kaiken sinusta', en: 'decided to erase everything about you' },
  'change.erased': { nl: 'wiste alles over jou', fi: 'poisti kaiken sinusta', en: 'erased everything about you' },
  'change.trajectoryBegun': { nl: 'begon jouw traject', fi: 'aloitti polkusi', en: 'began your path' },
  'change.intake': { nl: 'schreef op wat je bij de start vertelde', fi: 'kirjasi, mitä kerroit alussa', en: 'wrote down what you told at the start' },
  'change.population': { nl: 'schreef op of je naar school gaat', fi: 'kirjasi, käytkö koulua', en: 'wrote down whether you go to school' },
  'change.coachChosen': { nl: 'koos een coach', fi: 'valitsi valmentajan', en: 'chose a coach' },
  'change.step': { nl: 'schreef op wat jullie deden', fi: 'kirjasi, mitä teitte', en: 'wrote down what you did together' },
  'change.note': { nl: 'schreef er een notitie bij', fi: 'kirjoitti muistiinpanon', en: 'wrote a note with it' },
  'change.stepWithdrawn': { nl: 'trok iets in dat opgeschreven was', fi: 'perui jotain, mikä oli kirjattu', en: 'took back something that was written down' },
  'change.trajectoryClosed': { nl: 'sloot jouw traject af', fi: 'päätti polkusi', en: 'ended your path' },
  'change.exerciseBegun': { nl: 'begon een oefening', fi: 'aloitti tehtävän', en: 'began an exercise' },
  'change.answer': { nl: 'beantwoordde een vraag', fi: 'vastasi kysymykseen', en: 'answered a question' },
  'change.exerciseCompleted': { nl: 'werkte een oefening af', fi: 'teki tehtävän loppuun', en: 'finished an exercise' },
});
export const t = words.t;
