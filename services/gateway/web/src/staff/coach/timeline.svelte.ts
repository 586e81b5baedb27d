import type { Timeline as Page, TimelineEntry, TimelineStep } from '../../lib/api.ts';
import { get } from '../../lib/client.ts';
import { Pages } from '../../lib/pages.svelte.ts';

/** The entries about one youth, newest first. */
export class Timeline extends Pages<TimelineEntry, Page> {
  constructor(youth: string) {
    super(
      (page) => get('/youths/{youth}/timeline', { path: { youth }, query: page ? { page } : {} }),
      (entry) => entry.position,
    );
  }

  /** What somebody did with the youth and did not take back, newest first, of the pages that are there. */
  stepsBy(name: string): TimelineStep[] {
    return this.items.flatMap(({ actor, step }) => (step && !step.withdrawn && actor.name === name ? [step] : []));
  }

  markWithdrawn(step: string): void {
    this.items = this.items.map((entry) =>
      entry.step?.id === step ? { ...entry, step: { ...entry.step, withdrawn: true } } : entry,
    );
  }
}
