import type { AuditEntry, Consent, ConsentEntry, Controller, DataRequest, Exercise, Named, Overview, Run, Session, TimelineEntry } from '../../lib/api.ts';
import { get } from '../../lib/client.ts';
import { consentsOf } from '../../lib/consents.ts';
import { session } from '../../lib/session.svelte.ts';
import { givenOf } from '../given.ts';
import { KINDS, kindOf, type Thing } from '../exercise/kinds/kinds.ts';
import { whole } from './whole.ts';

/** Lines of the audit log that are asked for at once. */
const AUDIT_PAGE_LINES = 200;

/** All that there is about a youth, as the screens of that youth ask for it. */
export interface MyData {
  madeAt: string;
  /** The day in the centre on which it was made. */
  today: string;
  person: Session['person'];
  runs: Run[];
  /** Those that were begun, in the language of the screen. */
  exercises: Exercise[];
  overview: Overview;
  timeline: TimelineEntry[];
  requests: DataRequest[];
  /** What is shared with the coach, and what was said about it. */
  consents: Consent[];
  said: ConsentEntry[];
  /** What others read or changed. */
  read: AuditEntry[];
  /** The names of those who did. */
  people: Named[];
  /** Who decides about it, and who takes complaints. */
  decides: Controller;
}

/** Fetches all pages of everything. Tells how many lines there are by now. */
export async function gather(progress: (count: number) => void, ask: typeof get = get): Promise<MyData> {
  const { person } = session;
  let count = 0;
  const came = (more: number) => progress((count += more));
  const people = new Map<string, Named>();
  let today = '';
  let consents: Consent[] = [];
  const [runs, exercises, overview, timeline, requests, said, read, decides] = await Promise.all([
    whole<Run>((page) => ask('/me/runs', { query: { all: true, ...(page && { page }) } }), ({ id }) => id, came),
    ask('/exercises').then(({ items }) => items),
    ask('/me/overview'),
    whole<TimelineEntry>((page) => ask('/me/timeline', { query: page ? { page } : {} }), ({ position }) => position, came),
    whole<DataRequest>(
      async (page) => {
        const answer = await ask('/requests', { query: { person: person.id, ...(page && { page }) } });
        today = answer.today;
        return answer;
      },
      ({ id }) => id,
      came,
    ),
    whole<ConsentEntry>(
      async (page) => {
        const answer = await consentsOf(person.id, page, ask);
        consents = answer.consents;
        return answer;
      },
      ({ position, consent, domain }) => `${position} ${domain ?? consent}`,
      came,
    ),
    whole<AuditEntry>(
      async (page) => {
        const before = page && { before: Number(page) };
        const answer = await ask('/audit-log', { query: { person: person.id, byOthers: true, limit: AUDIT_PAGE_LINES, ...before } });
        for (const one of answer.people) people.set(one.id, one);
        return { items: answer.entries, nextPage: answer.more ? String(answer.entries.at(-1)!.number) : null };
      },
      ({ number }) => number,
      came,
    ),
    ask('/centres/{centre}/controller', { path: { centre: person.centre!.id } }),
  ]);
  const begun = exercises.filter(({ id }) => runs.some(({ exercise }) => exercise === id));
  const madeAt = new Date().toISOString();
  return { madeAt, today, person, runs, exercises: begun, overview, timeline, requests, consents, said, read, people: [...people.values()], decides };
}

export interface Answered {
  title: string;
  run: Run;
  questions: { step: string; question: string; answers: string[] }[];
}

/** What was answered, in the words of the exercises. What those do not ask any more keeps its codes. */
export function answeredIn({ runs, exercises }: Pick<MyData, 'runs' | 'exercises'>): Answered[] {
  return runs.map((run) => {
    const exercise = exercises.find(({ id }) => id === run.exercise);
    const questions = run.answers.map((answer) => {
      const step = exercise?.steps.find(({ id }) => id === answer.step);
      const kind = step && kindOf(step);
      const given = givenOf(answer);
      const said: Thing[] = kind ? KINDS[kind].said(step, given) : [];
      const codes = [...given.options, given.own, ...(given.placed ?? []).map(({ card, bin }) => `${bin}: ${card}`)].filter(Boolean);
      const answers = said.map(({ label, place }) => (place ? `${place}: ${label}` : label));
      return { step: answer.step, question: step?.question ?? answer.step, answers: answers.length > 0 ? answers : codes };
    });
    return { title: exercise?.title ?? run.exercise, run, questions };
  });
}
