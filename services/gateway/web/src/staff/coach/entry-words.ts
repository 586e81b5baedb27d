import type { TimelineEntry } from '../../lib/api.ts';
import { dayInWords } from '../lib/dates.ts';
import { inLine } from '../lib/in-line.ts';
import { t as tCodes } from '../lib/words.ts';
import { t, words } from './words.ts';
import type { Draft } from './draft.svelte.ts';

/** One entry as a sentence that coach and youth both recognise, with places for `{name}` and `{coach}`. */
export function titleOf(entry: TimelineEntry, reader: string): string {
  switch (entry.type) {
    case 'step':
      return entry.step
        ? words.count('timeline.step', entry.step.minutes, { category: tCodes(`category.${entry.step.category}`) })
        : '';
    case 'coachChosen':
      return t(entry.coach?.id === reader ? 'timeline.coachChosen.you' : 'timeline.coachChosen');
    case 'exerciseCompleted':
      return t('timeline.exerciseCompleted', { title: entry.exercise?.title ?? '' });
    case 'populationChanged':
      return entry.population
        ? t('timeline.populationChanged', { population: tCodes(`population.${entry.population}`) })
        : '';
    case 'intake':
    case 'registered':
    case 'avatarChosen':
    case 'closed':
      return t(`timeline.${entry.type}`);
  }
}

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
