/** What somebody reads who is not signed in. */
const nl = {
  title: 'Welkom bij Start To Can',
  lead: 'Ontdek wat jij wil, wat jij kan en wie jou helpt.',
  code: 'De code op je kaart',
  hint: 'Twaalf letters en cijfers. Hoofdletters en streepjes hoeven niet.',
  go: 'Ga binnen',
  busy: 'Even kijken',
  scan: 'Scan mijn kaart',
  scanHow: 'Staat er een vierkant met blokjes op je kaart? Richt de camera van je telefoon erop. Dan hoef je niets te typen.',
  noCard: 'Geen kaart of kaart kwijt? Vraag een nieuwe aan je begeleider of in je leersteuncentrum.',
  tooShort: 'De code is nog niet volledig. Er staan 12 letters en cijfers op je kaart.',
  unknownCard: 'We kennen deze code niet. Kijk of je alles juist typte. Lukt het niet? Vraag een nieuwe kaart.',
  tooMany: 'Je probeerde te vaak na elkaar. Wacht {minutes} min. en probeer dan opnieuw.',
  noConnection: 'We krijgen geen verbinding. Kijk of je internet hebt en probeer opnieuw.',
  failed: 'Er ging iets mis bij ons. Probeer het zo meteen opnieuw.',
  ended: 'Je was een tijd weg. Meld je opnieuw aan, dan ga je verder waar je was.',
  signedOut: 'Je bent afgemeld.',
  'scan.title': 'Scan je kaart',
  'scan.text': 'Hou het vierkant met blokjes voor de camera.',
  'scan.noCamera': 'We mogen de camera niet gebruiken. Typ de code van je kaart.',
};

export type SignInWords = Record<keyof typeof nl, string>;
export default nl as SignInWords;
