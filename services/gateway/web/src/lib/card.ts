/**
 * The code on a sign-in card: three groups of four, `K7M2-9QXD-4TRW`.
 *
 * Invariant: nothing is cut to fit. What cannot be a card is told, and never tried.
 */
const GROUP = /.{1,4}/g;
const CODE_CHARS = 12;
/** Those that nobody mistakes for another, as identity makes them: no I, L, O, U, 0, 1. */
const LETTERS = '2-9A-HJKMNP-TV-Z';
const WHOLE = RegExp(`^([${LETTERS}]{4}-){2}[${LETTERS}]{4}$`);
const STRAY = RegExp(`[^-${LETTERS}]`, 'u');
/** No code has one of these; an address, a contact or a Wi-Fi picture has. */
const ADDRESS = /[/:{#]/;

export type WrongCard = 'tooShort' | 'wrongLetter' | 'notACard';

/** What a person typed or pasted, written as on the card. Forgives case, spaces and dashes; what is no code stays as it is. */
export function formatCard(typed: string): string {
  if (ADDRESS.test(typed)) return cardInAddress(typed) ?? typed;
  return lettersIn(typed).match(GROUP)?.join('-') ?? '';
}

/** What is wrong with a code written by `formatCard`: a wrong letter before that it is not whole yet. */
export function wrongIn(written: string): WrongCard | null {
  if (WHOLE.test(written)) return null;
  if (ADDRESS.test(written)) return 'notACard';
  if (strayLetter(written)) return 'wrongLetter';
  return lettersIn(written).length > CODE_CHARS ? 'notACard' : 'tooShort';
}

/** The first letter or digit that no card has. */
export function strayLetter(written: string): string {
  return STRAY.exec(written)?.[0] ?? '';
}

/** The code in a picture that the camera saw, or null when that is no start card of ours. */
export function cardSeen(text: string): string | null {
  const code = formatCard(text);
  return WHOLE.test(code) ? code : null;
}

/** The code in the fragment of the address that the QR picture opens, or null. */
export function cardInFragment(hash: string): string | null {
  const code = new URLSearchParams(hash.replace(/^#/, '')).get('card');
  return code ? formatCard(code) : null;
}

function lettersIn(text: string): string {
  return text.normalize('NFKC').toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function cardInAddress(typed: string): string | null {
  const text = typed.trim();
  try {
    const address = new URL(text.includes('://') ? text : `https://${text}`);
    return address.host === location.host ? cardInFragment(address.hash) : null;
  } catch {
    return null;
  }
}
