import { dayInWords } from '../lib/dates.ts';
import { inLine } from '../lib/in-line.ts';
import { t as tCodes } from '../lib/words.ts';
import type { Draft } from './draft.svelte.ts';

/** What a step takes along without being asked again: "Vandaag · School · Face to face · Individueel · assistent · Wat werkt?". */
export function summaryOf({ occurredOn, place, channel, mode, role, coachingStep }: Draft): string {
  return inLine([
    occurredOn && dayInWords(occurredOn),
    place && tCodes(`place.${place}`),
    channel && tCodes(`channel.${channel}`),
    mode && tCodes(`mode.${mode}`),
    role && tCodes(`coachRole.${role}`),
    coachingStep && tCodes(`coachingStep.${coachingStep}`),
  ]);
}
