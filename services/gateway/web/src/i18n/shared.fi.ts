import reasons from './reasons.fi.ts';
import type { SharedWords } from './shared.nl.ts';

const fi: SharedWords = {
  ...reasons,
  unauthenticated: 'Et ole enää kirjautunut. Kirjaudu uudelleen.',
  forbidden: 'Sinulla ei ole oikeutta nähdä tai muuttaa tätä. Palaa alkuun.',
  notFound: 'Emme löydä tätä. Palaa takaisin ja yritä uudelleen.',
  stale: 'Joku muu muutti tätä juuri. Lataa uudelleen ja katso, tarvitaanko muutostasi vielä.',
  refused: 'Tämä ei onnistu nyt. Lataa sivu uudelleen ja katso, mikä on muuttunut.',
  invalid: 'Jokin täyttämäsi tieto ei ole oikein. Tarkista se ja yritä uudelleen.',
  tooLarge: 'Tämä on liian suuri. Lyhennä sitä ja yritä uudelleen.',
  'tooManyAttempts.one': 'Yritit liian monta kertaa. Odota 1 minuutti ja yritä uudelleen.',
  'tooManyAttempts.other': 'Yritit liian monta kertaa. Odota {count} minuuttia ja yritä uudelleen.',
  unavailable: 'Tämä ei juuri nyt toimi meillä. Yritä uudelleen minuutin kuluttua.',
  internal: 'Jokin meni meillä vikaan. Yritä uudelleen. Jos se ei auta, kerro valmentajallesi tai keskukselle.',
  offline: 'Emme saa yhteyttä. Tarkista, toimiiko netti, ja yritä uudelleen.',

  cancel: 'Peruuta',
  theme: 'Värit',
  'theme.device': 'Kuten laitteessani',
  'theme.light': 'Vaalea',
  'theme.dark': 'Tumma',
  'notFound.title': 'Tätä sivua ei ole',
  'notFound.text': 'Linkki voi olla vanha. Palaa alkuun, sieltä löydät kaiken.',
  'notFound.action': 'Mene alkuun',
  'offline.title': 'Emme saa yhteyttä',
  'offline.text': 'Yritämme itse uudelleen. Tallentamasi asiat eivät katoa. Tarkista sillä välin, toimiiko netti.',
  'map.resume': 'Jatka',
  'map.resumeAt': 'Olet kysymyksessä {step}/{steps}',

  'other.title': 'Joku muu kirjautui täällä sisään',
  'other.text': 'Sinun tietosi eivät enää näy tällä sivulla.',
  'other.signIn': 'Kirjaudu kortillasi',
  'other.goOn': 'Jatka nyt kirjautuneena henkilönä',
  'map.unsaved': 'Kaikkea ei ole vielä tallennettu.',
  'map.unsavedIn': 'Ei vielä tallennettu: {places}.',
  'map.unsavedGoOn': 'Voit jatkaa rauhassa. Tallennamme heti, kun se onnistuu.',
  'map.saveNow': 'Yritä nyt',
  'readAloud.failed': 'Ääneen lukeminen ei nyt toimi tällä laitteella. Yritä myöhemmin uudelleen.',
};

export default fi;
