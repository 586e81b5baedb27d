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
  tooShort: 'Koodi on vielä kesken. Kortissa on 12 kirjainta ja numeroa.',
  unknownCard: 'Emme tunne tätä koodia. Tarkista, että kirjoitit sen oikein. Eikö onnistu? Pyydä uusi kortti.',
  tooMany: 'Yritit liian monta kertaa. Odota {minutes} min ja yritä sitten uudelleen.',
  noConnection: 'Emme saa yhteyttä. Tarkista, toimiiko netti, ja yritä uudelleen.',
  failed: 'Jokin meni meillä vikaan. Yritä hetken päästä uudelleen.',
  ended: 'Olit hetken poissa. Kirjaudu uudelleen ja jatka siitä, mihin jäit.',
  signedOut: 'Olet kirjautunut ulos.',
  'scan.title': 'Skannaa korttisi',
  'scan.text': 'Pidä ruudullista neliötä kameran edessä.',
  'scan.noCamera': 'Emme saa käyttää kameraa. Kirjoita kortin koodi.',
};

export default fi;
