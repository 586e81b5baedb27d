import type { SignInWords } from './signin.nl.ts';

const fi: SignInWords = {
  title: 'Tervetuloa Start To Caniin',
  lead: 'Ota selvää, mitä haluat, mitä osaat ja kuka sinua auttaa.',
  code: 'Korttisi koodi',
  hint: 'Kaksitoista kirjainta ja numeroa. Isoja kirjaimia tai viivoja ei tarvita.',
  go: 'Mene sisään',
  busy: 'Tarkistetaan',
  scan: 'Skannaa korttini',
  scanHow: 'Onko kortissasi neliö, jossa on pieniä ruutuja? Osoita sitä puhelimesi kameralla. Silloin sinun ei tarvitse kirjoittaa.',
  noCard: 'Eikö sinulla ole korttia, tai onko se hukassa? Pyydä uusi ohjaajaltasi tai keskuksestasi.',
  noConnection: 'Emme saa yhteyttä. Tarkista, toimiiko netti, ja yritä uudelleen.',
  ended: 'Olit hetken poissa. Kirjaudu uudelleen ja jatka siitä, mihin jäit.',
  signedOut: 'Olet kirjautunut ulos.',
};

export default fi;
