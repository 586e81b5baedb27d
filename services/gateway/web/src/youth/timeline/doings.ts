import type { TimelineEntry } from '../../lib/api.ts';
import { formatList } from '../../lib/format.ts';
import { t, words } from './doing-words.ts';
import { toldOf, type Told } from './told.ts';
import { t as tTimeline, words as timelineWords } from './words.ts';

/** An entry beside steps in plain sentences; the places of `names` are still open in them. */
export interface Doing {
  what: string;
  /** What is to be said about it, a sentence each. */
  more: string[];
  /** It was erased: nobody can read it any more. */
  gone?: true;
  names: Record<string, string>;
}
type Whole = Told & Omit<Doing, 'names'>;

/** Any entry in plain words. */
export function wholeOf(entry: TimelineEntry): Whole {
  const told = toldOf(entry);
  const doing = doingOf(entry);
  return { ...told, more: [], ...doing, names: { ...told.names, ...doing?.names } };
}

/** Nothing for an entry of another kind. Of what was erased only what happened is told. */
export function doingOf(entry: TimelineEntry): Doing | undefined {
  const { type } = entry;
  switch (type) {
    case 'alarmObserved':
    case 'alarmEnded':
      return alarm(entry, type);
    case 'handoverOffered':
    case 'handoverAnswered':
    case 'handoverAccepted':
      return handover(entry, type);
    case 'employerContacted':
      return contact(entry);
    case 'placementStarted':
    case 'placementEnded':
      return placement(entry, type);
    default:
      return undefined;
  }
}

const erased = (what: string): Doing => ({ what, more: [], gone: true, names: {} });

function alarm({ alarm: found }: TimelineEntry, type: 'alarmObserved' | 'alarmEnded'): Doing {
  if (!found) return erased(t(`entry.${type}.gone`));
  const what = t(`entry.${type}`, { what: t(`signal.${found.signal}`) });
  if (type === 'alarmEnded') return { what, more: [], names: {} };
  const more = [t(`observedBy.${found.observedBy}`), ...(found.action ? [t('entry.action')] : [])];
  return { what, more, names: { action: found.action ?? '' } };
}

function handover({ handover: found }: TimelineEntry, type: 'handoverOffered' | 'handoverAnswered' | 'handoverAccepted'): Doing {
  if (!found) return erased(t(`entry.${type}.gone`));
  const names = { to: found.name, why: found.words ?? '' };
  if (type === 'handoverAccepted') return { what: t('entry.handoverAccepted'), more: [], names };
  if (type === 'handoverAnswered') {
    return { what: t(`entry.handoverAnswered.${found.state === 'declined' ? 'declined' : 'agreed'}`), more: [], names };
  }
  return { what: t('entry.handoverOffered'), more: offerOf(found), names };
}

/** To whom, what would be passed on, and why. */
export function offerOf({ to, parts, words: why }: NonNullable<TimelineEntry['handover']>): string[] {
  const what = formatList(parts.map((part) => t(`handoverPart.${part}`)));
  return [t(`handoverTo.${to}`), t('handover.passed', { what }), ...(why ? [t('handover.why')] : [])];
}

function contact({ contact: found }: TimelineEntry): Doing {
  if (!found) return erased(t('entry.employerContacted.gone'));
  const what = t(found.employer ? 'entry.employerContacted' : 'entry.employerContacted.gone');
  const how = [timelineWords.count('timeline.minutes', found.minutes), tTimeline(`channel.${found.channel}`)].join(' · ');
  return { what, more: [t(`talkPurpose.${found.purpose}`), how], names: { employer: found.employer ?? '' } };
}

function placement({ placement: found }: TimelineEntry, type: 'placementStarted' | 'placementEnded'): Doing {
  if (!found) return erased(t(`entry.${type}.gone`));
  const { kind, employer, endReason } = found;
  const what = t(employer ? `entry.${type}` : `entry.${type}.alone`, { what: t(`placementKind.${kind}`) });
  const ended = endReason ? [t(`endReason.${endReason}`)] : [];
  return { what, more: type === 'placementStarted' ? [hoursOf(found)] : ended, names: { employer: employer ?? '' } };
}

export function hoursOf({ weeklyHours, paid }: NonNullable<TimelineEntry['placement']>): string {
  return words.count(paid ? 'hours.paid' : 'hours.unpaid', weeklyHours);
}
