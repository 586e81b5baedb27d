import { t, type words } from './words.ts';

type Key = Parameters<typeof words.t>[0];

/** Codes with their words, for a group of choices. A code without words does not compile. */
export function choices<P extends string, const V extends string>(
  prefix: `${P}.${V}` extends Key ? P : never,
  codes: readonly V[],
): { value: V; label: string }[] {
  return codes.map((value) => ({ value, label: t(`${prefix}.${value}` as Key) }));
}
