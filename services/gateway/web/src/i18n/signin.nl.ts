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
  noConnection: 'We krijgen geen verbinding. Kijk of je internet hebt en probeer opnieuw.',
  ended: 'Je was een tijd weg. Meld je opnieuw aan, dan ga je verder waar je was.',
  signedOut: 'Je bent afgemeld.',
};

export type SignInWords = Record<keyof typeof nl, string>;
export default nl as SignInWords;
