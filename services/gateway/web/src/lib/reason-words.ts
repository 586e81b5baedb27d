import type { PersonReason } from './api.ts';
import { dictionary, type Sentence } from './sentences.ts';
import { AnswerStep, CloseTrajectory, GiveOwnVersion, MakeRequest, RegisterStep } from './limits.ts';

/** What to do next, for every reason that people can meet. One without a sentence does not compile, nor a sentence without its reason. */
export const reasonWords = dictionary({
  unknownCard: {
    nl: 'We kennen deze code niet. Kijk of je alles juist typte, of vraag een nieuwe kaart.',
    fi: 'Emme tunne tätä koodia. Tarkista, että kirjoitit sen oikein, tai pyydä uusi kortti.',
    en: 'We do not know this code. Check if you typed it right, or ask for a new card.',
  },
  coachHasNoRoom: {
    nl: 'Deze coach heeft nu geen plaats. Kies een andere coach.',
    fi: 'Tällä valmentajalla ei ole nyt tilaa. Valitse toinen valmentaja.',
    en: 'This coach has no room now. Choose another coach.',
  },
  coachUnknown: {
    nl: 'We vinden deze coach niet meer. Laad de lijst opnieuw en kies een coach.',
    fi: 'Emme löydä enää tätä valmentajaa. Lataa lista uudelleen ja valitse valmentaja.',
    en: 'We cannot find this coach any more. Load the list again and choose a coach.',
  },
  alreadyRegistered: {
    nl: 'Deze persoon is al ingeschreven. Zoek de naam in de lijst.',
    fi: 'Tämä henkilö on jo ilmoitettu. Etsi nimi listasta.',
    en: 'This person is already registered. Look for the name in the list.',
  },
  alreadyCompleted: {
    nl: 'Deze oefening is al klaar. Wil je iets veranderen? Doe ze dan opnieuw.',
    fi: 'Tämä tehtävä on jo valmis. Haluatko muuttaa jotain? Tee se uudelleen.',
    en: 'This exercise is already done. Want to change something? Do it again.',
  },
  unknownExercise: {
    nl: 'We vinden deze oefening niet meer. Ga terug naar de kaart en kies een andere.',
    fi: 'Emme löydä enää tätä tehtävää. Palaa kartalle ja valitse toinen.',
    en: 'We cannot find this exercise any more. Go back to the map and choose another.',
  },
  unknownStep: {
    nl: 'We vinden deze vraag niet meer. Ga terug naar de kaart en open de oefening opnieuw.',
    fi: 'Emme löydä enää tätä kysymystä. Palaa kartalle ja avaa tehtävä uudelleen.',
    en: 'We cannot find this question any more. Go back to the map and open the exercise again.',
  },
  unknownOption: {
    nl: 'We vinden dit antwoord niet meer. Laad de pagina opnieuw en kies een ander.',
    fi: 'Emme löydä enää tätä vastausta. Lataa sivu uudelleen ja valitse toinen.',
    en: 'We cannot find this answer any more. Load the page again and choose another.',
  },
  tooManyChoices: {
    nl: 'Je koos te veel antwoorden. Neem er eerst een weg.',
    fi: 'Valitsit liian monta vastausta. Poista ensin yksi.',
    en: 'You chose too many answers. Take one away first.',
  },
  trajectoryClosed: {
    nl: 'Dit traject is afgesloten. Er kan niets meer bij.',
    fi: 'Tämä polku on päätetty. Siihen ei voi enää lisätä mitään.',
    en: 'This path is closed. Nothing can be added.',
  },
  inTheFuture: {
    nl: 'Deze dag moet nog komen. Kies vandaag of een dag ervoor.',
    fi: 'Tämä päivä on vasta tulossa. Valitse tänään tai aiempi päivä.',
    en: 'This day is still to come. Choose today or an earlier day.',
  },
  dayNotOver: {
    nl: 'Deze dag is nog niet voorbij. Kies gisteren of een dag ervoor.',
    fi: 'Tämä päivä ei ole vielä ohi. Valitse eilinen tai aiempi päivä.',
    en: 'This day is not over yet. Choose yesterday or an earlier day.',
  },
  beforeRegistration: {
    nl: 'Deze dag ligt voor de inschrijving. Kies een latere dag.',
    fi: 'Tämä päivä on ennen ilmoittautumista. Valitse myöhempi päivä.',
    en: 'This day is before the registration. Choose a later day.',
  },
  personExists: {
    nl: 'Deze persoon bestaat al. Laad de lijst opnieuw.',
    fi: 'Tämä henkilö on jo olemassa. Lataa lista uudelleen.',
    en: 'This person already exists. Load the list again.',
  },
  centreExists: {
    nl: 'Er is al een centrum met deze code. Kies een andere code.',
    fi: 'Tällä koodilla on jo keskus. Valitse toinen koodi.',
    en: 'There already is a centre with this code. Choose another code.',
  },
  nameBlank: {
    nl: 'Vul een naam in.',
    fi: 'Kirjoita nimi.',
    en: 'Fill in a name.',
  },
  nameTooLong: {
    nl: 'Deze naam is te lang. Maak hem korter.',
    fi: 'Nimi on liian pitkä. Lyhennä sitä.',
    en: 'This name is too long. Make it shorter.',
  },
  characterNotAllowed: {
    nl: 'Er staat een teken in dat niet mag. Typ de tekst zelf, zonder te plakken.',
    fi: 'Tekstissä on merkki, jota ei voi käyttää. Kirjoita teksti itse, älä liitä sitä.',
    en: 'There is a character in it that cannot be used. Type the text, do not paste it.',
  },
  noteTooLong: {
    nl: `De notitie is te lang. Hou het bij ${RegisterStep.note.max} tekens.`,
    fi: `Muistiinpano on liian pitkä. Enintään ${RegisterStep.note.max} merkkiä.`,
    en: `The note is too long. Keep it within ${RegisterStep.note.max} characters.`,
  },
  ownTooLong: {
    nl: `Dit is te lang. Schrijf het korter, met hoogstens ${AnswerStep.own.max} tekens.`,
    fi: `Tämä on liian pitkä. Kirjoita enintään ${AnswerStep.own.max} merkkiä.`,
    en: `This is too long. Write it shorter, in ${AnswerStep.own.max} characters at most.`,
  },
  minutesOutOfRange: {
    nl: `Vul een duur in tussen ${RegisterStep.minutes.min} en ${RegisterStep.minutes.max} minuten.`,
    fi: `Kirjoita kesto väliltä ${RegisterStep.minutes.min}–${RegisterStep.minutes.max} minuuttia.`,
    en: `Fill in a duration between ${RegisterStep.minutes.min} and ${RegisterStep.minutes.max} minutes.`,
  },
  stepsUnanswered: {
    nl: 'Niet alle vragen hebben al een antwoord. Ga terug en kies bij elke vraag.',
    fi: 'Kaikkiin kysymyksiin ei ole vielä vastausta. Palaa takaisin ja valitse joka kysymykseen.',
    en: 'Not every question has an answer yet. Go back and choose at every question.',
  },
  ownNotAllowed: {
    nl: 'Bij deze vraag kan je niets zelf schrijven. Kies een van de antwoorden.',
    fi: 'Tähän ei voi kirjoittaa omaa vastausta. Valitse jokin vastauksista.',
    en: 'You cannot write your own answer here. Choose one of the answers.',
  },
  optionTwice: {
    nl: 'Dit antwoord koos je al. Kies een ander.',
    fi: 'Valitsit jo tämän vastauksen. Valitse toinen.',
    en: 'You already chose this answer. Choose another.',
  },
  tooManyAnswers: {
    nl: 'Je veranderde deze oefening heel vaak. Rond ze af of doe ze later opnieuw.',
    fi: 'Muutit tätä tehtävää hyvin monta kertaa. Lopeta se tai tee se myöhemmin uudelleen.',
    en: 'You changed this exercise very often. Finish it, or do it again later.',
  },
  tooManyRuns: {
    nl: 'Je deed deze oefening al heel vaak. Kies een andere oefening op de kaart.',
    fi: 'Teit tämän tehtävän jo hyvin monta kertaa. Valitse kartalta toinen tehtävä.',
    en: 'You did this exercise very often. Choose another exercise on the map.',
  },
  runExists: {
    nl: 'Deze oefening is al begonnen. Ga terug naar de kaart en open ze opnieuw.',
    fi: 'Tämä tehtävä on jo aloitettu. Palaa kartalle ja avaa se uudelleen.',
    en: 'This exercise has already started. Go back to the map and open it again.',
  },
  avatarUnknown: {
    nl: 'We kennen deze avatar niet. Kies een andere avatar.',
    fi: 'Emme tunne tätä hahmoa. Valitse toinen hahmo.',
    en: 'We do not know this character. Choose another character.',
  },
  stepExists: {
    nl: 'Deze stap is al bewaard. Laad opnieuw en kijk in de tijdlijn.',
    fi: 'Tämä askel on jo tallennettu. Lataa uudelleen ja katso aikajanaa.',
    en: 'This step is already saved. Load again and look in the timeline.',
  },
  missing: {
    nl: 'Hier ontbreekt nog iets. Vul het in en probeer opnieuw.',
    fi: 'Tästä puuttuu vielä jotain. Täytä se ja yritä uudelleen.',
    en: 'Something is still missing here. Fill it in and try again.',
  },
  unknownValue: {
    nl: 'Dit herkennen we niet. Kijk het na en kies of typ het opnieuw.',
    fi: 'Emme tunnista tätä. Tarkista se ja valitse tai kirjoita se uudelleen.',
    en: 'We do not know this. Check it and choose or type it again.',
  },
  disabilityTwice: {
    nl: 'Deze beperking staat er al. Kies elke beperking hoogstens een keer.',
    fi: 'Tämä vamma on jo listalla. Valitse jokainen vamma enintään kerran.',
    en: 'This disability is already there. Choose each disability once at most.',
  },
  barrierTwice: {
    nl: 'Deze drempel staat er al. Kies elke drempel hoogstens een keer.',
    fi: 'Tämä este on jo listalla. Valitse jokainen este enintään kerran.',
    en: 'This barrier is already there. Choose each barrier once at most.',
  },
  ageOutOfRange: {
    nl: 'Met deze geboortedatum klopt de leeftijd niet. Kijk de datum na.',
    fi: 'Ikä ei sovi tähän syntymäaikaan. Tarkista päivämäärä.',
    en: 'The age does not fit this date of birth. Check the date.',
  },
  fteOutOfRange: {
    nl: 'Vul een werktijd in tussen 0,1 en 1.',
    fi: 'Kirjoita työaika väliltä 0,1–1.',
    en: 'Fill in a working time between 0.1 and 1.',
  },
  fteOnlyForCoaches: {
    nl: 'Alleen een coach heeft een werktijd. Laat het veld leeg.',
    fi: 'Vain valmentajalla on työaika. Jätä kenttä tyhjäksi.',
    en: 'Only a coach has a working time. Leave the field empty.',
  },
  roleNotForPeople: {
    nl: 'Deze rol kan je hier niet geven. Kies een andere rol.',
    fi: 'Tätä roolia ei voi antaa tässä. Valitse toinen rooli.',
    en: 'You cannot give this role here. Choose another role.',
  },
  reserved: {
    nl: 'Deze code is voor het platform zelf. Kies een andere code.',
    fi: 'Tämä koodi on varattu alustalle. Valitse toinen koodi.',
    en: 'This code is for the platform itself. Choose another code.',
  },
  fromAfterTo: {
    nl: 'De eerste dag ligt na de laatste. Kies een eerdere eerste dag.',
    fi: 'Ensimmäinen päivä on viimeisen jälkeen. Valitse aiempi ensimmäinen päivä.',
    en: 'The first day is after the last. Choose an earlier first day.',
  },
  periodTooLong: {
    nl: 'Deze periode is te lang. Kies hoogstens 50 jaar.',
    fi: 'Tämä ajanjakso on liian pitkä. Valitse enintään 50 vuotta.',
    en: 'This period is too long. Choose at most 50 years.',
  },
  hoursOutOfRange: {
    nl: `Vul een werktijd in tussen ${CloseTrajectory.hoursPercent.min} en ${CloseTrajectory.hoursPercent.max} procent.`,
    fi: `Anna työaika väliltä ${CloseTrajectory.hoursPercent.min}–${CloseTrajectory.hoursPercent.max} prosenttia.`,
    en: `Fill in a working time between ${CloseTrajectory.hoursPercent.min} and ${CloseTrajectory.hoursPercent.max} percent.`,
  },
  workOver: {
    nl: 'Dit is ondertussen afgelopen. Laad de pagina opnieuw.',
    fi: 'Tämä päättyi sillä välin. Lataa sivu uudelleen.',
    en: 'This came to its end meanwhile. Load the page again.',
  },
  willBeFinished: {
    nl: 'We hebben wat je invulde, maar een deel van het platform antwoordt nu niet. Het wordt vanzelf afgemaakt. Kijk over enkele minuten in de lijst.',
    fi: 'Täyttämäsi tiedot ovat tallessa, mutta osa palvelusta ei vastaa juuri nyt. Työ viedään loppuun itsestään. Katso luetteloa muutaman minuutin päästä.',
    en: 'We have what you filled in, but a part of the platform does not answer just now. It will be finished by itself. Look in the list in a few minutes.',
  },
  languageTwice: {
    nl: 'Kies elke taal één keer.',
    fi: 'Valitse kukin kieli vain kerran.',
    en: 'Choose each language once.',
  },
  requestOver: {
    nl: 'Deze vraag is ondertussen beantwoord of ingetrokken. Laad de pagina opnieuw.',
    fi: 'Tähän pyyntöön on sillä välin vastattu tai se on peruttu. Lataa sivu uudelleen.',
    en: 'This request was answered or taken back meanwhile. Load the page again.',
  },
  extendedAlready: {
    nl: 'Deze vraag kreeg al meer tijd. Dat kan één keer.',
    fi: 'Tälle pyynnölle on jo annettu lisäaikaa. Sen voi tehdä kerran.',
    en: 'This request got more time already. That is possible once.',
  },
  tooLate: {
    nl: 'De eerste maand is voorbij. Meer tijd kan dan niet meer: beantwoord de vraag.',
    fi: 'Ensimmäinen kuukausi on kulunut. Lisäaikaa ei enää saa: vastaa pyyntöön.',
    en: 'The first month is over. More time is not possible any more: answer the request.',
  },
  groundDoesNotFit: {
    nl: 'Deze reden past niet bij wat gevraagd wordt. Kies een andere reden.',
    fi: 'Tämä peruste ei sovi pyyntöön. Valitse toinen peruste.',
    en: 'This ground does not fit what is asked. Choose another ground.',
  },
  dataRestricted: {
    nl: 'Deze jongere vroeg om de gegevens voorlopig niet te gebruiken. Je kan ze nu niet lezen of wijzigen. Vraag het aan wie het centrum leidt.',
    fi: 'Nuori on pyytänyt, ettei tietoja toistaiseksi käytetä. Et voi nyt lukea tai muuttaa niitä. Kysy keskuksen johtajalta.',
    en: 'This young person asked not to use the data for now. You cannot read or change it. Ask who leads the centre.',
  },
  notRestricted: {
    nl: 'Deze gegevens worden al gebruikt. Laad de pagina opnieuw.',
    fi: 'Näitä tietoja käytetään jo. Lataa sivu uudelleen.',
    en: 'This data is used already. Load the page again.',
  },
  breachClosed: {
    nl: 'Dit dossier is ondertussen afgesloten. Laad de pagina opnieuw.',
    fi: 'Tämä asia on sillä välin päätetty. Lataa sivu uudelleen.',
    en: 'This file was closed meanwhile. Load the page again.',
  },
  breachNotAssessed: {
    nl: 'Schat eerst in wat dit kan betekenen. Sluit daarna af.',
    fi: 'Arvioi ensin, mitä tästä voi seurata. Päätä asia vasta sitten.',
    en: 'First assess what this can mean. Then close it.',
  },
  beforeWhatComesFirst: {
    nl: 'Dit moment ligt te vroeg: er moest eerst iets anders gebeuren. Kijk de dag en het uur na.',
    fi: 'Tämä hetki on liian aikainen: jonkin muun piti tapahtua ensin. Tarkista päivä ja kellonaika.',
    en: 'This moment is too early: something else had to come first. Check the day and the time.',
  },
  ownReading: {
    nl: 'Dit las je zelf. Laat iemand anders ernaar kijken.',
    fi: 'Luit nämä itse. Pyydä jotakuta muuta tarkistamaan asia.',
    en: 'You read this yourself. Let somebody else look into it.',
  },
  nothingUnusual: {
    nl: 'Hier is niets ongewoons meer te bekijken. Laad de pagina opnieuw.',
    fi: 'Tässä ei ole enää mitään epätavallista tarkistettavana. Lataa sivu uudelleen.',
    en: 'There is nothing unusual left to look at here. Load the page again.',
  },
  onHold: {
    nl: 'Deze gegevens moeten voorlopig blijven. Er wordt nu niets gewist. Een vraag om te wissen kan je weigeren, met als reden een rechtszaak.',
    fi: 'Näiden tietojen on toistaiseksi säilyttävä. Mitään ei nyt poisteta. Voit hylätä poistopyynnön oikeudellisen vaateen perusteella.',
    en: 'This data has to stay for now. Nothing is erased. You can refuse a request to erase it, on the ground of a claim at law.',
  },
  notOnHold: {
    nl: 'Niets houdt deze gegevens nog vast. Laad de pagina opnieuw.',
    fi: 'Mikään ei enää estä näiden tietojen poistamista. Lataa sivu uudelleen.',
    en: 'Nothing holds this data any more. Load the page again.',
  },
  termNotOver: {
    nl: 'De bewaartermijn is nog niet voorbij. Laad de pagina opnieuw.',
    fi: 'Säilytysaika ei ole vielä päättynyt. Lataa sivu uudelleen.',
    en: 'The term is not over yet. Load the page again.',
  },
  requestOpen: {
    nl: 'Deze jongere vroeg nog iets over de gegevens. Beantwoord dat eerst.',
    fi: 'Nuorella on vielä avoin pyyntö tiedoistaan. Vastaa siihen ensin.',
    en: 'This young person still asks for something about the data. Answer that first.',
  },
  dayOver: {
    nl: 'Deze dag is al voorbij. Kies vandaag of later.',
    fi: 'Tämä päivä on jo mennyt. Valitse tämä päivä tai myöhempi.',
    en: 'This day is over. Choose today or later.',
  },
  termOutOfRange: {
    nl: 'Zo kort of zo lang kan deze termijn niet zijn.',
    fi: 'Säilytysaika ei voi olla näin lyhyt tai pitkä.',
    en: 'This term cannot be that short or that long.',
  },
  tooMuchAdvice: {
    nl: 'Bij deze vraag staat al veel advies. Bespreek de rest met wie het centrum leidt.',
    fi: 'Tähän pyyntöön on jo annettu monta neuvoa. Keskustele muusta keskuksen johtajan kanssa.',
    en: 'There is much advice on this request already. Talk about the rest with who leads the centre.',
  },
  nothingToTell: {
    nl: 'Hier is niets meer over te zeggen. Laad de pagina opnieuw.',
    fi: 'Tästä ei ole enää mitään kerrottavaa. Lataa sivu uudelleen.',
    en: 'There is nothing to tell here any more. Load the page again.',
  },
  tooManyRecipients: {
    nl: 'Hier staan al zoveel namen als er kunnen staan.',
    fi: 'Tässä on jo niin monta tahoa kuin mahtuu.',
    en: 'There are as many names here as there can be.',
  },
  liftingNotAnnounced: {
    nl: 'Dit is de jongere nog niet gezegd. Laad de pagina opnieuw.',
    fi: 'Tästä ei ole vielä kerrottu nuorelle. Lataa sivu uudelleen.',
    en: 'The young person was not told this yet. Load the page again.',
  },
  liftingNotRead: {
    nl: 'De jongere las dit nog niet, en heeft daar nog tijd voor.',
    fi: 'Nuori ei ole vielä lukenut tätä, ja hänellä on vielä aikaa.',
    en: 'The young person has not read this yet, and still has time to.',
  },
  centreLeaves: {
    nl: 'Dit centrum stopt op het platform. Er kan niets meer gewijzigd worden. Vraag het aan wie het centrum leidt.',
    fi: 'Tämä keskus lopettaa palvelussa. Mitään ei voi enää muuttaa. Kysy keskuksen johtajalta.',
    en: 'This centre leaves the platform. Nothing can be changed any more. Ask whoever leads the centre.',
  },
  exitBegun: {
    nl: 'Het einde van dit centrum is al begonnen. Laad de pagina opnieuw.',
    fi: 'Tämän keskuksen päättäminen on jo aloitettu. Lataa sivu uudelleen.',
    en: 'The end of this centre was begun already. Load the page again.',
  },
  exitNotBegun: {
    nl: 'Niemand vroeg nog om het einde, of het is teruggenomen. Laad de pagina opnieuw.',
    fi: 'Päättämistä ei ole pyydetty, tai se on peruttu. Lataa sivu uudelleen.',
    en: 'Nobody asked for the end, or it was taken back. Load the page again.',
  },
  exitNotAgreed: {
    nl: 'De centrumleider keurde het einde nog niet goed. Wacht daarop.',
    fi: 'Keskuksen johtaja ei ole vielä hyväksynyt päättämistä. Odota sitä.',
    en: 'The centre lead did not agree to the end yet. Wait for that.',
  },
  exitNotExported: {
    nl: 'Er is nog geen uitvoer. Voer eerst alle gegevens uit.',
    fi: 'Tietoja ei ole vielä viety. Vie ensin kaikki tiedot.',
    en: 'There is no export yet. Export all data first.',
  },
  exportDiffers: {
    nl: 'Dit is niet de uitvoer van dit centrum. Kijk beide getallen na, of voer opnieuw uit.',
    fi: 'Tämä ei ole keskuksen vienti. Tarkista molemmat luvut tai vie uudelleen.',
    en: 'This is not the export of this centre. Check both figures, or export again.',
  },
  wordsTooLong: {
    nl: `Dit is te lang. Schrijf hoogstens ${MakeRequest.words.max} tekens.`,
    fi: `Tämä on liian pitkä. Kirjoita enintään ${MakeRequest.words.max} merkkiä.`,
    en: `This is too long. Write at most ${MakeRequest.words.max} characters.`,
  },
  handoverNotAgreed: {
    nl: 'De jongere zei nog geen ja op deze overdracht. Praat er samen over.',
    fi: 'Nuori ei ole suostunut tähän siirtoon. Puhukaa siitä yhdessä.',
    en: 'The young person did not say yes to this handover. Talk about it together.',
  },
  handoverAnswered: {
    nl: 'Dit is al afgehandeld. Je antwoord kan niet meer veranderen. Praat erover met je coach.',
    fi: 'Tämä on jo hoidettu. Vastausta ei voi enää muuttaa. Puhu siitä valmentajasi kanssa.',
    en: 'This is done already. The answer cannot change any more. Talk about it with your coach.',
  },
  nothingPassedOn: {
    nl: 'Kies minstens één ding dat meegaat.',
    fi: 'Valitse vähintään yksi asia, joka siirtyy mukana.',
    en: 'Choose at least one thing that is passed on.',
  },
  employerUnknown: {
    nl: 'Deze werkgever staat niet meer in de lijst. Kies een andere, of schrijf een nieuwe op.',
    fi: 'Tätä työnantajaa ei enää ole luettelossa. Valitse toinen tai kirjaa uusi.',
    en: 'This employer is not in the list any more. Choose another one, or write down a new one.',
  },
  onlyForJobs: {
    nl: 'Dit hoort alleen bij werk. Laat het leeg.',
    fi: 'Tämä koskee vain työtä. Jätä se tyhjäksi.',
    en: 'This belongs to a job only. Leave it empty.',
  },
  beforePlacement: {
    nl: 'Deze dag ligt voor de eerste dag. Kies een latere dag.',
    fi: 'Tämä päivä on ennen ensimmäistä päivää. Valitse myöhempi päivä.',
    en: 'This day is before the first day. Choose a later day.',
  },
  employerExists: {
    nl: 'Deze werkgever staat al in de lijst. Kies hem daar.',
    fi: 'Tämä työnantaja on jo luettelossa. Valitse se sieltä.',
    en: 'This employer is in the list already. Choose it there.',
  },
  versionBlank: {
    nl: 'Er staat nog niets. Schrijf eerst hoe het volgens jou ging.',
    fi: 'Tässä ei ole vielä mitään. Kirjoita ensin, miten asia sinun mielestäsi oli.',
    en: 'There is nothing yet. First write how it was, in your view.',
  },
  versionTooLong: {
    nl: `Dit is te lang. Schrijf hoogstens ${GiveOwnVersion.words.max} tekens.`,
    fi: `Tämä on liian pitkä. Kirjoita enintään ${GiveOwnVersion.words.max} merkkiä.`,
    en: `This is too long. Write at most ${GiveOwnVersion.words.max} characters.`,
  },
} satisfies Record<PersonReason, Sentence>, 'later');
