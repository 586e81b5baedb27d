/** The code on a sign-in card: three groups of four, `K7M2-9QXD-4TRW`. */
const GROUP_CHARS = 4;
const CODE_CHARS = 12;

/** What a person typed or scanned, written as on the card. Forgives case, spaces and dashes. */
export function formatCard(typed: string): string {
  const code = codeIn(typed)
    .toUpperCase()
    .replace(/[^A-Z0-9]/g, '')
    .slice(0, CODE_CHARS);
  return (code.match(new RegExp(`.{1,${GROUP_CHARS}}`, 'g')) ?? []).join('-');
}

export function isWholeCard(code: string): boolean {
  return formatCard(code).replaceAll('-', '').length === CODE_CHARS;
}

/** The code in the fragment of the address that the QR picture opens, or null. */
export function cardInFragment(hash: string): string | null {
  const code = new URLSearchParams(hash.replace(/^#/, '')).get('card');
  return code ? formatCard(code) : null;
}

/** A scanned QR picture and a pasted address hold the code after `#card=`. */
function codeIn(text: string): string {
  const at = text.indexOf('#card=');
  return at < 0 ? text : decodeURIComponent(text.slice(at + '#card='.length));
}
