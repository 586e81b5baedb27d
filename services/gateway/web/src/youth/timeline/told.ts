import type { TimelineEntry } from '../../lib/api.ts';
import { centreDay } from '../../lib/days.ts';
import { formatDate } from '../../lib/format.ts';
import { t, words } from './words.ts';

/** One entry in plain words. The places of `names` are still open in its sentences. */
export interface Told {
  what: string;
  who: string;
  how: string;
  /** When it was written down, if that was on another day. */
  written: string;
  /** What stands above a note. */
  wrote: string;
  names: Record<string, string>;
}

export function toldOf(entry: TimelineEntry): Told {
  const { actor, coach, step } = entry;
  const writtenOn = centreDay(new Date(entry.recordedAt));
  const who = actor.name ? 'timeline.by' : 'timeline.byUnknown';
  const how = step && [words.count('timeline.minutes', step.minutes), t(`place.${step.place}`), t(`channel.${step.channel}`), t(`mode.${step.mode}`)];
  return {
    what: whatOf(entry),
    who: t(actor.role === 'youth' ? 'timeline.byYou' : who),
    how: how?.join(' · ') ?? '',
    written: writtenOn === entry.occurredOn ? '' : t('timeline.written', { date: formatDate(writtenOn) }),
    wrote: t(actor.name ? 'timeline.note' : 'timeline.noteUnknown'),
    names: { name: actor.name ?? '', coach: coach?.name ?? '' },
  };
}

function whatOf({ type, actor, step, exercise }: TimelineEntry): string {
  switch (type) {
    case 'registered':
      return t('entry.registered');
    case 'intake':
      return t('fact.intake');
    case 'populationChanged':
      return t('fact.populationChanged');
    case 'coachChosen':
      return t(actor.role === 'youth' ? 'entry.youChose' : 'entry.coachChosen');
    case 'step':
      return step ? t(`step.${step.category}`) : t('entry.other');
    case 'exerciseCompleted':
      return t('entry.exercise', { title: exercise?.title ?? '' });
    case 'avatarChosen':
      return t('entry.avatar');
    case 'closed':
      return t('entry.closed');
    default:
      // What stands beside steps has more words than all others together, which come later (doings.ts).
      // A newer server may tell of things this app does not know yet; never hide that there is something.
      return t('entry.other');
  }
}
