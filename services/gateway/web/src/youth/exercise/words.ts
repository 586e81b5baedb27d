import { dictionary } from '../../lib/sentences.ts';

/** An exercise: questions, looking back, done. */
export const words = dictionary({
  back: {
    nl: 'Terug',
    fi: 'Takaisin',
    en: 'Back',
  },

  // Exercise
  'exercise.close': {
    nl: 'Terug naar de kaart',
    fi: 'Takaisin kartalle',
    en: 'Back to the map',
  },
  'exercise.progress': {
    nl: 'Vraag {step} van {steps}',
    fi: 'Kysymys {step}/{steps}',
    en: 'Question {step} of {steps}',
  },
  'exercise.left.one': {
    nl: 'nog 1 minuut',
    fi: 'vielä 1 minuutti',
    en: '1 minute to go',
  },
  'exercise.left.other': {
    nl: 'nog {count} minuten',
    fi: 'vielä {count} minuuttia',
    en: '{count} minutes to go',
  },
  'exercise.own': {
    nl: 'Iets anders, zeg het zelf',
    fi: 'Jotain muuta, kerro itse',
    en: 'Something else, say it yourself',
  },
  'exercise.ownLabel': {
    nl: 'In je eigen woorden',
    fi: 'Omin sanoin',
    en: 'In your own words',
  },
  'exercise.ownLeft.one': {
    nl: 'Nog 1 teken',
    fi: '1 merkki jäljellä',
    en: '1 character left',
  },
  'exercise.ownLeft.other': {
    nl: 'Nog {count} tekens',
    fi: '{count} merkkiä jäljellä',
    en: '{count} characters left',
  },
  'exercise.next': {
    nl: 'Verder',
    fi: 'Jatka',
    en: 'Next',
  },
  'exercise.review': {
    nl: 'Kijk na',
    fi: 'Tarkista',
    en: 'Look back',
  },
  'exercise.tooMany.one': {
    nl: 'Je koos er al 1. Neem die eerst weg als je iets anders wil.',
    fi: 'Valitsit jo yhden. Poista se ensin, jos haluat jotain muuta.',
    en: 'You already chose 1. Take it away first if you want something else.',
  },
  'exercise.tooMany.other': {
    nl: 'Je koos er al {count}. Neem er eerst een weg als je iets anders wil.',
    fi: 'Valitsit jo {count}. Poista ensin yksi, jos haluat jotain muuta.',
    en: 'You already chose {count}. Take one away first if you want something else.',
  },
  'exercise.chooseFirst.one': {
    nl: 'Kies eerst een antwoord. Er is geen fout antwoord.',
    fi: 'Valitse ensin vastaus. Väärää vastausta ei ole.',
    en: 'Choose an answer first. There is no wrong answer.',
  },
  'exercise.chooseFirst.other': {
    nl: 'Kies eerst {count} antwoorden. Er is geen fout antwoord.',
    fi: 'Valitse ensin {count} vastausta. Väärää vastausta ei ole.',
    en: 'Choose {count} answers first. There is no wrong answer.',
  },
  'exercise.saving': {
    nl: 'We bewaren je antwoord',
    fi: 'Tallennamme vastaustasi',
    en: 'Saving your answer',
  },
  'exercise.saved': {
    nl: 'Bewaard',
    fi: 'Tallennettu',
    en: 'Saved',
  },
  'exercise.waiting': {
    nl: 'Nog niet bewaard. Je kan gewoon verdergaan. We bewaren het zodra het kan.',
    fi: 'Ei vielä tallennettu. Voit jatkaa rauhassa. Tallennamme heti, kun se onnistuu.',
    en: 'Not saved yet. You can just go on. We save it as soon as we can.',
  },
  'exercise.retryNow': {
    nl: 'Probeer nu',
    fi: 'Yritä nyt',
    en: 'Try now',
  },
  'exercise.gone': {
    nl: 'Deze oefening bestaat niet meer',
    fi: 'Tätä tehtävää ei enää ole',
    en: 'This exercise no longer exists',
  },
  'exercise.goneText': {
    nl: 'Kies een andere oefening op de kaart.',
    fi: 'Valitse kartalta toinen tehtävä.',
    en: 'Choose another exercise on the map.',
  },

  // Looking back at answers
  'review.title': {
    nl: 'Dit koos je',
    fi: 'Valitsit nämä',
    en: 'This is what you chose',
  },
  'review.lead': {
    nl: 'Klopt het? Je kan nog iets veranderen. Daarna is de oefening klaar.',
    fi: 'Onko kaikki oikein? Voit vielä muuttaa jotain. Sen jälkeen tehtävä on valmis.',
    en: 'Is it right? You can still change something. After that the exercise is done.',
  },
  'review.change': {
    nl: 'Verander',
    fi: 'Muuta',
    en: 'Change',
  },
  'review.changeOf': {
    nl: 'Verander je antwoord op: {question}',
    fi: 'Muuta vastaustasi: {question}',
    en: 'Change your answer to: {question}',
  },
  'review.nothing': {
    nl: 'Nog geen antwoord',
    fi: 'Ei vielä vastausta',
    en: 'No answer yet',
  },
  'review.finish': {
    nl: 'Ja, ik ben klaar',
    fi: 'Kyllä, olen valmis',
    en: 'Yes, I am done',
  },
  'review.finishing': {
    nl: 'We ronden af',
    fi: 'Viimeistellään',
    en: 'Finishing',
  },
  'review.waitFirst': {
    nl: 'Nog niet alles is bewaard. Zodra dat lukt, kan je afronden.',
    fi: 'Kaikkea ei ole vielä tallennettu. Voit lopettaa, kun se onnistuu.',
    en: 'Not everything is saved yet. You can finish as soon as it is.',
  },
  'said.own': {
    nl: 'In mijn eigen woorden',
    fi: 'Omin sanoin',
    en: 'In my own words',
  },

  // Sorting cards
  'sort.left.one': {
    nl: 'Nog 1 kaart',
    fi: 'Vielä 1 kortti',
    en: '1 card left',
  },
  'sort.left.other': {
    nl: 'Nog {count} kaarten',
    fi: 'Vielä {count} korttia',
    en: '{count} cards left',
  },
  'sort.all': {
    nl: 'Alle kaarten liggen op een stapel.',
    fi: 'Kaikki kortit ovat pinoissa.',
    en: 'All cards are on a pile.',
  },
  'sort.put': {
    nl: '{card} ligt nu bij {bin}.',
    fi: '{card} on nyt pinossa {bin}.',
    en: '{card} is now on {bin}.',
  },
  'sort.take': {
    nl: 'Neem terug: {card}',
    fi: 'Ota takaisin: {card}',
    en: 'Take back: {card}',
  },
  'sort.first.one': {
    nl: 'Leg ook de laatste kaart op een stapel.',
    fi: 'Laita viimeinenkin kortti pinoon.',
    en: 'Put the last card on a pile too.',
  },
  'sort.first.other': {
    nl: 'Leg eerst nog {count} kaarten op een stapel.',
    fi: 'Laita ensin vielä {count} korttia pinoon.',
    en: 'First put {count} more cards on a pile.',
  },
  'exercise.unknownKind': {
    nl: 'Deze vraag kan je toestel nog niet tonen. Laad de pagina later opnieuw. Je kan gewoon verdergaan.',
    fi: 'Laitteesi ei osaa vielä näyttää tätä. Lataa sivu myöhemmin uudelleen. Voit jatkaa tästä.',
    en: 'Your device cannot show this question yet. Load the page again later. You can just go on.',
  },
});
export const t = words.t;
