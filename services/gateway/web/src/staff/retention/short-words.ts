import { dictionary } from '../../lib/sentences.ts';

/** What is kept for a term, and what holds it, in a few words: for lists and files. */
export const words = dictionary({
  'class.coachingFile': { nl: 'Begeleidingsdossier', fi: 'Valmennuksen asiakirjat', en: 'Coaching file' },
  'class.neverTrajectory': { nl: 'Inschrijving zonder traject', fi: 'Kirjaus ilman polkua', en: 'Registration without a trajectory' },
  'class.breachFile': { nl: 'Dossier van een datalek', fi: 'Tietoturvaloukkauksen asiakirjat', en: 'File of a breach' },
  'ground.legalClaim': { nl: 'Nodig voor een rechtszaak', fi: 'Tarvitaan oikeudelliseen vaateeseen', en: 'Needed for a claim at law' },
  'ground.authority': { nl: 'Een overheid of rechter onderzoekt het', fi: 'Viranomainen tai tuomioistuin tutkii asiaa', en: 'An authority or a court looks into it' },
  'ground.fundsAudit': { nl: 'Controle van Europees geld (ESF+)', fi: 'EU-rahoituksen tarkastus (ESR+)', en: 'Audit of European funds (ESF+)' },
  'hold.until': { nl: 'Tot en met {date}', fi: '{date} asti', en: 'Up to and including {date}' },
});
export const t = words.t;
