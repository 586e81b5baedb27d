import type {
  Affected,
  AffectedPerson,
  Breach,
  BreachCause,
  BreachDelay,
  BreachedData,
  BreachFile,
  BreachKind,
  BreachRisk,
  BreachState,
  InformedHow,
  NotInformedGround,
  NotNotifiedGround,
} from '../../lib/api.ts';
import { get } from '../../lib/client.ts';
import { session } from '../../lib/session.svelte.ts';
import { csvText, saveCsvFile } from '../lib/csv.ts';
import { t, words } from './words.ts';

/** Breaches of personal data: how long there is to tell the authority, and whose data it is. */
const HOUR_MS = 3_600_000;

export const KINDS: readonly BreachKind[] = ['confidentiality', 'integrity', 'availability'];
export const CAUSES: readonly BreachCause[] = [
  'lostDevice',
  'stolenCard',
  'accountMisused',
  'readWithoutNeed',
  'wrongRecipient',
  'malware',
  'dataLost',
  'paperLost',
  'other',
];
/** From the least on. */
export const RISKS: readonly BreachRisk[] = ['none', 'risk', 'high'];
export const DATA: readonly BreachedData[] = ['name', 'intake', 'answers', 'notes', 'steps', 'access'];
export const DELAYS: readonly BreachDelay[] = ['investigation', 'riskReassessed', 'policeAsked', 'toldLate', 'notReached'];
export const HOWS: readonly InformedHow[] = ['conversation', 'letter', 'message', 'public'];
const UNTOLD: readonly NotNotifiedGround[] = ['unlikely', 'noBreach', 'otherController'];
export const UNINFORMED: readonly NotInformedGround[] = ['unreadable', 'riskAverted'];

/** The data protection officer reads the files, and does nothing to them. */
export const keeps = (): boolean => session.person.role !== 'officer';
/** Where the screens of breaches are, for whoever is signed in. */
export const base = (): string => `/${session.person.role}/breaches`;

/** "nog 41 uur", "3 uur te laat": never by a colour alone. An hour that has begun is none that is over. */
export function clockText(dueAt: string, now: number): string {
  const left = Date.parse(dueAt) - now;
  const hours = Math.floor(Math.abs(left) / HOUR_MS);
  if (hours === 0) return t(left < 0 ? 'clock.lessLate' : 'clock.lessLeft');
  return words.count(left < 0 ? 'clock.late' : 'clock.left', hours);
}

interface Clocked {
  state: BreachState;
  dueAt: string;
}

export function isOverdue({ state, dueAt }: Clocked, now: number): boolean {
  return state === 'running' && Date.parse(dueAt) < now;
}

/** How a line of it is set. */
export function toneOf(clocked: Clocked, now: number): 'late' | 'now' | undefined {
  if (isOverdue(clocked, now)) return 'late';
  return clocked.state === 'running' ? 'now' : undefined;
}

/** How it stands, in words. */
export function standing(breach: Clocked, now: number): string {
  return breach.state === 'running' ? clockText(breach.dueAt, now) : t(`state.${breach.state}`);
}

/** On which grounds a breach may be closed of which the authority was not told. */
export function untold({ risk, rule }: Breach): readonly NotNotifiedGround[] {
  const isBelow = risk !== null && RISKS.indexOf(risk) < RISKS.indexOf(rule.threshold);
  return UNTOLD.filter((ground) => ground !== 'unlikely' || isBelow);
}

/** Whether whoever closes it has to say why those whose data it is were not told. */
export function owesPersons({ risk, informedAt }: Breach): boolean {
  return risk === 'high' && informedAt === null;
}

/** Which data it is about, by the latest assessment. */
export function dataOf({ entries }: BreachFile): BreachedData[] {
  return entries.filter(({ type }) => type === 'assessed').at(-1)?.data ?? [];
}

/** What was done about it, one after the other. */
export function measuresOf({ entries }: BreachFile): string {
  const words = entries.filter(({ type }) => type === 'measureTaken').map((entry) => entry.words ?? '');
  return words.filter(Boolean).join('\n');
}

/** By whom and when; without anybody, by whomever. */
export interface Readers {
  reader?: string;
  role?: 'youth' | 'coach' | 'lead';
  from?: string;
  until?: string;
}

/** People that one file of the browser holds, and that are asked for at once. */
export const PEOPLE_MAX = 10_000;
const PAGE_PEOPLE = 200;
const COLUMNS = ['person', 'name', 'reads', 'changes', 'firstAt', 'lastAt'] as const;

/** For whoever has to tell them: numbers, names, what and when. */
export function affectedCsv(people: AffectedPerson[]): string {
  const lines = people.map(({ person, name, reads, changes, firstAt, lastAt }) => [person, name, reads.join(' '), changes.join(' '), firstAt, lastAt]);
  return csvText([[...COLUMNS], ...lines]);
}

/** Fetches them page by page and saves them. Gives whether those are all. */
export async function saveAffected(breach: string, readers: Readers, progress: (count: number, total: number) => void): Promise<boolean> {
  const people: AffectedPerson[] = [];
  let page: string | null | undefined;
  while (page !== null && people.length < PEOPLE_MAX) {
    const query = { ...readers, limit: PAGE_PEOPLE, ...(page && { page }) };
    const answer: Affected = await get('/breaches/{breach}/affected', { path: { breach }, query });
    people.push(...answer.items);
    page = answer.nextPage;
    progress(people.length, answer.total);
  }
  saveCsvFile(`stc-breach_${session.person.centre?.id ?? ''}_${breach}.csv`, affectedCsv(people));
  return page === null;
}
