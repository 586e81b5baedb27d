import { asProblem, type Problem } from './problem.ts';
import { signOut } from './session.svelte.ts';
import { outbox, waiting } from './waiting.svelte.ts';

/** Signing out. What waits goes from this device with its person, so it is tried once more, and then asked for. */
export class Leaving {
  busy = $state(false);
  problem = $state.raw<Problem | null>(null);
  /** Whether something is lost by it: the screen asks. */
  asking = $state(false);

  async leave(sure = false): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.problem = null;
    try {
      if (waiting.notes.length > 0 && !sure) await (await outbox()).flush();
      this.asking = waiting.notes.length > 0 && !sure;
      if (!this.asking) await signOut();
    } catch (caught) {
      this.problem = asProblem(caught);
    }
    this.busy = false;
  }
}
