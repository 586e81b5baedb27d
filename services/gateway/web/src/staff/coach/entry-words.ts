import type { TimelineEntry } from '../../lib/api.ts';
import { dayInWords } from '../lib/dates.ts';
import { inLine } from '../lib/in-line.ts';
import { t } from '../words.ts';
import type { Draft } from './draft.svelte.ts';

/** One entry as a sentence that coach and youth both recognise. */
export function titleOf(entry: TimelineEntry, name: string, reader: string): string {
  switch (entry.type) {
    case 'step':
      return entry.step
        ? t('timeline.step', { category: t(`category.${entry.step.category}`), minutes: entry.step.minutes })
        : '';
    case 'coachChosen':
      return entry.coach?.id === reader
        ? t('timeline.coachChosen.you', { name })
        : t('timeline.coachChosen', { name, coach: entry.coach?.name ?? '' });
    case 'exerciseCompleted':
      return t('timeline.exerciseCompleted', { name, title: entry.exercise?.title ?? '' });
    case 'registered':
    case 'avatarChosen':
    case 'closed':
      return t(`timeline.${entry.type}`, { name });
  }
}

/** What a step takes along without being asked again: "Vandaag · Face to face · Individueel · assistent". */
export function summaryOf({ occurredOn, channel, mode, role }: Draft): string {
  return inLine([
    occurredOn && dayInWords(occurredOn),
    channel && t(`channel.${channel}`),
    mode && t(`mode.${mode}`),
    role && t(`coachRole.${role}`),
  ]);
}
