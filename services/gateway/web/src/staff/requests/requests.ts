import type { DataRequest, DataRequests, DataRight, ErasureCertificate, LiftReason, RefusalGround } from '../../lib/api.ts';
import { get } from '../../lib/client.ts';
import { Problem } from '../../lib/problem.ts';
import { t, words } from './words.ts';

/** Requests of young people about their data: how long there is to answer, and on which ground one may refuse. */
const DAY_MS = 86_400_000;

export const RIGHTS: readonly DataRight[] = ['access', 'rectification', 'erasure', 'restriction', 'portability', 'objection'];
export const EXTENSION_REASONS = ['complex', 'manyRequests'] as const;

/** From one day to another; less than nothing when that was before. */
export function daysUntil(day: string, today: string): number {
  return Math.round((Date.parse(day) - Date.parse(today)) / DAY_MS);
}

/** "nog 12 dagen", "vandaag", "2 dagen te laat": never by a colour alone. */
export function dueText(dueOn: string, today: string): string {
  const days = daysUntil(dueOn, today);
  if (days === 0) return t('due.today');
  return days > 0 ? words.count('due.left', days) : words.count('due.late', -days);
}

export function isOverdue({ state, dueOn }: DataRequest, today: string): boolean {
  return state === 'open' && dueOn < today;
}

/** Once, and only while the first month lasts (GDPR Art. 12(3)). */
export function canExtend({ state, extended, dueOn }: DataRequest, today: string): boolean {
  return state === 'open' && !extended && dueOn >= today;
}

/** What proves an erasure; `null` until all of it is done. */
export function certificateOf(request: string): Promise<ErasureCertificate | null> {
  return get('/requests/{request}/certificate', { path: { request } }).catch((error: Problem) => {
    if (error.kind === 'notFound') return null;
    throw error;
  });
}

/** Where the GDPR says that one may refuse on this ground; of some it depends on what is asked. */
const ARTICLES: Record<RefusalGround, Partial<Record<DataRight | 'any', string>>> = {
  publicTask: { erasure: '17(3)(b)', portability: '20(3)' },
  legalClaims: { erasure: '17(3)(e)', objection: '21(1)' },
  rightsOfOthers: { access: '15(4)', portability: '20(4)' },
  accurate: { any: '16' },
  conditionsNotMet: { any: '18(1)' },
  overridingGrounds: { any: '21(1)' },
  unfounded: { any: '12(5)(b)' },
  notIdentified: { any: '12(6)' },
};

export function groundsOf({ grounds, right }: DataRequest): { value: RefusalGround; label: string; text?: string }[] {
  return grounds.map((value) => {
    const what = ARTICLES[value][right] ?? ARTICLES[value].any;
    return { value, label: t(`ground.${value}`), ...(what && { text: t('ground.law', { what }) }) };
  });
}

/** Why data is used again that was not, and where the GDPR says so. */
const LIFTING: Record<LiftReason, string> = {
  personAgreed: '18(2)',
  settled: '18(1)(a), (d)',
  legalClaims: '18(2)',
  rightsOfOthers: '18(2)',
  publicInterest: '18(2)',
};
export function liftings(): { value: LiftReason; label: string; text: string }[] {
  const reasons = Object.keys(LIFTING) as LiftReason[];
  return reasons.map((value) => ({ value, label: t(`lifted.${value}`), text: t('ground.law', { what: LIFTING[value] }) }));
}

/** Whether it keeps data from being used. Of whoever has no name any more, and was erased, there is none. */
export function holds({ inForce }: DataRequest, name: string | undefined): boolean {
  return inForce && name !== undefined;
}

/** A request with what the list says around it. */
export interface Found {
  request: DataRequest;
  /** Of who asks, unless that person was erased. */
  name: string | undefined;
  /** Of everybody whom the page of the list names, by id. */
  names: ReadonlyMap<string, string>;
  today: string;
}

type Ask = (page: string | undefined) => Promise<DataRequests>;
/** Of everybody, or of one person. */
const pagesOf =
  (query: { person?: string } = {}): Ask =>
  (page) =>
    get('/requests', { query: { ...query, ...(page && { page }) } });

/** One request, found in the list: those that are open stand in front. */
export function findRequest(id: string, ask = pagesOf()): Promise<Found> {
  return find((one) => one.id === id, ask);
}

/** The request by which the data of somebody is not used now. */
export function findRestriction(person: string, ask = pagesOf({ person })): Promise<Found> {
  return find((one) => one.inForce, ask);
}

async function find(fits: (request: DataRequest) => boolean, ask: Ask): Promise<Found> {
  for (let page: string | null | undefined; page !== null; ) {
    const answer: DataRequests = await ask(page);
    const request = answer.items.find(fits);
    if (request) {
      const names = new Map(answer.people.map(({ id, name }) => [id, name]));
      return { request, name: names.get(request.person), names, today: answer.today };
    }
    page = answer.nextPage;
  }
  throw new Problem('notFound', 404);
}
