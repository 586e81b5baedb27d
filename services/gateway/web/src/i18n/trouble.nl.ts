/** What somebody reads who cannot come in yet: it comes after the sign-in page itself. */
const nl = {
  tooShort: 'De code is nog niet volledig. Er staan 12 letters en cijfers op je kaart.',
  wrongLetter: 'Een {letter} staat nooit in een code. Kijk nog eens op je kaart.',
  notACard: 'Dit is geen startkaart. Neem de kaart die je van je centrum kreeg.',
  unknownCard: 'We kennen deze code niet. Kijk de code na op je kaart.',
  deadCard: 'Deze kaart werkt niet. Vraag een nieuwe kaart.',
  'tooMany.one': 'Je probeerde te vaak na elkaar. Wacht 1 minuut en probeer dan opnieuw.',
  'tooMany.other': 'Je probeerde te vaak na elkaar. Wacht {count} minuten en probeer dan opnieuw.',
  failed: 'Er ging iets mis bij ons. Probeer het zo meteen opnieuw.',
  notKept: 'Je browser onthoudt je aanmelding niet. Laat cookies toe voor {site}, of neem een andere browser.',
  https: 'Start To Can werkt alleen via https. Open dit adres:',
  httpsHelp: 'Lukt dat niet? Vraag hulp in je centrum.',
  'scan.title': 'Scan je kaart',
  'scan.text': 'Hou het vierkant met blokjes voor de camera.',
  'scan.noCamera': 'We mogen de camera niet gebruiken. Typ de code van je kaart.',
  'scan.failing': 'Scannen lukt niet op dit toestel. Typ de code van je kaart.',
  'scan.type': 'Typ de code',
};

export type TroubleWords = Record<keyof typeof nl, string>;
export default nl as TroubleWords;
