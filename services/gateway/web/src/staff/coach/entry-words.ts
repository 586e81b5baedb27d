import type { TimelineEntry } from '../../lib/api.ts';
import { t as tCodes } from '../lib/words.ts';
import { toldOf } from '../underway/told.ts';
import { t, words } from './words.ts';

/** One entry as a sentence that coach and youth both recognise, with places for `{name}`, `{coach}` and what `toldOf` names. */
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
    default:
      return toldOf(entry)?.title ?? '';
  }
}
