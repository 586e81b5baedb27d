import { dictionary } from '../../lib/sentences.ts';

/** What a youth shares with the coach. A change of what is agreed to is a new `ConsentText` in the contract. */
export const words = dictionary({
  'sharing.title': { nl: 'Wat deel ik?', fi: 'Mitä jaan?', en: 'What do I share?' },
  'sharing.lead': {
    nl: 'Wat je antwoordt, is van jou. Je coach leest het alleen als jij het deelt.',
    fi: 'Vastauksesi ovat sinun. Valmentajasi lukee ne vain, jos jaat ne.',
    en: 'What you answer is yours. Your coach reads it only if you share it.',
  },
  'sharing.free': {
    nl: 'Deel je niets? Dan verandert er niets aan je begeleiding. Je mag altijd van gedacht veranderen.',
    fi: 'Etkö jaa mitään? Valmennuksesi ei muutu siitä. Voit aina muuttaa mielesi.',
    en: 'Do you share nothing? Then nothing changes about your coaching. You can always change your mind.',
  },
  'sharing.noCoach': {
    nl: 'Je hebt nog geen coach. Als je er een koos, kan je hier iets delen.',
    fi: 'Sinulla ei ole vielä valmentajaa. Kun olet valinnut valmentajan, voit jakaa jotain täällä.',
    en: 'You have no coach yet. Once you chose one, you can share something here.',
  },
  'sharing.chooseCoach': { nl: 'Kies je coach', fi: 'Valitse valmentajasi', en: 'Choose your coach' },
  'sharing.with': { nl: 'Met {name}', fi: 'Kenelle: {name}', en: 'With {name}' },
  'sharing.what': {
    nl: '{name} leest dan wat er over dit thema in jouw overzicht staat: wat je wil, wat je kan en wie je helpt.',
    fi: '{name} lukee silloin, mitä yhteenvedossasi on tästä aiheesta: mitä haluat, mitä osaat ja kuka sinua auttaa.',
    en: '{name} then reads what your overview says about this: what you want, what you can do and who helps you.',
  },
  'sharing.yes': { nl: 'Ik deel', fi: 'Jaan', en: 'I share' },
  'sharing.no': { nl: 'Ik deel niet', fi: 'En jaa', en: 'I do not share' },
  'sharing.given': { nl: 'Je deelt dit sinds {date}.', fi: 'Olet jakanut tämän {date} alkaen.', en: 'You have shared this since {date}.' },
  'sharing.refused': { nl: 'Je koos op {date} om dit niet te delen.', fi: 'Päätit {date}, ettet jaa tätä.', en: 'You chose on {date} not to share this.' },
  'sharing.withdrawn': { nl: 'Je deelt dit niet meer sinds {date}.', fi: 'Et enää jaa tätä {date} alkaen.', en: 'You have not shared this since {date}.' },
  'sharing.ended': {
    nl: 'Je deelde dit met je vorige coach, tot {date}. Nu deel je het niet.',
    fi: 'Jaoit tämän edelliselle valmentajallesi, {date} asti. Nyt et jaa sitä.',
    en: 'You shared this with your coach of before, until {date}. Now you do not share it.',
  },
  'sharing.never': { nl: 'Je deelt dit nu niet.', fi: 'Et nyt jaa tätä.', en: 'You do not share this now.' },
  'sharing.saved.yes': { nl: 'Bewaard: je deelt dit.', fi: 'Tallennettu: jaat tämän.', en: 'Saved: you share this.' },
  'sharing.saved.no': { nl: 'Bewaard: je deelt dit niet.', fi: 'Tallennettu: et jaa tätä.', en: 'Saved: you do not share this.' },
  'sharing.see': { nl: 'Bekijk je overzicht', fi: 'Katso yhteenvetosi', en: 'See your overview' },

  // What was written down with an earlier coach
  'before.title': { nl: 'De tijd met je vorige coach', fi: 'Aika edellisen valmentajasi kanssa', en: 'The time with your coach of before' },
  'before.what': {
    nl: '{name} leest dan ook de stappen en notities van toen.',
    fi: '{name} lukee silloin myös sen ajan askeleet ja muistiinpanot.',
    en: '{name} then also reads the steps and notes of that time.',
  },
  'before.ask': {
    nl: 'Mag {name} ook lezen wat er vroeger is opgeschreven?',
    fi: 'Saako {name} lukea myös, mitä aiemmin on kirjoitettu?',
    en: 'May {name} also read what was written down before?',
  },
  'before.askText': {
    nl: 'Dat zijn de stappen en notities met je vorige coach. {name} helpt je even goed als je nee zegt. Je kan dit altijd veranderen bij “Wat deel ik?”.',
    fi: 'Ne ovat askeleet ja muistiinpanot edellisen valmentajasi kanssa. {name} auttaa sinua yhtä hyvin, jos sanot ei. Voit aina muuttaa tämän kohdassa ”Mitä jaan?”.',
    en: 'Those are the steps and notes with your coach of before. {name} helps you just as well if you say no. You can always change this at “What do I share?”.',
  },
  'before.yes': { nl: 'Ja, dat mag', fi: 'Kyllä saa', en: 'Yes, that is fine' },
  'before.no': { nl: 'Nee, liever niet', fi: 'Ei, mieluummin ei', en: 'No, rather not' },
  'before.again': {
    nl: 'Wat je met je vorige coach deelde, deel je nu niet meer. Kies opnieuw wat je deelt.',
    fi: 'Sitä, mitä jaoit edelliselle valmentajallesi, et enää jaa. Valitse uudelleen, mitä jaat.',
    en: 'What you shared with your coach of before, you no longer share. Choose again what you share.',
  },

  // What was said before
  'history.title': { nl: 'Wat ik vroeger koos', fi: 'Mitä valitsin aiemmin', en: 'What I chose before' },
  'history.given': { nl: '{what}: gedeeld', fi: '{what}: jaettu', en: '{what}: shared' },
  'history.refused': { nl: '{what}: niet gedeeld', fi: '{what}: ei jaettu', en: '{what}: not shared' },
  'history.withdrawn': { nl: '{what}: niet meer gedeeld', fi: '{what}: ei enää jaettu', en: '{what}: no longer shared' },
  'history.ended': { nl: '{what}: gestopt, want je koos een andere coach', fi: '{what}: päättyi, koska valitsit toisen valmentajan', en: '{what}: ended, because you chose another coach' },
  'history.onPaper': { nl: 'op papier', fi: 'paperilla', en: 'on paper' },
  'history.empty': { nl: 'Je koos nog niets.', fi: 'Et ole vielä valinnut mitään.', en: 'You have not chosen anything yet.' },
  'history.more': { nl: 'Toon oudere', fi: 'Näytä vanhemmat', en: 'Show older' },
});
export const t = words.t;
