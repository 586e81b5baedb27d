import { dictionary } from '../../lib/sentences.ts';

/** What young people ask about their data, for the lead of the centre, who answers. */
export const words = dictionary({
  // The list
  'requests.title': { nl: 'Vragen over gegevens', fi: 'Tietopyynnöt', en: 'Requests about data' },
  'requests.intro': {
    nl: 'Wat jongeren vragen over hun eigen gegevens. Elke vraag wordt binnen een maand beantwoord.',
    fi: 'Mitä nuoret pyytävät omista tiedoistaan. Jokaiseen pyyntöön vastataan kuukauden sisällä.',
    en: 'What young people ask about their own data. Each is answered within a month.',
  },
  'requests.retention': { nl: 'Bewaren en wissen', fi: 'Säilytys ja poisto', en: 'Keeping and erasing' },
  'requests.controller': { nl: 'Wie beslist over de gegevens', fi: 'Kuka päättää tiedoista', en: 'Who decides about the data' },
  'requests.show': { nl: 'Toon', fi: 'Näytä', en: 'Show' },
  'requests.open': { nl: 'Te beantwoorden', fi: 'Vastattavat', en: 'To be answered' },
  'requests.all': { nl: 'Alle', fi: 'Kaikki', en: 'All' },
  'requests.count.one': { nl: '{count} vraag', fi: '{count} pyyntö', en: '{count} request' },
  'requests.count.other': { nl: '{count} vragen', fi: '{count} pyyntöä', en: '{count} requests' },
  'requests.overdue.one': {
    nl: '{count} vraag had al beantwoord moeten zijn.',
    fi: '{count} pyyntöön olisi jo pitänyt vastata.',
    en: '{count} request should have been answered already.',
  },
  'requests.overdue.other': {
    nl: '{count} vragen hadden al beantwoord moeten zijn.',
    fi: '{count} pyyntöön olisi jo pitänyt vastata.',
    en: '{count} requests should have been answered already.',
  },
  'requests.none.title': { nl: 'Niets te beantwoorden', fi: 'Ei vastattavaa', en: 'Nothing to answer' },
  'requests.never.title': { nl: 'Nog geen vragen', fi: 'Ei vielä pyyntöjä', en: 'No requests yet' },
  'requests.none.text': {
    nl: 'Vraagt een jongere iets over de eigen gegevens, dan staat het hier. Wat op papier gevraagd wordt, schrijf je op vanaf de pagina van de jongere.',
    fi: 'Kun nuori pyytää jotain omista tiedoistaan, se näkyy täällä. Paperilla tehdyn pyynnön kirjaat nuoren sivulta.',
    en: 'When a young person asks something about their own data, it stands here. What is asked on paper you write down from the page of the young person.',
  },
  'requests.none.officer': {
    nl: 'Vraagt een jongere iets over de eigen gegevens, dan staat het hier. Wat bij jou met de post komt, schrijf je zelf op.',
    fi: 'Kun nuori pyytää jotain omista tiedoistaan, se näkyy täällä. Postitse saamasi pyynnön kirjaat itse.',
    en: 'When a young person asks something about their own data, it stands here. What comes to you by post you write down yourself.',
  },
  'requests.erased': { nl: 'Gewiste persoon', fi: 'Poistettu henkilö', en: 'Erased person' },
  'requests.since': { nl: 'Gevraagd op {date}', fi: 'Pyydetty {date}', en: 'Asked on {date}' },
  'requests.inForce': {
    nl: 'Geldt nu, sinds {date}',
    fi: 'Voimassa {date} alkaen',
    en: 'Holds now, since {date}',
  },
  'requests.by': { nl: 'Antwoord tegen {date}', fi: 'Vastattava viimeistään {date}', en: 'Answer by {date}' },
  'due.today': { nl: 'vandaag', fi: 'tänään', en: 'today' },
  'due.left.one': { nl: 'nog {count} dag', fi: '{count} päivä jäljellä', en: '{count} day left' },
  'due.left.other': { nl: 'nog {count} dagen', fi: '{count} päivää jäljellä', en: '{count} days left' },
  'due.late.one': { nl: '{count} dag te laat', fi: '{count} päivän myöhässä', en: '{count} day late' },
  'due.late.other': { nl: '{count} dagen te laat', fi: '{count} päivää myöhässä', en: '{count} days late' },

  // What is asked
  'right.access': { nl: 'Inzage in de gegevens', fi: 'Tietojen tarkastaminen', en: 'Access to the data' },
  'right.rectification': { nl: 'Iets verbeteren dat niet klopt', fi: 'Virheen oikaiseminen', en: 'Putting something right' },
  'right.erasure': { nl: 'Alles wissen', fi: 'Kaiken poistaminen', en: 'Erasing everything' },
  'right.restriction': { nl: 'Voorlopig niet gebruiken', fi: 'Käytön rajoittaminen', en: 'Not using the data for now' },
  'right.portability': { nl: 'Gegevens meenemen', fi: 'Tietojen ottaminen mukaan', en: 'Taking the data along' },
  'right.objection': { nl: 'Bezwaar tegen een gebruik', fi: 'Käytön vastustaminen', en: 'Objecting to a use' },
  'do.access': {
    nl: 'De jongere leest onder “Mijn gegevens” alles wat hier bewaard wordt, en wie het las. Leg uit wat jullie ergens anders bewaren, zoals op papier of in e-mail.',
    fi: 'Nuori lukee kohdasta ”Omat tietoni” kaiken, mitä täällä säilytetään, ja kuka sitä on lukenut. Kerro, mitä säilytätte muualla, kuten paperilla tai sähköpostissa.',
    en: 'Under “My data” the young person reads all that is kept here, and who read it. Explain what you keep elsewhere, such as on paper or in e-mail.',
  },
  'do.rectification': {
    nl: 'Kijk na wat er staat. Klopt het niet, laat de coach de stap dan intrekken en juist opschrijven, of pas onderwijs of NEET aan.',
    fi: 'Tarkista, mitä on kirjattu. Jos se on väärin, pyydä valmentajaa perumaan askel ja kirjaamaan se oikein, tai muuta koulutus tai NEET.',
    en: 'Look at what is written. If it is not right, have the coach withdraw the step and write it down as it is, or change education or NEET.',
  },
  'do.erasure': {
    nl: 'Alles over de jongere wordt dan vernietigd, voor altijd. Wees zeker wie het vraagt, en dat de jongere weet wat dit betekent.',
    fi: 'Silloin kaikki nuoren tiedot tuhotaan lopullisesti. Varmista, kuka pyytää, ja että nuori tietää, mitä se tarkoittaa.',
    en: 'Everything about the young person is then destroyed, for good. Be sure who asks, and that the young person knows what it means.',
  },
  'do.restriction': {
    nl: 'Zeg je ja, dan blijft alles bewaard en gebruikt niemand het, tot jij dat opheft. Leg uit wat jullie met wat ergens anders staat doen, zoals op papier of in e-mail.',
    fi: 'Jos vastaat kyllä, kaikki säilyy eikä kukaan käytä sitä, kunnes poistat rajoituksen. Kerro, mitä teette muualla oleville tiedoille, kuten paperilla tai sähköpostissa.',
    en: 'If you say yes, everything is kept and nobody uses it, until you lift that. Explain what you do with what stands elsewhere, such as on paper or in e-mail.',
  },
  'do.portability': {
    nl: 'De jongere bewaart onder “Mijn gegevens” alles als bestand. Help daarbij als dat nodig is.',
    fi: 'Nuori tallentaa kohdassa ”Omat tietoni” kaiken tiedostona. Auta siinä tarvittaessa.',
    en: 'Under “My data” the young person saves everything as a file. Help with it where needed.',
  },
  'do.objection': {
    nl: 'Zeg je ja, dan telt de jongere niet meer mee in de tabellen. Stop ook elk ander gebruik waartegen de jongere bezwaar heeft. Of weiger, als er een reden is die zwaarder weegt.',
    fi: 'Jos vastaat kyllä, nuorta ei enää lasketa taulukoihin. Lopettakaa myös muu käyttö, jota nuori vastustaa. Tai hylkää pyyntö, jos on painavampi syy.',
    en: 'If you say yes, the young person counts no more in the tables. Stop any other use too that the young person objects to. Or refuse, if there is a reason that weighs more.',
  },

  // One of them
  'request.who': { nl: 'Wie vraagt het', fi: 'Kuka pyytää', en: 'Who asks' },
  'request.received': { nl: 'Gevraagd op', fi: 'Pyydetty', en: 'Asked on' },
  'request.due': { nl: 'Antwoord tegen', fi: 'Vastattava viimeistään', en: 'Answer by' },
  'request.extended': { nl: 'Twee maanden meer, want', fi: 'Kaksi kuukautta lisää, koska', en: 'Two months more, because' },
  'request.state': { nl: 'Hoe het staat', fi: 'Tilanne', en: 'How it stands' },
  'request.lifted': { nl: 'Weer gebruikt sinds', fi: 'Taas käytössä alkaen', en: 'Used again since' },
  'request.certificate': { nl: 'Bewijs om af te drukken', fi: 'Tulostettava todistus', en: 'Certificate to print' },
  'request.ground': { nl: 'Grond', fi: 'Peruste', en: 'Ground' },
  'request.words': { nl: 'In eigen woorden', fi: 'Omin sanoin', en: 'In their own words' },
  'request.noWords': { nl: 'Er is niets bij geschreven.', fi: 'Mitään ei ole kirjoitettu lisäksi.', en: 'Nothing was written with it.' },
  'request.answer': { nl: 'Jullie antwoord', fi: 'Vastauksenne', en: 'Your answer' },
  'request.what': { nl: 'Wat dit vraagt', fi: 'Mitä tämä edellyttää', en: 'What this asks for' },
  'state.open': { nl: 'Te beantwoorden', fi: 'Vastattava', en: 'To be answered' },
  'state.granted': { nl: 'Gedaan wat gevraagd is', fi: 'Tehty, mitä pyydettiin', en: 'What was asked is done' },
  'state.refused': { nl: 'Geweigerd', fi: 'Hylätty', en: 'Refused' },
  'state.withdrawn': { nl: 'Ingetrokken door de jongere', fi: 'Nuori perui pyynnön', en: 'Taken back by the young person' },
  'state.lapsed': { nl: 'Vervallen, want alles is gewist', fi: 'Rauennut, koska kaikki on poistettu', en: 'Lapsed, since everything is erased' },
  'extended.complex': { nl: 'het is ingewikkeld', fi: 'asia on monimutkainen', en: 'it is complex' },
  'extended.manyRequests': { nl: 'er zijn veel vragen', fi: 'pyyntöjä on paljon', en: 'there are many requests' },

  // The ways on
  'way.title': { nl: 'Wat antwoord je?', fi: 'Mitä vastaat?', en: 'What do you answer?' },
  'way.grant': { nl: 'Ja', fi: 'Kyllä', en: 'Yes' },
  'way.refuse': { nl: 'Nee', fi: 'Ei', en: 'No' },
  'way.extend': { nl: 'Het duurt langer', fi: 'Se kestää pidempään', en: 'It takes longer' },
  'grant.means': {
    nl: 'Doe eerst wat gevraagd is. De jongere leest daarna dat het gedaan is, met wat je hier schrijft.',
    fi: 'Tee ensin, mitä pyydettiin. Sen jälkeen nuori lukee, että se on tehty, ja mitä kirjoitat tähän.',
    en: 'First do what was asked. The young person then reads that it is done, with what you write here.',
  },
  'grant.begins': {
    nl: 'Dat begint als je op de knop drukt. De jongere leest het meteen, met wat je hier schrijft.',
    fi: 'Se alkaa, kun painat painiketta. Nuori lukee sen heti, ja sen, mitä kirjoitat tähän.',
    en: 'That begins when you press the button. The young person reads it at once, with what you write here.',
  },
  'grant.answer': { nl: 'Wat is er gedaan?', fi: 'Mitä tehtiin?', en: 'What was done?' },
  'grant.save': { nl: 'Het is gedaan', fi: 'Se on tehty', en: 'It is done' },
  'refuse.means': {
    nl: 'De jongere leest de grond in gewone woorden, en waar je een klacht kan indienen.',
    fi: 'Nuori lukee perusteen arkikielellä ja sen, minne asiasta voi valittaa.',
    en: 'The young person reads the ground in plain words, and where to complain.',
  },
  'refuse.ground': { nl: 'Op welke grond?', fi: 'Millä perusteella?', en: 'On which ground?' },
  'refuse.answer': { nl: 'Waarom, in jouw woorden', fi: 'Miksi, omin sanoin', en: 'Why, in your words' },
  'refuse.save': { nl: 'Weiger de vraag', fi: 'Hylkää pyyntö', en: 'Refuse the request' },
  'extend.means': {
    nl: 'Er komen twee maanden bij. Dat kan één keer, en je zegt het binnen de eerste maand. De jongere leest meteen waarom.',
    fi: 'Aikaa tulee kaksi kuukautta lisää. Sen voi tehdä kerran, ja siitä on kerrottava ensimmäisen kuukauden aikana. Nuori lukee heti, miksi.',
    en: 'Two months are added. That is possible once, and is said within the first month. The young person reads at once why.',
  },
  'extend.reason': { nl: 'Het duurt langer, want', fi: 'Se kestää pidempään, koska', en: 'It takes longer, because' },
  'extend.save': { nl: 'Neem twee maanden meer', fi: 'Ota kaksi kuukautta lisää', en: 'Take two months more' },

  'ground.publicTask': { nl: 'De wet of een opdracht van de overheid vraagt om dit te bewaren', fi: 'Laki tai viranomaistehtävä edellyttää tietojen säilyttämistä', en: 'The law or a public task needs it to be kept' },
  'ground.legalClaims': { nl: 'Het is nodig voor een zaak bij het gerecht', fi: 'Tietoja tarvitaan oikeudellista vaadetta varten', en: 'It is needed for a claim at law' },
  'ground.rightsOfOthers': { nl: 'De rechten van iemand anders komen in het gedrang', fi: 'Jonkun toisen oikeudet kärsisivät', en: 'The rights of somebody else would suffer' },
  'ground.accurate': { nl: 'Nagekeken: wat er staat, klopt', fi: 'Tarkistettu: tieto on oikein', en: 'Looked into: what is kept is right' },
  'ground.conditionsNotMet': { nl: 'Geen van de gevallen waarin de wet dit vraagt', fi: 'Mikään lain edellyttämistä tilanteista ei täyty', en: 'Nothing of what the law asks for is the case' },
  'ground.overridingGrounds': { nl: 'Er is een reden die zwaarder weegt', fi: 'On painavampi syy', en: 'There are grounds that weigh more' },
  'ground.unfounded': { nl: 'Duidelijk zonder grond, of veel te vaak gevraagd', fi: 'Ilmeisen perusteeton tai kohtuuton', en: 'Manifestly unfounded or excessive' },
  'ground.notIdentified': { nl: 'Het is niet zeker wie dit vraagt', fi: 'Pyytäjää ei ole voitu tunnistaa', en: 'It is not known who asked' },
  'ground.law': { nl: 'AVG, artikel {what}', fi: 'Tietosuoja-asetus, artikla {what}', en: 'GDPR, article {what}' },

  // What is not used, and used again
  'restriction.title': { nl: 'De gegevens worden niet gebruikt', fi: 'Tietoja ei käytetä', en: 'The data is not used' },
  'restriction.holds': {
    nl: 'Dit geldt sinds {date}. Alles blijft bewaard. Coach en centrumleider lezen het niet en wijzigen niets, en de jongere telt in geen tabel mee.',
    fi: 'Tämä on voimassa {date} alkaen. Kaikki säilyy. Valmentaja ja keskuksen johtaja eivät lue eivätkä muuta tietoja, eikä nuorta lasketa taulukoihin.',
    en: 'This holds since {date}. Everything is kept. Coach and centre lead do not read it and change nothing, and the young person counts in no table.',
  },
  'restriction.way': {
    nl: 'Je leest en wijzigt hier niets, tot je dit bij de vraag opheft, met een reden.',
    fi: 'Et lue etkä muuta täällä mitään, ennen kuin poistat rajoituksen pyynnön sivulla ja kerrot syyn.',
    en: 'You read and change nothing here, until you lift this on the page of the request, with a reason.',
  },
  'restriction.request': { nl: 'Bekijk deze vraag', fi: 'Katso tätä pyyntöä', en: 'See this request' },
  'lift.title': { nl: 'Weer gebruiken', fi: 'Ota tiedot taas käyttöön', en: 'Use it again' },
  'lift.reason': { nl: 'Waarom mag het weer?', fi: 'Miksi tietoja saa taas käyttää?', en: 'Why may it be used again?' },
  'lift.save': { nl: 'Gebruik de gegevens weer', fi: 'Ota tiedot käyttöön', en: 'Use the data again' },
  'lifted.personAgreed': { nl: 'De jongere gaat akkoord', fi: 'Nuori suostuu siihen', en: 'The young person agrees' },
  'lifted.settled': { nl: 'Wat niet zeker was, is uitgezocht', fi: 'Epäselvä asia on selvitetty', en: 'What was in doubt is settled' },
  'lifted.legalClaims': { nl: 'Het is nodig voor een zaak bij het gerecht', fi: 'Tietoja tarvitaan oikeudellista vaadetta varten', en: 'It is needed for a claim at law' },
  'lifted.rightsOfOthers': { nl: 'Het is nodig om de rechten van iemand anders te beschermen', fi: 'Tietoja tarvitaan jonkun toisen oikeuksien suojaamiseksi', en: 'It is needed to protect the rights of somebody else' },
  'lifted.publicInterest': { nl: 'Een belangrijk algemeen belang vraagt erom', fi: 'Tärkeä yleinen etu edellyttää sitä', en: 'An important public interest needs it' },
  'objection.holds': { nl: 'De jongere telt niet meer mee in de tabellen.', fi: 'Nuorta ei enää lasketa taulukoihin.', en: 'The young person counts no more in the tables.' },

  // An erasure
  'erase.means.read': {
    nl: 'Naam, gegevens, notities en antwoorden van deze jongere kan niemand meer lezen. Ook de jongere zelf niet.',
    fi: 'Kukaan ei voi enää lukea tämän nuoren nimeä, tietoja, muistiinpanoja eikä vastauksia. Ei myöskään nuori itse.',
    en: 'Nobody can read the name, facts, notes and answers of this young person any more. Nor can the young person.',
  },
  'erase.means.card': {
    nl: 'De startkaart werkt niet meer. Opnieuw beginnen kan met een nieuwe kaart.',
    fi: 'Aloituskortti lakkaa toimimasta. Aloittaa voi uudelleen uudella kortilla.',
    en: 'The start card stops working. Beginning again is possible, with a new card.',
  },
  'erase.means.tables': {
    nl: 'De jongere telt in geen enkele tabel meer mee, ook niet in een van vroeger.',
    fi: 'Nuorta ei enää lasketa mihinkään taulukkoon, ei myöskään aiempiin.',
    en: 'The young person counts in no table any more, nor in one of before.',
  },
  'erase.means.told': {
    nl: 'De jongere kan je antwoord hier niet meer lezen. Zeg dus zelf dat het gedaan is, en geef het bewijs dat je daarna afdrukt.',
    fi: 'Nuori ei voi enää lukea vastaustasi täältä. Kerro siis itse, että se on tehty, ja anna todistus, jonka tulostat sen jälkeen.',
    en: 'The young person can no longer read your answer here. So say yourself that it is done, and give the certificate that you print afterwards.',
  },
  'erase.open': { nl: 'Wis alles over deze jongere', fi: 'Poista kaikki tästä nuoresta', en: 'Erase everything about this young person' },
  'erase.title': { nl: 'Alles over {name} wissen?', fi: 'Poistetaanko kaikki: {name}?', en: 'Erase everything about {name}?' },
  'erase.undone': { nl: 'Niemand kan dit terugdraaien.', fi: 'Kukaan ei voi perua tätä.', en: 'Nobody can undo this.' },
  'erase.number': { nl: 'Nummer van de jongere', fi: 'Nuoren numero', en: 'Number of the young person' },
  'erase.confirm': { nl: 'Typ de laatste vier tekens van het nummer', fi: 'Kirjoita numeron neljä viimeistä merkkiä', en: 'Type the last four characters of the number' },
  'erase.do': { nl: 'Wis voor altijd', fi: 'Poista lopullisesti', en: 'Erase for good' },

  'done.granted': { nl: 'De jongere leest nu dat het gedaan is.', fi: 'Nuori lukee nyt, että se on tehty.', en: 'The young person now reads that it is done.' },
  'done.refused': {
    nl: 'De jongere leest nu waarom niet, en waar je een klacht kan indienen.',
    fi: 'Nuori lukee nyt, miksi ei, ja minne asiasta voi valittaa.',
    en: 'The young person now reads why not, and where to complain.',
  },
  'done.lifted': {
    nl: 'De gegevens worden weer gebruikt. De jongere leest nu waarom.',
    fi: 'Tietoja käytetään taas. Nuori lukee nyt, miksi.',
    en: 'The data is used again. The young person now reads why.',
  },
  'done.extended': {
    nl: 'Er zijn twee maanden bij. De jongere leest nu waarom.',
    fi: 'Aikaa on kaksi kuukautta lisää. Nuori lukee nyt, miksi.',
    en: 'There are two months more. The young person now reads why.',
  },
  'done.erased': {
    nl: 'Alles over deze jongere is gewist. Niemand kan het nog lezen.',
    fi: 'Kaikki tämän nuoren tiedot on poistettu. Kukaan ei voi enää lukea niitä.',
    en: 'Everything about this young person is erased. Nobody can read it any more.',
  },

  // What was asked in another way
  'paper.title': { nl: 'Schrijf een vraag over gegevens op', fi: 'Kirjaa tietopyyntö', en: 'Write down a request about data' },
  'paper.intro': {
    nl: 'Vroeg {name} iets op papier of in een gesprek? Schrijf het dezelfde dag op: vanaf vandaag is er een maand om te antwoorden.',
    fi: 'Pyysikö {name} jotain paperilla tai keskustelussa? Kirjaa se samana päivänä: tästä päivästä alkaen on kuukausi aikaa vastata.',
    en: 'Did {name} ask something on paper or in a conversation? Write it down the same day: from today on there is a month to answer.',
  },
  'paper.reads': {
    nl: 'De jongere leest het onder “Mijn gegevens”. Staat daar dezelfde vraag al open, dan blijft die de enige.',
    fi: 'Nuori lukee sen kohdasta ”Omat tietoni”. Jos sama pyyntö on jo siellä vastaamatta, se jää ainoaksi.',
    en: 'The young person reads it under “My data”. If the same is open there already, it stays the only one.',
  },
  'paper.right': { nl: 'Wat wordt gevraagd?', fi: 'Mitä pyydetään?', en: 'What is asked for?' },
  'paper.words': { nl: 'In de woorden van de jongere', fi: 'Nuoren omin sanoin', en: 'In the words of the young person' },
  'paper.save': { nl: 'Schrijf de vraag op', fi: 'Kirjaa pyyntö', en: 'Write the request down' },
  'paper.done': { nl: 'De vraag van {name} is opgeschreven.', fi: 'Pyyntö on kirjattu: {name}.', en: 'The request of {name} is written down.' },
});
export const t = words.t;
