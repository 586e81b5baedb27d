import { dictionary } from '../../lib/sentences.ts';

/** Auditors and operators: centres, unfinished work, the keys of a person. */
export const words = dictionary({
  // Auditor
  'centres.title': {
    nl: 'Centra',
    fi: 'Keskukset',
    en: 'Centres',
  },
  'centres.intro': {
    nl: 'Kies een centrum om zijn tabellen te lezen, of lees alle centra samen.',
    fi: 'Valitse keskus ja lue sen taulukot, tai lue kaikki keskukset yhdessä.',
    en: 'Choose a centre to read its tables, or read all centres together.',
  },
  'centres.search': {
    nl: 'Zoek een centrum',
    fi: 'Etsi keskusta',
    en: 'Find a centre',
  },
  'centres.all': {
    nl: 'Vlaanderen, alle centra samen',
    fi: 'Flanderi, kaikki keskukset yhdessä',
    en: 'Flanders, all centres together',
  },
  'centres.count.one': {
    nl: '1 centrum',
    fi: '1 keskus',
    en: '1 centre',
  },
  'centres.count.other': {
    nl: '{count} centra',
    fi: '{count} keskusta',
    en: '{count} centres',
  },
  'centres.none.title': {
    nl: 'Geen centrum gevonden',
    fi: 'Keskusta ei löytynyt',
    en: 'No centre found',
  },
  'centres.none.text': {
    nl: 'Geen naam of code past bij “{q}”.',
    fi: 'Mikään nimi tai koodi ei vastaa hakua ”{q}”.',
    en: 'No name or code fits “{q}”.',
  },
  'centres.empty.title': {
    nl: 'Nog geen centra',
    fi: 'Ei vielä keskuksia',
    en: 'No centres yet',
  },
  'centres.empty.text': {
    nl: 'Zodra een centrum opent, staat het hier.',
    fi: 'Keskus näkyy tässä heti, kun se avataan.',
    en: 'A centre appears here as soon as it opens.',
  },
  'clocks.title': {
    nl: 'Welke datum telt?',
    fi: 'Mikä päivä ratkaisee?',
    en: 'Which date counts?',
  },
  'clocks.happened': {
    nl: 'De periode telt op de dag waarop iets gebeurde.',
    fi: 'Jakso lasketaan sen päivän mukaan, jona jotain tapahtui.',
    en: 'The period counts by the day something happened.',
  },
  'clocks.known': {
    nl: '“Zoals geweten op” toont wat we op dat moment al wisten: wat later werd bewaard of ingetrokken, telt dan nog niet mee.',
    fi: '”Tiedot hetkellä” näyttää, mitä silloin jo tiedettiin: myöhemmin tallennettu tai peruttu ei vielä vaikuta.',
    en: '“As known on” shows what we already knew at that moment: what was saved or withdrawn later does not count yet.',
  },
  'clocks.why': {
    nl: 'Zo kan je een oude tabel altijd opnieuw maken.',
    fi: 'Näin vanhan taulukon voi aina tehdä uudelleen.',
    en: 'This way you can always make an old table again.',
  },

  // Operator
  'operator.intro': {
    nl: 'Elk centrum is een eigen, afgesloten ruimte met eigen sleutels.',
    fi: 'Jokainen keskus on oma suljettu tilansa, jolla on omat avaimet.',
    en: 'Each centre is its own closed space with its own keys.',
  },
  'operator.clock': {
    nl: 'Het logboek loopt voor op de klok van de server. Zet de klok juist. Wat intussen gebeurt, staat nog niet in een tabel van nu.',
    fi: 'Loki on palvelimen kelloa edellä. Aseta kello oikein. Se, mitä sillä välin tapahtuu, ei vielä näy nykyhetken taulukoissa.',
    en: 'The log is ahead of the clock of the server. Set the clock. What happens meanwhile is in no table of now yet.',
  },
  'operator.lostKeys.one': {
    nl: 'Van 1 persoon ontbreekt de sleutel, en niemand wiste die. Zet de sleutelkluis terug die bij dit logboek hoort.',
    fi: '1 henkilön avain puuttuu, eikä kukaan ole poistanut sitä. Palauta avainholvi, joka kuuluu tähän lokiin.',
    en: 'The key of 1 person is missing, and nobody erased it. Put back the key vault that belongs to this log.',
  },
  'operator.lostKeys.other': {
    nl: 'Van {count} personen ontbreekt de sleutel, en niemand wiste die. Zet de sleutelkluis terug die bij dit logboek hoort.',
    fi: '{count} henkilön avain puuttuu, eikä kukaan ole poistanut niitä. Palauta avainholvi, joka kuuluu tähän lokiin.',
    en: 'The keys of {count} people are missing, and nobody erased them. Put back the key vault that belongs to this log.',
  },
  'operator.open': {
    nl: 'Open een centrum',
    fi: 'Avaa keskus',
    en: 'Open a centre',
  },
  'operator.id': {
    nl: 'Code van het centrum',
    fi: 'Keskuksen koodi',
    en: 'Code of the centre',
  },
  'operator.id.hint': {
    nl: 'Kleine letters en cijfers, bijvoorbeeld lsc01. De code verandert nooit meer.',
    fi: 'Pieniä kirjaimia ja numeroita, esimerkiksi lsc01. Koodi ei koskaan muutu.',
    en: 'Small letters and digits, for example lsc01. The code never changes.',
  },
  'operator.name': {
    nl: 'Naam van het centrum',
    fi: 'Keskuksen nimi',
    en: 'Name of the centre',
  },
  'operator.language': {
    nl: 'Eerste taal',
    fi: 'Ensimmäinen kieli',
    en: 'First language',
  },
  'operator.otherLanguages': {
    nl: 'Andere talen van het centrum',
    fi: 'Keskuksen muut kielet',
    en: 'Other languages of the centre',
  },
  'operator.country': {
    nl: 'Land',
    fi: 'Maa',
    en: 'Country',
  },
  'operator.lead': {
    nl: 'Naam van de centrumleider',
    fi: 'Keskuksen johtajan nimi',
    en: 'Name of the centre lead',
  },
  'operator.lead.hint': {
    nl: 'Deze persoon krijgt de startkaart en voegt daarna coaches en jongeren toe.',
    fi: 'Hän saa aloituskortin ja lisää sitten valmentajat ja nuoret.',
    en: 'This person gets the start card and then adds coaches and young people.',
  },
  'operator.save': {
    nl: 'Open centrum en maak kaart',
    fi: 'Avaa keskus ja tee kortti',
    en: 'Open centre and make card',
  },
  'operator.see': {
    nl: 'Bekijk het centrum met deze code',
    fi: 'Katso keskus, jolla on tämä koodi',
    en: 'See the centre with this code',
  },
  'centre.code': {
    nl: 'Code {id}',
    fi: 'Koodi {id}',
    en: 'Code {id}',
  },
  'centre.leads': {
    nl: 'Centrumleiders',
    fi: 'Keskuksen johtajat',
    en: 'Centre leads',
  },
  'centre.addLead': {
    nl: 'Voeg een centrumleider toe',
    fi: 'Lisää keskuksen johtaja',
    en: 'Add a centre lead',
  },
  'centre.controller': {
    nl: 'Wie beslist over de gegevens',
    fi: 'Kuka päättää tiedoista',
    en: 'Who decides about the data',
  },
  'centre.exit': { nl: 'Einde van het centrum', fi: 'Keskuksen päättyminen', en: 'End of the centre' },
  'centre.exit.begun': { nl: 'Einde gevraagd', fi: 'Päättämistä pyydetty', en: 'End asked for' },
  'centre.exit.agreed': { nl: 'Stopt: niemand wijzigt nog iets', fi: 'Päättyy: mitään ei enää muuteta', en: 'Leaving: nothing is changed any more' },
  'centre.exit.exported': { nl: 'Stopt: gegevens uitgevoerd', fi: 'Päättyy: tiedot viety', en: 'Leaving: data exported' },
  'centre.exit.wiping': { nl: 'Wordt gewist', fi: 'Poistetaan', en: 'Being erased' },
  'centre.exit.left': { nl: 'Gestopt en gewist', fi: 'Päättynyt ja poistettu', en: 'Ended and erased' },
  'centre.breachRule': {
    nl: 'Regel voor datalekken',
    fi: 'Tietoturvaloukkausten sääntö',
    en: 'Rule for breaches',
  },
  'operator.processor': {
    nl: 'Wie de gegevens verwerkt',
    fi: 'Kuka käsittelee tietoja',
    en: 'Who processes the data',
  },
  'centre.empty.title': {
    nl: 'Nog geen centrumleider',
    fi: 'Ei vielä johtajaa',
    en: 'No centre lead yet',
  },
  'centre.empty.text': {
    nl: 'Niemand kan nu in dit centrum binnen. Voeg een centrumleider toe.',
    fi: 'Kukaan ei pääse nyt tähän keskukseen. Lisää keskuksen johtaja.',
    en: 'Nobody can enter this centre now. Add a centre lead.',
  },
  'colleagues.intro': {
    nl: 'Wie de tabellen van alle centra leest, en wie centra opent.',
    fi: 'He, jotka lukevat kaikkien keskusten taulukoita, ja he, jotka avaavat keskuksia.',
    en: 'Who reads the tables of all centres, and who opens centres.',
  },
  'colleague.new': {
    nl: 'Nieuwe auditor of beheerder',
    fi: 'Uusi auditoija tai ylläpitäjä',
    en: 'New auditor or operator',
  },
  'colleague.intro': {
    nl: 'Deze persoon krijgt een startkaart om zich aan te melden.',
    fi: 'Hän saa aloituskortin, jolla kirjaudutaan.',
    en: 'This person gets a start card to sign in with.',
  },
  'colleague.role': {
    nl: 'Rol',
    fi: 'Rooli',
    en: 'Role',
  },
  'colleague.save': {
    nl: 'Voeg toe en maak kaart',
    fi: 'Lisää ja tee kortti',
    en: 'Add and make card',
  },

  // Operator: the keys of a person
  'erasure.title': {
    nl: 'Vernietig de sleutels van een persoon',
    fi: 'Tuhoa henkilön avaimet',
    en: 'Destroy the keys of a person',
  },
  'erasure.intro': {
    nl: 'Wat over iemand bewaard is, is verzegeld met eigen sleutels. Zonder die sleutels kan niemand het ooit nog lezen.',
    fi: 'Henkilöstä tallennetut tiedot on sinetöity hänen omilla avaimillaan. Ilman niitä kukaan ei voi enää koskaan lukea tietoja.',
    en: 'What is kept about somebody is sealed with keys of their own. Without those keys nobody can ever read it again.',
  },
  'erasure.who': {
    nl: 'Wie, en waarom?',
    fi: 'Kuka ja miksi?',
    en: 'Who, and why?',
  },
  'erasure.person': {
    nl: 'Nummer van de persoon',
    fi: 'Henkilön numero',
    en: 'Number of the person',
  },
  'erasure.person.hint': {
    nl: 'De centrumleider vindt dit nummer op de pagina van de jongere en geeft het aan jou.',
    fi: 'Keskuksen johtaja löytää numeron nuoren sivulta ja antaa sen sinulle.',
    en: 'The centre lead finds this number on the page of the young person and gives it to you.',
  },
  'erasure.reason': {
    nl: 'Reden',
    fi: 'Syy',
    en: 'Reason',
  },
  'erasure.reason.personAsked': {
    nl: 'De persoon vraagt het',
    fi: 'Henkilö pyytää sitä',
    en: 'The person asks for it',
  },
  'erasure.reason.personAsked.text': {
    nl: 'De persoon wil niet dat het nog bewaard wordt, of trok de toestemming in.',
    fi: 'Henkilö ei halua, että tietoja enää säilytetään, tai perui suostumuksensa.',
    en: 'The person does not want it to be kept any longer, or withdrew consent.',
  },
  'erasure.reason.noLongerNeeded': {
    nl: 'Het is niet meer nodig',
    fi: 'Tietoja ei enää tarvita',
    en: 'It is no longer needed',
  },
  'erasure.reason.noLongerNeeded.text': {
    nl: 'De begeleiding is voorbij, en er is geen reden meer om het te bewaren.',
    fi: 'Valmennus on ohi, eikä tietojen säilyttämiseen ole enää syytä.',
    en: 'The coaching is over, and there is no reason left to keep it.',
  },
  'erasure.reason.registeredByMistake': {
    nl: 'Per vergissing ingeschreven',
    fi: 'Ilmoitettu vahingossa',
    en: 'Registered by mistake',
  },
  'erasure.reason.registeredByMistake.text': {
    nl: 'Deze persoon had nooit ingeschreven mogen zijn.',
    fi: 'Tätä henkilöä ei olisi pitänyt ilmoittaa mukaan.',
    en: 'This person should never have been registered.',
  },
  'erasure.next': {
    nl: 'Ga verder',
    fi: 'Jatka',
    en: 'Go on',
  },
  'erasure.sure': {
    nl: 'Niemand kan dit terugdraaien',
    fi: 'Kukaan ei voi perua tätä',
    en: 'Nobody can undo this',
  },
  'erasure.change': {
    nl: 'Pas nummer of reden aan',
    fi: 'Muuta numeroa tai syytä',
    en: 'Change number or reason',
  },
  'erasure.means.read': {
    nl: 'Naam, gegevens, notities en antwoorden van deze persoon kan niemand meer lezen. Ook de persoon zelf niet.',
    fi: 'Kukaan ei voi enää lukea tämän henkilön nimeä, tietoja, muistiinpanoja eikä vastauksia. Ei myöskään hän itse.',
    en: 'Nobody can read the name, facts, notes and answers of this person any more. Nor can the person.',
  },
  'erasure.means.card': {
    nl: 'De startkaart werkt niet meer. Wie ermee aangemeld is, wordt afgemeld.',
    fi: 'Aloituskortti lakkaa toimimasta. Sillä kirjautunut kirjataan ulos.',
    en: 'The start card stops working. Whoever is signed in with it is signed out.',
  },
  'erasure.means.tables': {
    nl: 'De persoon telt in geen enkele tabel meer mee, ook niet in een van vroeger.',
    fi: 'Henkilöä ei enää lasketa mihinkään taulukkoon, ei myöskään aiempiin.',
    en: 'The person counts in no table any more, nor in one of before.',
  },
  'erasure.means.stays': {
    nl: 'Nummers, dagen en soorten van stappen blijven in het logboek, zonder naam. De reden ook.',
    fi: 'Numerot, päivät ja askelten lajit jäävät lokiin ilman nimeä. Samoin syy.',
    en: 'Numbers, days and kinds of steps stay in the log, without a name. So does the reason.',
  },
  'erasure.means.copies': {
    nl: 'Kopieën van de sleutelkluis van vroeger hebben de sleutels nog. Bewaar ze niet langer dan jullie regels zeggen.',
    fi: 'Avainholvin vanhoissa kopioissa avaimet ovat yhä. Älä säilytä niitä pidempään kuin sääntönne sanovat.',
    en: 'Earlier copies of the key vault still have the keys. Keep them no longer than your rules say.',
  },
  'erasure.confirm': {
    nl: 'Typ de laatste vier tekens van het nummer',
    fi: 'Kirjoita numeron neljä viimeistä merkkiä',
    en: 'Type the last four characters of the number',
  },
  'erasure.confirm.hint': {
    nl: 'Zo weet je zeker dat dit de juiste persoon is.',
    fi: 'Näin tiedät varmasti, että henkilö on oikea.',
    en: 'So you know for sure that this is the right person.',
  },
  'erasure.do': {
    nl: 'Vernietig de sleutels',
    fi: 'Tuhoa avaimet',
    en: 'Destroy the keys',
  },
  'erasure.done': {
    nl: 'De sleutels zijn vernietigd',
    fi: 'Avaimet on tuhottu',
    en: 'The keys are destroyed',
  },
  'erasure.done.next': {
    nl: 'Zeg het aan de centrumleider die erom vroeg.',
    fi: 'Kerro siitä keskuksen johtajalle, joka pyysi sitä.',
    en: 'Tell the centre lead who asked for it.',
  },
  'work.title': {
    nl: 'Werk dat blijft liggen',
    fi: 'Kesken jäänyt työ',
    en: 'Work that does not go on',
  },
  'work.intro': {
    nl: 'Dit is begonnen en nog niet klaar. Het wordt vanzelf opnieuw geprobeerd. Je kunt het nu proberen, of het ongedaan maken.',
    fi: 'Tämä on aloitettu, mutta ei ole vielä valmis. Sitä yritetään uudelleen itsestään. Voit yrittää nyt tai perua sen.',
    en: 'It was begun and is not finished yet. It is tried again by itself. You can try now, or undo it.',
  },
  'work.registration': {
    nl: 'Een jongere wordt ingeschreven',
    fi: 'Nuorta kirjataan mukaan',
    en: 'A young person is being registered',
  },
  'work.opening': {
    nl: 'Een centrum wordt geopend',
    fi: 'Keskusta avataan',
    en: 'A centre is being opened',
  },
  'work.erasure': {
    nl: 'Een jongere wordt gewist',
    fi: 'Nuoren tietoja poistetaan',
    en: 'A young person is being erased',
  },
  'work.departure': {
    nl: 'Een centrum wordt gewist',
    fi: 'Keskusta poistetaan',
    en: 'A centre is being erased',
  },
  'work.since': {
    nl: 'Begonnen op {moment}.',
    fi: 'Aloitettu {moment}.',
    en: 'Begun on {moment}.',
  },
  'work.undoing': {
    nl: 'Het wordt ongedaan gemaakt.',
    fi: 'Sitä perutaan.',
    en: 'It is being undone.',
  },
  'work.waiting': {
    nl: 'Er is nog niet opnieuw geprobeerd.',
    fi: 'Uudelleen ei ole vielä yritetty.',
    en: 'Nobody tried again yet.',
  },
  'work.unreachable': {
    nl: 'Een dienst die nodig is, antwoordt niet.',
    fi: 'Tarvittava palvelu ei vastaa.',
    en: 'A service that it needs does not answer.',
  },
  'work.refused': {
    nl: 'Een stap is geweigerd.',
    fi: 'Yksi vaihe hylättiin.',
    en: 'A step was refused.',
  },
  'work.fault': {
    nl: 'Een stap is mislukt. Kijk in de logboeken.',
    fi: 'Yksi vaihe epäonnistui. Katso lokeista.',
    en: 'A step failed. Look in the logs.',
  },
  'work.finish': {
    nl: 'Nu proberen',
    fi: 'Yritä nyt',
    en: 'Try now',
  },
  'work.undo': {
    nl: 'Ongedaan maken',
    fi: 'Peru',
    en: 'Undo',
  },
  'work.finished': {
    nl: 'Het is klaar.',
    fi: 'Se on valmis.',
    en: 'It is finished.',
  },
  'work.undone': {
    nl: 'Het is ongedaan gemaakt.',
    fi: 'Se on peruttu.',
    en: 'It is undone.',
  },
  'work.unanswered': {
    nl: 'Niet elke dienst antwoordt. Misschien is er meer.',
    fi: 'Kaikki palvelut eivät vastaa. Töitä voi olla enemmän.',
    en: 'Not every service answers. There may be more.',
  },
  'work.more.one': {
    nl: 'Er is er nog 1.',
    fi: 'Niitä on vielä 1.',
    en: 'There is 1 more.',
  },
  'work.more.other': {
    nl: 'Er zijn er nog {count}.',
    fi: 'Niitä on vielä {count}.',
    en: 'There are {count} more.',
  },
  'work.ask.title': {
    nl: 'Dit werk ongedaan maken?',
    fi: 'Perutaanko tämä työ?',
    en: 'Undo this work?',
  },
  'work.ask.registration': {
    nl: 'De jongere wordt niet ingeschreven. Wat is ingevuld, kan niemand nog lezen. Het centrum kan de jongere opnieuw inschrijven.',
    fi: 'Nuorta ei kirjata mukaan. Täytettyjä tietoja ei voi enää lukea. Keskus voi kirjata nuoren uudelleen.',
    en: 'The young person is not registered. What was filled in can no longer be read. The centre can register them again.',
  },
  'work.ask.opening': {
    nl: 'Het centrum gaat niet open en de leiding krijgt geen kaart. Je kunt het opnieuw openen, met een nieuwe leiding.',
    fi: 'Keskusta ei avata, eikä sen johtaja saa korttia. Voit avata sen uudelleen uuden johtajan kanssa.',
    en: 'The centre is not opened, and its lead gets no card. You can open it again with a new lead.',
  },
  'work.ask.erasure': {
    nl: 'De jongere wordt niet gewist: wat bewaard is, blijft. Zeg het aan de centrumleider die het goedkeurde.',
    fi: 'Nuoren tietoja ei poisteta: tallennettu säilyy. Kerro siitä keskuksen johtajalle, joka hyväksyi pyynnön.',
    en: 'The young person is not erased: what is kept stays. Tell the centre lead who granted it.',
  },
  'work.ask.departure': {
    nl: 'Is de eerste sleutel al vernietigd, dan wordt toch alles gewist. Anders blijft het centrum zoals het is.',
    fi: 'Jos ensimmäinen avain on jo tuhottu, kaikki poistetaan silti. Muuten keskus jää ennalleen.',
    en: 'If the first key is destroyed already, everything is erased all the same. Otherwise the centre stays as it is.',
  },
  'work.ask.yes': {
    nl: 'Ja, ongedaan maken',
    fi: 'Kyllä, peru',
    en: 'Yes, undo',
  },
});
export const t = words.t;
