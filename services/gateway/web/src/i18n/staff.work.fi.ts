import type nl from './staff.work.nl.ts';

/** Work of several commands that does not go on, in Finnish. */
const work: Record<keyof typeof nl, string> = {
  'work.title': 'Kesken jäänyt työ',
  'work.intro': 'Tämä on aloitettu, mutta ei ole vielä valmis. Sitä yritetään uudelleen itsestään. Voit yrittää nyt tai perua sen.',
  'work.registration': 'Nuorta kirjataan mukaan',
  'work.opening': 'Keskusta avataan',
  'work.since': 'Aloitettu {moment}.',
  'work.undoing': 'Sitä perutaan.',
  'work.waiting': 'Uudelleen ei ole vielä yritetty.',
  'work.unreachable': 'Tarvittava palvelu ei vastaa.',
  'work.refused': 'Yksi vaihe hylättiin.',
  'work.fault': 'Yksi vaihe epäonnistui. Katso lokeista.',
  'work.finish': 'Yritä nyt',
  'work.undo': 'Peru',
  'work.finished': 'Se on valmis.',
  'work.undone': 'Se on peruttu.',
  'work.unanswered': 'Kaikki palvelut eivät vastaa. Töitä voi olla enemmän.',
  'work.more.one': 'Niitä on vielä 1.',
  'work.more.other': 'Niitä on vielä {count}.',
  'work.ask.title': 'Perutaanko tämä työ?',
  'work.ask.registration': 'Nuorta ei kirjata mukaan. Täytettyjä tietoja ei voi enää lukea. Keskus voi kirjata nuoren uudelleen.',
  'work.ask.opening': 'Keskusta ei avata, eikä sen johtaja saa korttia. Voit avata sen uudelleen uuden johtajan kanssa.',
  'work.ask.yes': 'Kyllä, peru',
};
export default work;
