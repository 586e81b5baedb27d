import { formatList } from '../../lib/format.ts';
import { hasShade, lookOf, type Look } from '../../ui/avatar.ts';
import { t } from './words.ts';

/** A figure in words, for who does not see it: "lichte huid, lang haar (bruin), bril". */
export function describe(code: string): string {
  const look = lookOf(code);
  return formatList([t(`skin.${look.skin}` as 'skin.s1'), hairOf(look), ...look.extras.map((extra) => t(`extra.${extra}` as 'extra.beard').toLowerCase())]);
}

function hairOf({ hair, shade }: Look): string {
  const name = t(`hair.${hair}` as 'hair.h1');
  return hasShade(hair) ? `${name} (${t(`shade.${shade}` as 'shade.a')})` : name;
}
