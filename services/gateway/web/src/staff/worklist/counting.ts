import { whenChanged } from '../../lib/changes.ts';
import { get } from '../../lib/client.ts';
import { formatNumber } from '../../lib/format.ts';
import notes from '../notes.svelte.ts';

/** Says in the menu, at the address of the section, how much is due today, until the function given back is called. */
export function countDue(section: string): () => void {
  async function ask(): Promise<void> {
    try {
      const { due } = await get('/work-list');
      notes[section] = due > 0 ? formatNumber(due) : undefined;
    } catch {
      // A number that is not known is not there: the list itself says what is wrong.
      notes[section] = undefined;
    }
  }
  void ask();
  return whenChanged(['person', 'trajectory', 'rights', 'alarm'], ask);
}
