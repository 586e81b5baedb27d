import type { BilingualText } from '../../lib/api.ts';
import { today } from '../lib/dates.ts';
import { saveFile } from '../../lib/save-file.ts';
import { BYTE_ORDER_MARK } from '../lib/csv.ts';
import { PAPER_LANGS } from '../lib/paper.svelte.ts';

/** Documents for the authority have the register's language, and English beside it. */
export type DocumentLang = keyof BilingualText;
export const DOCUMENT_LANGS = PAPER_LANGS.filter(({ value }) => value !== 'fi');

export function saveAccessList(centre: string, csv: string): void {
  saveFile(`stc-access-list_${centre}_${today()}.csv`, BYTE_ORDER_MARK + csv, 'text/csv');
}

/** Things under what they share, in the order in which they come. */
export function grouped<T>(items: readonly T[], by: (item: T) => string): [string, T[]][] {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(by(item), [...(groups.get(by(item)) ?? []), item]);
  return [...groups];
}
