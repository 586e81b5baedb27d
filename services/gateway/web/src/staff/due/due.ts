import type { DueKind, DueThing } from '../../lib/api.ts';
import { formatDate, formatNumber } from '../../lib/format.ts';
import { t as tBreaches } from '../breaches/words.ts';
import { t as tRetention } from '../retention/short-words.ts';
import { t as tRequests } from '../requests/words.ts';
import { t, words } from './words.ts';

/** What is due of each kind: how it is called, and where its case stands below the screens of a lead or officer. A new kind is one entry here. */
interface Kind {
  title: (thing: DueThing) => string;
  /** What more there is to say in a line. */
  says: (thing: DueThing) => string;
  place: (thing: DueThing) => string;
}

const KINDS: Record<DueKind, Kind> = {
  request: {
    title: ({ right }) => tRequests(`right.${right!}`),
    says: () => t('due.request'),
    place: ({ id }) => `/requests/${id}`,
  },
  notice: {
    title: ({ right }) => tRequests(`right.${right!}`),
    says: ({ waiting }) => words.count('due.notice', waiting!, { count: formatNumber(waiting!) }),
    place: ({ id }) => `/requests/${id}`,
  },
  unusualReading: {
    title: ({ reading }) => t('due.unusualReading', { date: formatDate(reading!.day) }),
    says: ({ reading }) => {
      const { times, people } = reading!;
      return t('due.reading', {
        what: words.count('due.times', times, { count: formatNumber(times) }),
        who: words.count('due.people', people, { count: formatNumber(people) }),
      });
    },
    place: ({ person, reading }) => `/audit-log?${new URLSearchParams({ by: person!, from: reading!.day, to: reading!.day, unusual: 'true' })}`,
  },
  breach: {
    title: ({ cause }) => tBreaches(`cause.${cause!}`),
    says: () => t('due.breach'),
    place: ({ id }) => `/breaches/${id}`,
  },
  retention: {
    title: ({ retention }) => tRetention(`class.${retention!}`),
    says: () => t('due.retention'),
    place: ({ id }) => `/retention#${id}`,
  },
};

export const titleOf = (thing: DueThing): string => KINDS[thing.kind].title(thing);
export const saysOf = (thing: DueThing): string => KINDS[thing.kind].says(thing);
export const placeOf = (thing: DueThing, home: string): string => home + KINDS[thing.kind].place(thing);

/** What is late stands before what is still in time, each in the order in which it is due. */
export function parted(things: readonly DueThing[]): { part: 'late' | 'soon'; things: DueThing[] }[] {
  const late = things.filter(({ overdue }) => overdue);
  const soon = things.filter(({ overdue }) => !overdue);
  const parts = [
    { part: 'late', things: late },
    { part: 'soon', things: soon },
  ] as const;
  return parts.filter((one) => one.things.length > 0).map((one) => ({ ...one }));
}
