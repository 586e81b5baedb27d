/** Letters that are one letter with a stroke or two in one: what their plain spelling is. */
const PLAIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ħ: 'h',
  ı: 'i',
  ς: 'σ',
};
const APOSTROPHES = /['`´‘’‛′ʹʻʼʽˈ＇ꞌ]/g;
const UNSEEN = /[\p{M}\p{Default_Ignorable_Code_Point}]/gu;
const BETWEEN_WORDS = /[\p{P}\p{Cc}\s\u2800]+/gu;

/** Whether a name fits what was typed: every word in any order, whatever the case, accents and apostrophes, as the server does. */
export function fits(name: string, typed: string): boolean {
  const folded = fold(name);
  return fold(typed)
    .split(' ')
    .every((word) => folded.includes(word));
}

function fold(text: string): string {
  const small = text.replace(APOSTROPHES, '').normalize('NFKD').toLowerCase().normalize('NFKD');
  return small
    .replace(UNSEEN, '')
    .replace(BETWEEN_WORDS, ' ')
    .replace(/[ßæœþøđðłħıς]/g, (letter) => PLAIN[letter] ?? letter)
    .trim();
}
