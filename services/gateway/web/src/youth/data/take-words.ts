import { dictionary } from '../../lib/sentences.ts';

/** How a youth takes everything along. */
export const words = dictionary({
  'take.html': { nl: 'Bewaar om te lezen', fi: 'Tallenna luettavaksi', en: 'Save to read' },
  'take.html.text': {
    nl: 'Een pagina die je kan openen en afdrukken.',
    fi: 'Sivu, jonka voit avata ja tulostaa.',
    en: 'A page that you can open and print.',
  },
  'take.json': { nl: 'Bewaar voor een ander programma', fi: 'Tallenna toista ohjelmaa varten', en: 'Save for another program' },
  'take.json.text': {
    nl: 'Een JSON-bestand, dat een computer kan lezen.',
    fi: 'JSON-tiedosto, jota tietokone osaa lukea.',
    en: 'A JSON file, which a computer can read.',
  },
  'take.wait': { nl: 'Even geduld, we halen alles op.', fi: 'Odota hetki, haemme kaiken.', en: 'One moment, we fetch all of it.' },
  'take.busy.one': { nl: '{count} regel is er.', fi: '{count} rivi on haettu.', en: '{count} line is there.' },
  'take.busy.other': { nl: '{count} regels zijn er.', fi: '{count} riviä on haettu.', en: '{count} lines are there.' },
  'take.done': { nl: 'Klaar. Je bestand staat bij je downloads.', fi: 'Valmis. Tiedosto on latauksissasi.', en: 'Done. Your file is with your downloads.' },
});
export const t = words.t;
