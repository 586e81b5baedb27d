import { whenChanged } from '../../lib/changes.ts';
import { get } from '../../lib/client.ts';
import { formatNumber } from '../../lib/format.ts';
import notes from '../notes.svelte.ts';

/** Says in the menu, at the address of the section, how much is due, until the function given back is called. It tells of nobody, so it is no reading. */
export function countDue(section: string): () => void {
  async function ask(): Promise<void> {
    try {
      const { total } = await get('/data-protection/due', { query: { onlyCounts: true } });
      notes[section] = total > 0 ? formatNumber(total) : undefined;
    } catch {
      // A number that is not known is not there: the list itself says what is wrong.
      notes[section] = undefined;
    }
  }
  void ask();
  return whenChanged(['rights', 'review', 'person'], ask);
}
