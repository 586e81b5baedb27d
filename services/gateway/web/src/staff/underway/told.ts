import type { Handover, Placement, TimelineEntry } from '../../lib/api.ts';
import { formatList } from '../../lib/format.ts';
import { t as tLib } from '../lib/words.ts';
import { t as tCodes } from './code-words.ts';
import { t as tForms } from './words.ts';
import { words as underWay } from './words.ts';
import { t } from './told-words.ts';

/** An entry about what is under way, with places for what people wrote: `{name}`, `{to}` and `{employer}`. */
export interface Told {
  title: string;
  facts: string[];
  /** What the coach wrote with it. */
  words?: string | null | undefined;
  names: Record<string, string>;
}

/** Nothing for an entry of another kind. Of what was erased it says that there was something. */
export function toldOf(entry: TimelineEntry): Told | undefined {
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

const erased = (title: string): Told => ({ title, facts: [t('told.gone')], names: {} });

function alarm({ alarm: found }: TimelineEntry, type: 'alarmObserved' | 'alarmEnded'): Told {
  if (!found) return erased(t(`told.${type}.gone`));
  const title = t(`told.${type}`, { what: tCodes(`signal.${found.signal}`) });
  if (type === 'alarmEnded') return { title, facts: [], names: {} };
  return { title, facts: [t('told.observedBy', { who: tCodes(`observedBy.${found.observedBy}`) })], words: found.action, names: {} };
}

function handover({ handover: found }: TimelineEntry, type: 'handoverOffered' | 'handoverAnswered' | 'handoverAccepted'): Told {
  if (!found) return erased(t(`told.${type}.gone`));
  const names = { to: found.name };
  if (type === 'handoverAccepted') return { title: t('told.handoverAccepted'), facts: [], names };
  if (type === 'handoverAnswered') {
    return { title: t(`told.handoverAnswered.${found.state === 'declined' ? 'declined' : 'agreed'}`), facts: [], names };
  }
  const facts = [tCodes(`handoverTo.${found.to}`), tForms('handover.passed', { what: partsOf(found) })];
  return { title: t('told.handoverOffered'), facts, words: found.words, names };
}

function contact({ contact: found }: TimelineEntry): Told {
  if (!found) return erased(t('told.employerContacted.gone'));
  const { employer, purpose, channel, minutes } = found;
  return {
    title: t(employer ? 'told.employerContacted' : 'told.employerContacted.gone'),
    facts: [tCodes(`talkPurpose.${purpose}`), tLib(`channel.${channel}`), underWay.count('minutes', minutes)],
    names: { employer: employer ?? '' },
  };
}

function placement({ placement: found }: TimelineEntry, type: 'placementStarted' | 'placementEnded'): Told {
  if (!found) return erased(t(`told.${type}.gone`));
  const { kind, employer, endReason } = found;
  const what = tCodes(`placementKind.${kind}`);
  const ended = endReason ? [tCodes(`endReason.${endReason}`)] : [];
  return {
    title: t(employer ? `told.${type}` : `told.${type}.alone`, { what }),
    facts: type === 'placementStarted' ? placementFacts(found) : ended,
    names: { employer: employer ?? '' },
  };
}

/** What is passed on, within a sentence. */
export function partsOf({ parts }: Handover): string {
  const within = (text: string) => text[0]!.toLowerCase() + text.slice(1);
  return formatList(parts.map((part) => within(tCodes(`handoverPart.${part}`))));
}

/** How much of it, and in which form. */
export function placementFacts({ weeklyHours, paid, form, contract, sector, countsBy }: Placement): string[] {
  return [
    underWay.count('hours', weeklyHours),
    tForms(paid ? 'paid.yes' : 'paid.no'),
    form && tLib(`employment.${form}`),
    contract && tCodes(`contract.${contract}`),
    sector && tCodes(`sector.${sector}`),
    countsBy && tCodes(`countsBy.${countsBy}`),
  ].filter((fact) => typeof fact === 'string');
}
