import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { AuditEntry, Consent, ConsentEntry, DataRequest, Exercise, Run, TimelineEntry } from '../src/lib/api.ts';
import type { get } from '../src/lib/client.ts';
import { wordsReady } from '../src/lib/i18n.svelte.ts';
import { session } from '../src/lib/session.svelte.ts';
import { fileName, gather, toHtml, toJson } from '../src/youth/data/export.ts';
import { answeredIn, type MyData } from '../src/youth/data/my-data.ts';

const NOOR = '01890a5d-ac96-774b-bcce-b302099a8057';
const ADAM = '01890a5d-ac96-774b-bcce-b302099a8058';
const EVIL = `<script>alert('1')</script> & "Zoë"`;
const SAFE = '&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; &amp; &quot;Zoë&quot;';

const centre = { id: 'lsc01', name: 'Leersteuncentrum Kempen', country: 'be' as const, languages: ['nl' as const], timeZone: 'Europe/Brussels' };
const person = { id: NOOR, name: EVIL, avatar: 's3-h2b-teal', role: 'youth' as const, notice: null, centre };
const exercise = {
  ...{ id: 'work-1', title: 'Wat wil je doen?', domain: 'work' },
  steps: [
    { id: 'like', question: 'Wat vind je leuk?', choose: { options: [{ id: 'a', label: 'Koken' }, { id: 'b', label: 'Bouwen' }] }, sort: null },
    { id: 'put', question: 'Waar hoort het?', choose: null, sort: { cards: [{ id: 'c', label: 'Tuin' }], bins: [{ id: 'yes', label: 'Ja' }] } },
  ],
} as unknown as Exercise;
const run = {
  ...{ id: 'r1', exercise: 'work-1', domain: 'work', state: 'completed', startedAt: '2026-11-01T09:00:00Z', completedAt: '2026-11-01T09:05:00Z' },
  answers: [
    { step: 'like', chosen: { options: ['a'], own: EVIL }, sorted: null },
    { step: 'put', chosen: null, sorted: { placed: [{ card: 'c', bin: 'yes' }] } },
    { step: 'gone', chosen: { options: ['x'], own: null }, sorted: null },
  ],
} as unknown as Run;
const entry = {
  ...{ position: 7, type: 'step', occurredOn: '2026-11-02', recordedAt: '2026-11-02T10:00:00Z', actor: { name: EVIL, role: 'coach' } },
  step: { category: 'actionPlan', minutes: 30, place: 'centre', channel: 'faceToFace', mode: 'individual', role: 'inspirer', withdrawn: true, note: EVIL, ownVersion: { words: `Niet zo: ${EVIL}`, givenOn: '2026-11-04' } },
} as unknown as TimelineEntry;
const request: DataRequest = {
  ...{ id: 'q1', person: NOOR, right: 'rectification', receivedOn: '2026-11-03', dueOn: '2026-12-03', extended: null, state: 'refused' },
  ...{ ground: 'accurate', overOn: '2026-11-10', words: EVIL, answer: 'Het klopt.', grounds: [], inForce: false, lifted: null, liftedOn: null, advice: [], telling: null, announcement: null },
};
const shares: Consent = { consent: 'shareDomain', domain: 'work', state: 'given', since: '2026-11-05', text: 'november2026' };
const said: ConsentEntry = { consent: 'shareDomain', domain: 'work', state: 'given', occurredOn: '2026-11-05', text: 'november2026', channel: 'onPaper', position: 9 };
const readBy = (number: number): AuditEntry => ({
  ...{ number, position: number, person: NOOR, actor: ADAM, actorRole: 'coach', purpose: 'coaching', read: 'timeline', change: null },
  ...{ recordedAt: new Date(Date.UTC(2026, 0, 1) + number * 3_600_000).toISOString(), occurredOn: '2026-11-29', unusual: [], reviewed: null },
});
const decides: MyData['decides'] = {
  authority: 'belgian',
  controller: {
    ...{ legalName: EVIL, number: '0123.456.789', address: 'Markt 1', contact: 'info@lsc.example', officer: 'Functionaris', officerContact: 'dpo@lsc.example' },
    ...{ others: ['VDAB', 'GTB'], agreement: null, agreedOn: null },
  },
};
const all: MyData = {
  ...{ madeAt: '2026-11-29T10:00:00.000Z', today: '2026-11-29', person, runs: [run], exercises: [exercise] },
  overview: { want: [{ label: EVIL, domain: 'work' }], can: [], who: [] } as unknown as MyData['overview'],
  ...{ timeline: [entry], requests: [request], consents: [shares], said: [said], read: [readBy(1)], people: [{ id: ADAM, name: EVIL }], decides },
};
const empty: MyData = { ...all, runs: [], exercises: [], overview: { want: [], can: [], who: [] }, timeline: [], requests: [], said: [], read: [], people: [] };

