/**
 * People composed from parts. A code is `skin-hair-colour[-extra…]`, at most six
 * parts: `s3-h2b-teal-glasses`. Hair is a style and a shade (`h2b`) or a head
 * covering; colour is what somebody wears. The drawings are in sprite.svg and the
 * colours in avatar.css, under the same names.
 */
export const EXTRAS_MAX = 3;

export interface Look {
  skin: string;
  hair: string;
  shade: string;
  colour: string;
  extras: string[];
}

/** A friendly somebody, for who did not choose yet. */
const DEFAULT_CODE = 's2-h2b-teal';

export function lookOf(code: string | null | undefined): Look {
  const [skin = '', hairPart = '', colour = '', ...extras] = (code || DEFAULT_CODE).split('-');
  const [, hair = hairPart, shade = 'a'] = /^(h\d)([a-g])?$/.exec(hairPart) ?? [];
  return { skin, hair, shade, colour, extras };
}

export function hasShade(hair: string): boolean {
  return /^h[1-9]$/.test(hair);
}

export function codeOf({ skin, hair, shade, colour, extras }: Look): string {
  return [skin, hasShade(hair) ? hair + shade : hair, colour, ...extras.slice(0, EXTRAS_MAX)].join('-');
}
