import { onLeave } from '../lib/session.svelte.ts';

/** What the menu says beside a section: whoever knows it puts it here, by the address of the section. */
const notes = $state<Record<string, string | undefined>>({});
onLeave(() => {
  for (const href of Object.keys(notes)) notes[href] = undefined;
});
export default notes;