beforeAll(wordsReady);
beforeEach(() => void vi.spyOn(session, 'person', 'get').mockReturnValue(person));

describe('what was answered', () => {
  it('is told in the words of the exercise, and in codes where it does not ask that any more', () => {
    const [answered] = answeredIn(all);
    expect(answered!.title).toBe('Wat wil je doen?');
    expect(answered!.questions).toEqual([
      { step: 'like', question: 'Wat vind je leuk?', answers: ['Koken', EVIL] },
      { step: 'put', question: 'Waar hoort het?', answers: ['Ja: Tuin'] },
      { step: 'gone', question: 'gone', answers: ['x'] },
    ]);
  });
});

describe('the page', () => {
  it('escapes all that people wrote', () => {
    const page = toHtml(all);
    expect(page).not.toContain('<script');
    expect(page).not.toContain(`"Zoë"`);
    // The name, own words, a finding, the note and whose it is, a request, who read, and who decides.
    expect(page.split(SAFE).length - 1).toBeGreaterThanOrEqual(8);
  });

  it('says its language, runs nothing, and has heads for rows and columns', () => {
    const page = toHtml(all);
    expect(page).toMatch(/^<!doctype html>\n<html lang="nl">/);
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(page).toContain('<h1>Mijn gegevens</h1>');
    expect(page.match(/<h2 /g)).toHaveLength(8);
    expect(page).toContain('<th scope="col">Vraag</th>');
    expect(page).toContain('<th scope="row">Wat vind je leuk?</th>');
    for (const id of ['person', 'answers', 'overview', 'shared', 'timeline', 'requests', 'read', 'decides']) expect(page).toContain(`<a href="#${id}">`);
  });

  it('tells what was written down and asked as the screens do', () => {
    const page = toHtml(all);
    expect(page).toContain('Samen je plan maken');
    expect(page).toContain('Dit was een vergissing. Het telt niet meer mee.');
    expect(page).toContain('Werk: gedeeld (op papier)');
    expect(page).toContain(`<p>Jouw versie, van 4 november 2026:</p><blockquote><bdi>Niet zo: ${SAFE}</bdi></blockquote>`);
    expect(page).toContain('Je centrum zei nee, op 10 november 2026.');
    expect(page).toContain('Je centrum keek het na. Wat er staat, klopt.');
    expect(page).toContain(`${SAFE} las wat er over jou is opgeschreven, om je te begeleiden.`);
  });

  it('tells what stands beside steps as the screens do, and what was erased', () => {
    const beside = (type: string, more: object = {}) => ({ ...entry, step: undefined, type, ...more }) as unknown as TimelineEntry;
    const handover = { id: 'h', to: 'school', name: EVIL, parts: ['steps'], words: null, state: 'offered', offeredOn: '2026-11-02' };
    const placement = { id: 'p', kind: 'job', employer: null, form: 'regular', contract: 'agency', weeklyHours: 8, paid: true, sector: null, startedOn: '2026-11-02' };
    const page = toHtml({ ...all, timeline: [beside('handoverOffered', { handover }), beside('placementStarted', { placement }), beside('alarmObserved')] });
    expect(page).toContain(`<p><b>Je coach stelt voor dat <bdi>${SAFE}</bdi> je verder helpt</b></p>`);
    expect(page).toContain('<p>Dit gaat dan mee: wat je al deed met je coach.</p>');
    expect(page).toContain('<li>Contract: Via een uitzendkantoor</li>');
    expect(page).toContain('<p><b>Je coach schreef een signaal op</b></p><p>Wat hier stond, is gewist.</p>');
  });

  it('says who decides, whom to ask and where to complain', () => {
    const page = toHtml(all);
    expect(page).toContain('<th scope="row">Samen met</th><td><ul><li><bdi>VDAB</bdi></li><li><bdi>GTB</bdi></li></ul></td>');
    expect(page).toContain('<bdi>dpo@lsc.example</bdi>');
    expect(page).toContain('<a href="https://www.gegevensbeschermingsautoriteit.be">gegevensbeschermingsautoriteit.be</a>');
    const untold = toHtml({ ...all, decides: { controller: null, authority: 'finnish' } });
    expect(untold).toContain('Vraag het aan wie je centrum leidt.');
    expect(untold).toContain('<a href="https://tietosuoja.fi">tietosuoja.fi</a>');
  });

  it('says where there is nothing', () => {
    const page = toHtml(empty);
    expect(page.split('Hier is niets.').length - 1).toBe(8);
    expect(page).not.toContain('undefined');
  });

  it('of ten thousand lines is there within a second', () => {
    const read = Array.from({ length: 10_000 }, (_, i) => readBy(i));
    const timeline = Array.from({ length: 1_000 }, (_, position) => ({ ...entry, position }));
    const before = performance.now();
    const [page, json] = [toHtml({ ...all, read, timeline }), toJson({ ...all, read, timeline })];
    expect(performance.now() - before).toBeLessThan(1_000);
    expect(page.match(/<tr>/g)!.length).toBeGreaterThan(11_000);
    expect(JSON.parse(json).auditLog.entries).toHaveLength(10_000);
  });
});

