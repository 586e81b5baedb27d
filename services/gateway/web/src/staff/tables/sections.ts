import { sectionIcons } from '../lib/icons.ts';
import { t } from '../words.ts';
import { tableView } from './view.svelte.ts';

/** The two tables in the menu of a role. From one table to the other the same choices stay. */
export function tableSections(home: string, open: string | undefined) {
  const choices = open ? tableView.search : '';
  return (['1', '2'] as const).map((n) => ({
    href: `${home}/table/${n}${choices}`,
    label: t(`nav.table${n}`),
    short: t(`nav.table${n}.short`),
    icon: n === '1' ? sectionIcons.table : sectionIcons.bars,
    open: open === n,
  }));
}
