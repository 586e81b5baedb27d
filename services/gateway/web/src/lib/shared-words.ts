import { dictionary } from './sentences.ts';

/** What youths and staff both need after the first screen; it may arrive a moment after what shows it. First what to do next, per kind of problem. */
export const sharedWords = dictionary({
  unauthenticated: {
    nl: 'Je bent niet meer aangemeld. Meld je opnieuw aan.',
    fi: 'Et ole enää kirjautunut. Kirjaudu uudelleen.',
    en: 'You are no longer signed in. Sign in again.',
  },
  forbidden: {
    nl: 'Dit mag jij niet bekijken of veranderen. Ga terug naar het begin.',
    fi: 'Sinulla ei ole oikeutta nähdä tai muuttaa tätä. Palaa alkuun.',
    en: 'You may not see or change this. Go back to the start.',
  },
  notFound: {
    nl: 'We vinden dit niet. Ga terug en probeer het opnieuw.',
    fi: 'Emme löydä tätä. Palaa takaisin ja yritä uudelleen.',
    en: 'We cannot find this. Go back and try again.',
  },
  stale: {
    nl: 'Iemand anders veranderde dit net. Laad opnieuw en kijk of je verandering nog nodig is.',
    fi: 'Joku muu muutti tätä juuri. Lataa uudelleen ja katso, tarvitaanko muutostasi vielä.',
    en: 'Somebody else just changed this. Load it again and see if your change is still needed.',
  },
  refused: {
    nl: 'Dit kan nu niet. Laad de pagina opnieuw en kijk wat er veranderd is.',
    fi: 'Tämä ei onnistu nyt. Lataa sivu uudelleen ja katso, mikä on muuttunut.',
    en: 'This is not possible now. Load the page again and see what changed.',
  },
  invalid: {
    nl: 'Er klopt iets niet in wat je invulde. Kijk het na en probeer opnieuw.',
    fi: 'Jokin täyttämäsi tieto ei ole oikein. Tarkista se ja yritä uudelleen.',
    en: 'Something you filled in is not right. Check it and try again.',
  },
  tooLarge: {
    nl: 'Dit is te groot. Maak het korter en probeer opnieuw.',
    fi: 'Tämä on liian suuri. Lyhennä sitä ja yritä uudelleen.',
    en: 'This is too large. Make it shorter and try again.',
  },
  'tooManyAttempts.one': {
    nl: 'Dat was te vaak na elkaar. Wacht 1 minuut en probeer opnieuw.',
    fi: 'Yritit liian monta kertaa. Odota 1 minuutti ja yritä uudelleen.',
    en: 'That was too many times. Wait 1 minute and try again.',
  },
  'tooManyAttempts.other': {
    nl: 'Dat was te vaak na elkaar. Wacht {count} minuten en probeer opnieuw.',
    fi: 'Yritit liian monta kertaa. Odota {count} minuuttia ja yritä uudelleen.',
    en: 'That was too many times. Wait {count} minutes and try again.',
  },
  unavailable: {
    nl: 'Het lukt nu even niet bij ons. Probeer het over een minuut opnieuw.',
    fi: 'Tämä ei juuri nyt toimi meillä. Yritä uudelleen minuutin kuluttua.',
    en: 'This does not work on our side just now. Try again in a minute.',
  },
  internal: {
    nl: 'Er ging iets mis bij ons. Probeer het opnieuw. Blijft het fout? Zeg het aan je coach of je centrum.',
    fi: 'Jokin meni meillä vikaan. Yritä uudelleen. Jos se ei auta, kerro valmentajallesi tai keskukselle.',
    en: 'Something went wrong on our side. Try again. Still wrong? Tell your coach or your centre.',
  },
  offline: {
    nl: 'We krijgen geen verbinding. Kijk of je internet hebt en probeer opnieuw.',
    fi: 'Emme saa yhteyttä. Tarkista, toimiiko netti, ja yritä uudelleen.',
    en: 'We cannot connect. Check if you have internet and try again.',
  },
  cancel: {
    nl: 'Annuleer',
    fi: 'Peruuta',
    en: 'Cancel',
  },
  theme: {
    nl: 'Kleuren',
    fi: 'Värit',
    en: 'Colours',
  },
  'theme.device': {
    nl: 'Zoals mijn toestel',
    fi: 'Kuten laitteessani',
    en: 'Same as my device',
  },
  'theme.light': {
    nl: 'Licht',
    fi: 'Vaalea',
    en: 'Light',
  },
  'theme.dark': {
    nl: 'Donker',
    fi: 'Tumma',
    en: 'Dark',
  },
  'notFound.title': {
    nl: 'Deze pagina bestaat niet',
    fi: 'Tätä sivua ei ole',
    en: 'This page does not exist',
  },
  'notFound.text': {
    nl: 'Misschien is de link oud. Ga terug naar het begin, daar vind je alles.',
    fi: 'Linkki voi olla vanha. Palaa alkuun, sieltä löydät kaiken.',
    en: 'The link may be old. Go back to the start, you can find everything there.',
  },
  'offline.title': {
    nl: 'We krijgen geen verbinding',
    fi: 'Emme saa yhteyttä',
    en: 'We cannot connect',
  },
  'offline.text': {
    nl: 'We proberen het vanzelf opnieuw. Wat je al bewaarde, is niet weg. Kijk intussen of je internet hebt.',
    fi: 'Yritämme itse uudelleen. Tallentamasi asiat eivät katoa. Tarkista sillä välin, toimiiko netti.',
    en: 'We keep trying by ourselves. What you saved is not gone. Check meanwhile if you have internet.',
  },
  'map.resume': {
    nl: 'Ga verder',
    fi: 'Jatka',
    en: 'Continue',
  },
  'map.resumeAt': {
    nl: 'Je bent bij vraag {step} van {steps}',
    fi: 'Olet kysymyksessä {step}/{steps}',
    en: 'You are at question {step} of {steps}',
  },
  'leave.title': {
    nl: 'Nog niet alles is verstuurd',
    fi: 'Kaikkea ei ole vielä lähetetty',
    en: 'Not everything is sent yet',
  },
  'leave.text': {
    nl: 'Iets wacht nog op een verbinding. Meld je je nu af, dan is het weg.',
    fi: 'Jokin odottaa vielä yhteyttä. Jos kirjaudut nyt ulos, se häviää.',
    en: 'Something still waits for a connection. If you sign out now, it is lost.',
  },
  'leave.stay': {
    nl: 'Ik blijf nog',
    fi: 'Jään vielä',
    en: 'I stay',
  },
  'leave.go': {
    nl: 'Meld me toch af',
    fi: 'Kirjaudun silti ulos',
    en: 'Sign me out anyway',
  },
  'other.title': {
    nl: 'Iemand anders meldde zich hier aan',
    fi: 'Joku muu kirjautui täällä sisään',
    en: 'Somebody else signed in here',
  },
  'other.text': {
    nl: 'Wat van jou was, staat niet meer op dit scherm.',
    fi: 'Sinun tietosi eivät enää näy tällä sivulla.',
    en: 'What was yours is no longer on this screen.',
  },
  'other.signIn': {
    nl: 'Meld je aan met je kaart',
    fi: 'Kirjaudu kortillasi',
    en: 'Sign in with your card',
  },
  'other.goOn': {
    nl: 'Ga verder als wie nu is aangemeld',
    fi: 'Jatka nyt kirjautuneena henkilönä',
    en: 'Go on as who is signed in now',
  },
  'map.unsaved': {
    nl: 'Nog niet alles is bewaard.',
    fi: 'Kaikkea ei ole vielä tallennettu.',
    en: 'Not everything is saved yet.',
  },
  'map.unsavedIn': {
    nl: 'Nog niet bewaard: {places}.',
    fi: 'Ei vielä tallennettu: {places}.',
    en: 'Not saved yet: {places}.',
  },
  'map.unsavedGoOn': {
    nl: 'Je kan gewoon verdergaan. We bewaren het zodra het kan.',
    fi: 'Voit jatkaa rauhassa. Tallennamme heti, kun se onnistuu.',
    en: 'You can just go on. We save it as soon as we can.',
  },
  'map.saveNow': {
    nl: 'Probeer nu',
    fi: 'Yritä nyt',
    en: 'Try now',
  },
  'readAloud.failed': {
    nl: 'Voorlezen lukt nu niet op dit toestel. Probeer het later opnieuw.',
    fi: 'Ääneen lukeminen ei nyt toimi tällä laitteella. Yritä myöhemmin uudelleen.',
    en: 'Reading aloud does not work on this device now. Try again later.',
  },
}, 'later');

/** Loads them for what can be shown without: when that does not work, the next one who asks tries again. */
export const loadShared = (): Promise<void> => sharedWords.ready().catch(() => {});