describe('the file for another program', () => {
  it('says what it is, and has everything with the questions in words', () => {
    const json = JSON.parse(toJson(all));
    expect(json).toMatchObject({ format: 'start-to-can.my-data/1', madeAt: all.madeAt, person: { name: EVIL }, requests: [request] });
    expect(json.answers[0]).toMatchObject({ title: 'Wat wil je doen?', id: 'r1', answers: run.answers });
    expect(json.answers[0].questions[0].answers).toEqual(['Koken', EVIL]);
    expect(Object.keys(json)).toEqual(['format', 'madeAt', 'person', 'answers', 'overview', 'timeline', 'requests', 'sharing', 'auditLog', 'authority', 'controller']);
    expect(fileName()).toBe('mijn-gegevens');
  });
});

describe('fetching', () => {
  /** Answers as the service does, two of each on a page. */
  function serving(entries: number) {
    const asked: string[] = [];
    const timeline = [1, 2, 3].map((position) => ({ ...entry, position }));
    const requests = ['q1', 'q2', 'q3'].map((id) => ({ ...request, id }));
    const paged = <T,>(items: T[], page = '0') => ({ items: items.slice(+page, +page + 2), nextPage: +page + 2 < items.length ? String(+page + 2) : null });
    const answer = async (path: string, { query = {} }: { query?: Record<string, unknown> } = {}) => {
      asked.push(`${path} ${JSON.stringify(query)}`);
      if (path === '/me/timeline') return paged(timeline, query['page'] as string);
      if (path === '/requests') return { ...paged(requests, query['page'] as string), today: '2026-11-29' };
      if (path === '/me/overview') return all.overview;
      if (path === '/youths/{youth}/consents') return { ...paged([said]), consents: [shares], coach: ADAM, hasTimeBefore: false };
      if (path === '/centres/{centre}/controller') return decides;
      if (path !== '/audit-log') return { items: path === '/me/runs' ? [run] : [exercise, { ...exercise, id: 'other' }], nextPage: null };
      const last = Number(query['before'] ?? entries + 1) - 1;
      const found = [last, last - 1].filter((number) => number > 0).map(readBy);
      return { entries: found, more: last > 2, people: [{ id: ADAM, name: 'Adam' }] };
    };
    return { asked, ask: answer as unknown as typeof get };
  }

  it('asks for all pages of all there is, by others than the youth, and tells how far it is', async () => {
    const { asked, ask } = serving(5);
    const counts: number[] = [];
    const found = await gather((count) => counts.push(count), ask);
    expect(found.timeline.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(found.requests.map(({ id }) => id)).toEqual(['q1', 'q2', 'q3']);
    expect(found.read.map(({ number }) => number)).toEqual([5, 4, 3, 2, 1]);
    expect(found.people).toEqual([{ id: ADAM, name: 'Adam' }]);
    expect(found.exercises).toEqual([exercise]);
    expect(found.today).toBe('2026-11-29');
    expect([found.consents, found.said]).toEqual([[shares], [said]]);
    expect(found.decides).toEqual(decides);
    expect(asked).toContain(`/audit-log ${JSON.stringify({ person: NOOR, byOthers: true, limit: 200, before: 4 })}`);
    expect(asked).toContain(`/requests ${JSON.stringify({ person: NOOR, page: '2' })}`);
    expect(counts.at(-1)).toBe(13);
    expect([...counts].sort((one, other) => one - other)).toEqual(counts);
  });

  it('of somebody about whom there is nothing yet is done after one page of each', async () => {
    const { ask } = serving(0);
    const found = await gather(() => {}, ask);
    expect(found.read).toEqual([]);
  });

  it('that fails says why', async () => {
    const { ask } = serving(1);
    const failing = ((path: string, options: object) => (path === '/me/overview' ? Promise.reject(new Error('lost')) : ask(path as '/me/runs', options as {}))) as typeof get;
    await expect(gather(() => {}, failing)).rejects.toThrow('lost');
  });
});
