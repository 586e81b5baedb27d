import type { TroubleWords } from './trouble.nl.ts';

const fi: TroubleWords = {
  tooShort: 'Koodi on vielä kesken. Kortissa on 12 kirjainta ja numeroa.',
  wrongLetter: 'Koodissa ei ole koskaan merkkiä {letter}. Katso korttiasi vielä kerran.',
  notACard: 'Tämä ei ole aloituskortti. Ota kortti, jonka sait keskuksestasi.',
  unknownCard: 'Emme tunne tätä koodia. Tarkista koodi kortistasi.',
  deadCard: 'Tämä kortti ei toimi. Pyydä uusi kortti.',
  'tooMany.one': 'Yritit liian monta kertaa. Odota 1 minuutti ja yritä sitten uudelleen.',
  'tooMany.other': 'Yritit liian monta kertaa. Odota {count} minuuttia ja yritä sitten uudelleen.',
  failed: 'Jokin meni meillä vikaan. Yritä hetken päästä uudelleen.',
  notKept: 'Selaimesi ei muista kirjautumistasi. Salli evästeet osoitteelle {site} tai käytä toista selainta.',
  https: 'Start To Can toimii vain https-yhteydellä. Avaa tämä osoite:',
  httpsHelp: 'Eikö onnistu? Pyydä apua keskuksestasi.',
  'scan.title': 'Skannaa korttisi',
  'scan.text': 'Pidä ruudullista neliötä kameran edessä.',
  'scan.noCamera': 'Emme saa käyttää kameraa. Kirjoita kortin koodi.',
  'scan.failing': 'Skannaus ei onnistu tällä laitteella. Kirjoita kortin koodi.',
  'scan.type': 'Kirjoita koodi',
};

export default fi;
