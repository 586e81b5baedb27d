import reasons from './reasons.nl.ts';

/** What youths and staff both need after the first screen. First what to do next, per kind of problem and per reason of a refusal. */
const nl = {
  ...reasons,
  unauthenticated: 'Je bent niet meer aangemeld. Meld je opnieuw aan.',
  forbidden: 'Dit mag jij niet bekijken of veranderen. Ga terug naar het begin.',
  notFound: 'We vinden dit niet. Ga terug en probeer het opnieuw.',
  stale: 'Iemand anders veranderde dit net. Laad opnieuw en kijk of je verandering nog nodig is.',
  refused: 'Dit kan nu niet. Laad de pagina opnieuw en kijk wat er veranderd is.',
  invalid: 'Er klopt iets niet in wat je invulde. Kijk het na en probeer opnieuw.',
  tooLarge: 'Dit is te groot. Maak het korter en probeer opnieuw.',
  'tooManyAttempts.one': 'Dat was te vaak na elkaar. Wacht 1 minuut en probeer opnieuw.',
  'tooManyAttempts.other': 'Dat was te vaak na elkaar. Wacht {count} minuten en probeer opnieuw.',
  unavailable: 'Het lukt nu even niet bij ons. Probeer het over een minuut opnieuw.',
  internal: 'Er ging iets mis bij ons. Probeer het opnieuw. Blijft het fout? Zeg het aan je coach of je centrum.',
  offline: 'We krijgen geen verbinding. Kijk of je internet hebt en probeer opnieuw.',

  cancel: 'Annuleer',
  theme: 'Kleuren',
  'theme.device': 'Zoals mijn toestel',
  'theme.light': 'Licht',
  'theme.dark': 'Donker',
  'notFound.title': 'Deze pagina bestaat niet',
  'notFound.text': 'Misschien is de link oud. Ga terug naar het begin, daar vind je alles.',
  'notFound.action': 'Ga naar het begin',
  'offline.title': 'We krijgen geen verbinding',
  'offline.text': 'We proberen het vanzelf opnieuw. Wat je al bewaarde, is niet weg. Kijk intussen of je internet hebt.',
  'map.resume': 'Ga verder',
  'map.resumeAt': 'Je bent bij vraag {step} van {steps}',

  'other.title': 'Iemand anders meldde zich hier aan',
  'other.text': 'Wat van jou was, staat niet meer op dit scherm.',
  'other.signIn': 'Meld je aan met je kaart',
  'other.goOn': 'Ga verder als wie nu is aangemeld',
  'map.unsaved': 'Nog niet alles is bewaard.',
  'map.unsavedIn': 'Nog niet bewaard: {places}.',
  'map.unsavedGoOn': 'Je kan gewoon verdergaan. We bewaren het zodra het kan.',
  'map.saveNow': 'Probeer nu',
  'readAloud.failed': 'Voorlezen lukt nu niet op dit toestel. Probeer het later opnieuw.',
};

export type SharedWords = Record<keyof typeof nl, string>;
export default nl as SharedWords;
