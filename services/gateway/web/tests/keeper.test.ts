import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Run } from '../src/lib/api.ts';
import { link } from '../src/lib/client.ts';
import { Outbox, outboxOf } from '../src/lib/outbox/outbox.svelte.ts';
import * as store from '../src/lib/outbox/store.ts';
import { waiting } from '../src/lib/waiting.svelte.ts';
import { Answers } from '../src/youth/answers.svelte.ts';
import { Keeper } from '../src/youth/exercise/keeper.svelte.ts';

interface Sent {
  method: string;
  path: string;
  key: string | null;
  body: unknown;
}
let sent: Sent[] = [];
let online = true;
/** The command arrives, its answer does not. */
let deaf = false;
/** What the server answers to commands that write to these addresses. */
let refused: { path: RegExp; status: number; body: object } | null = null;
let persons = 0;
/** Somebody for this test alone, whose outbox is empty. */
let noor = '';

/** The page is loaded anew: memory is gone, what the browser remembers is not. */
const reload = () => {
  outboxOf('nobody').close();
  store.close();
};
const stored = () => store.of(noor);
async function keeperOf(person: string, exercise: string, run?: Run): Promise<Keeper> {
  const remembered = new Answers(person);
  await remembered.outbox.ready;
  return new Keeper(remembered, exercise, run);
}
/** What was given is written down. */
const settled = () => vi.waitFor(async () => expect((await stored()).length).toBe(outboxOf(noor).items.length));

beforeEach(() => {
  sent = [];
  online = true;
  deaf = false;
  refused = null;
  noor = `noor-${(persons += 1)}`;
  store.close();
  globalThis.indexedDB = new IDBFactory();
  link.wait = async () => {};
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (!online) throw new TypeError('network');
    const key = new Headers(init.headers).get('Idempotency-Key');
    sent.push({ method: init.method!, path: url.replace('/api/v1', ''), key, body: JSON.parse(String(init.body ?? 'null')) });
    if (deaf) throw new TypeError('network');
    if (refused?.path.test(url)) return new Response(JSON.stringify(refused.body), { status: refused.status });
    return new Response('{}', { status: 200 });
  });
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const open = (answers: Run['answers']): Run => ({
  ...{ id: 'run-1', exercise: 'work-1', version: 1, domain: 'work', state: 'open', startedAt: '', completedAt: null, revision: 1 },
  answers,
});
const keys = () => sent.map(({ key }) => key);

describe('keeping answers', () => {
  it('starts the run with the first answer, not before', async () => {
    const keeper = await keeperOf(noor, 'work-1');
    expect(sent).toEqual([]);
    keeper.give('energy', { options: ['hands'], own: '' });
    await keeper.flush();
    expect(sent.map(({ method, path }) => `${method} ${path.replace(/runs\/[0-9a-f-]{36}/, 'runs/{run}')}`)).toEqual([
      'POST /me/runs',
      'PUT /me/runs/{run}/answers/energy',
    ]);
    expect(keeper.status).toBe('saved');
  });

  it('shows what the open run already has and goes on with it', async () => {
    const keeper = await keeperOf(noor, 'work-1', open([{ step: 'energy', chosen: { options: ['hands'], own: null }, sorted: null }]));
    expect(keeper.answers).toEqual({ energy: { options: ['hands'], own: '' } });
    keeper.give('place', { options: [], own: 'in een garage' });
    await keeper.flush();
    expect(sent).toMatchObject([{ path: '/me/runs/run-1/answers/place', body: { chosen: { options: [], own: 'in een garage' } } }]);
  });

  it('saves that a choice was taken away', async () => {
    const keeper = await keeperOf(noor, 'work-1', open([{ step: 'energy', chosen: { options: ['hands'], own: null }, sorted: null }]));
    keeper.give('energy', { options: [], own: '' });
    await keeper.flush();
    expect(sent).toMatchObject([{ path: '/me/runs/run-1/answers/energy', body: { chosen: { options: [] } } }]);
  });

  it('loses nothing without internet and sends it with the same key later', async () => {
    online = false;
    const keeper = await keeperOf(noor, 'work-1', open([]));
    keeper.give('energy', { options: ['hands'], own: '' });
    await keeper.flush();
    expect(keeper.status).toBe('waiting');
    await settled();
    const [{ key }] = (await stored()) as [store.Stored];
    online = true;
    await keeper.flush();
    expect(keeper.status).toBe('saved');
    expect(keys()).toEqual([key]);
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
  });

  it('remembers over a reload, for the same person only', async () => {
    online = false;
    const before = await keeperOf(noor, 'work-1', open([]));
    before.give('energy', { options: ['hands'], own: '' });
    await before.flush();
    await settled();
    reload();
    expect((await keeperOf('jelle', 'work-1')).answers).toEqual({});
    online = true;
    const after = await keeperOf(noor, 'work-1');
    expect(after.answers).toEqual({ energy: { options: ['hands'], own: '' } });
    await after.flush();
    expect(sent).toMatchObject([{ path: '/me/runs/run-1/answers/energy' }]);
  });

  it('sends the last of two quick answers last', async () => {
    const keeper = await keeperOf(noor, 'work-1', open([]));
    keeper.give('energy', { options: ['hands'], own: '' });
    keeper.give('energy', { options: ['hands', 'people'], own: '' });
    await keeper.flush();
    await keeper.flush();
    expect(sent.at(-1)).toMatchObject({ body: { chosen: { options: ['hands', 'people'] } } });
    expect(new Set(keys()).size).toBe(keys().length);
  });

  it('does not finish an exercise before everything is saved', async () => {
    online = false;
    const keeper = await keeperOf(noor, 'work-1', open([]));
    keeper.give('energy', { options: ['hands'], own: '' });
    await expect(keeper.complete(60)).rejects.toMatchObject({ kind: 'offline' });
    online = true;
    await keeper.complete(60);
    expect(sent.at(-1)).toMatchObject({ method: 'POST', path: '/me/runs/run-1/completion', body: { seconds: 60 } });
  });

  it('finishes once, also when the first answer was lost', async () => {
    const keeper = await keeperOf(noor, 'work-1', open([]));
    deaf = true;
    await expect(keeper.complete(60)).rejects.toMatchObject({ kind: 'offline' });
    deaf = false;
    await keeper.complete(70);
    expect(new Set(keys()).size).toBe(1);
  });

  it('finishes with the same words under the same key', async () => {
    const keeper = await keeperOf(noor, 'work-1', open([]));
    deaf = true;
    await keeper.complete(60).catch(() => {});
    deaf = false;
    await keeper.complete(70);
    expect(sent.map(({ body }) => body)).toEqual(sent.map(() => ({ seconds: 60 })));
  });
});

describe('answers in two exercises', () => {
  const both = async () => {
    const [first, second] = [await keeperOf(noor, 'housing-1'), await keeperOf(noor, 'health-1')];
    first.give('place', { options: ['garden'], own: '' });
    second.give('sleep', { options: ['early'], own: '' });
    await first.flush();
    return [first, second] as const;
  };

  it('wait beside each other and all arrive, whatever is on the screen', async () => {
    online = false;
    const [first, second] = await both();
    expect([first.status, second.status]).toEqual(['waiting', 'waiting']);
    expect(new Set(waiting.notes)).toEqual(new Set(['housing-1', 'health-1']));
    online = true;
    await vi.advanceTimersByTimeAsync(8_000);
    await vi.waitFor(() => expect([first.status, second.status]).toEqual(['saved', 'saved']));
    expect(sent.filter(({ method }) => method === 'PUT').map(({ path }) => path.split('/').at(-1))).toEqual(['place', 'sleep']);
    expect([first.status, second.status]).toEqual(['saved', 'saved']);
    expect(waiting.notes).toEqual([]);
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
  });

  it('wait beside each other over a reload', async () => {
    online = false;
    await both();
    await settled();
    reload();
    online = true;
    await outboxOf(noor).flush();
    const ofRun = (method: string) => sent.filter((one) => one.method === method).map(({ path, body }) => path.split('/')[3] ?? (body as { id: string }).id);
    expect(ofRun('POST')).toHaveLength(2);
    expect(new Set(ofRun('PUT'))).toEqual(new Set(ofRun('POST')));
  });

  it('do not hold each other up when one is refused for ever', async () => {
    online = false;
    const [first, second] = await both();
    online = true;
    refused = { path: new RegExp(`answers/place$`), status: 409, body: { type: 'urn:problem-type:stc:refused', reason: 'alreadyCompleted' } };
    await second.flush();
    expect([first.status, second.status]).toEqual(['refused', 'saved']);
    expect(first.problem?.reason).toBe('alreadyCompleted');
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
  });

  it('are still shown when the exercise is opened again without a connection', async () => {
    const first = await keeperOf(noor, 'housing-1');
    first.give('place', { options: ['garden'], own: '' });
    await first.flush();
    online = false;
    const again = await keeperOf(noor, 'housing-1');
    expect(again.answers).toEqual({ place: { options: ['garden'], own: '' } });
    again.give('with', { options: ['friends'], own: '' });
    online = true;
    await again.flush();
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'PUT', 'PUT']);
    expect(new Set(sent.slice(1).map(({ path }) => path.split('/')[3])).size, 'runs').toBe(1);
  });
});

describe('a browser that cannot remember', () => {
  const BROKEN: [string, () => void][] = [
    ['forbids it', () => (globalThis.indexedDB = undefined as unknown as IDBFactory)],
    ['is full', () => vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    })],
  ];
  it.each(BROKEN)('sends all the same when it %s, and says that a reload would lose what waits', async (_, breaks) => {
    breaks();
    online = false;
    const keeper = await keeperOf(noor, 'work-1', open([]));
    keeper.give('energy', { options: ['hands'], own: '' });
    await keeper.flush();
    expect(keeper.status).toBe('waiting');
    expect(outboxOf(noor).onlyInMemory).toBe(true);
    online = true;
    await keeper.flush();
    vi.restoreAllMocks();
    expect(keeper.status).toBe('saved');
    expect(outboxOf(noor).onlyInMemory).toBe(false);
  });

  it('sends what it can of what another version left, and drops nothing that it gave itself', async () => {
    await store.put({ key: 'k', person: noor, thing: 'run:run-1' } as store.Stored, [], () => true);
    const keeper = await keeperOf(noor, 'work-1', open([]));
    expect(keeper.answers).toEqual({});
    keeper.give('energy', { options: ['hands'], own: '' });
    await keeper.flush();
    expect(keeper.status).toBe('saved');
  });

  it('does not put words back of a person who has left', async () => {
    online = false;
    const keeper = await keeperOf(noor, 'work-1', open([]));
    outboxOf('jelle');
    keeper.give('energy', { options: [], own: 'mijn eigen woorden' });
    await keeper.flush();
    expect(await stored()).toEqual([]);
  });
});

describe('two tabs of one person', () => {
  it('send what one of them was given once', async () => {
    online = false;
    const first = await keeperOf(noor, 'work-1', open([]));
    first.give('energy', { options: ['hands'], own: '' });
    await first.flush();
    await settled();
    const other = new Outbox(noor);
    await other.ready;
    expect(other.items.map(({ parts }) => parts['step'])).toEqual(['energy']);
    online = true;
    await Promise.all([first.flush(), other.flush()]);
    expect(new Set(keys()).size).toBe(1);
    await vi.waitFor(() => expect(other.items).toEqual([]));
    other.close();
  });
});

describe('two hundred answers', () => {
  it('wait over the end of the browser, and all arrive once, in their order', async () => {
    online = false;
    for (let exercise = 0; exercise < 10; exercise += 1) {
      const keeper = await keeperOf(noor, `exercise-${exercise}`);
      for (let step = 0; step < 20; step += 1) keeper.give(`step-${step}`, { options: ['a'], own: '' });
    }
    await vi.waitFor(async () => expect((await stored()).length).toBe(210), 10_000);
    reload();
    online = true;
    await outboxOf(noor).flush();
    expect(sent).toHaveLength(210);
    expect(new Set(keys()).size).toBe(210);
    const runs = new Map<string, string[]>();
    for (const { path, body } of sent) {
      const run = path.split('/')[3] ?? (body as { id: string }).id;
      runs.set(run, [...(runs.get(run) ?? []), path.split('/')[5] ?? 'begins']);
    }
    const wanted = ['begins', ...Array.from({ length: 20 }, (_, step) => `step-${step}`)];
    expect([...runs.values()]).toEqual(Array.from({ length: 10 }, () => wanted));
    await vi.waitFor(async () => expect(await stored()).toEqual([]));
  });
});
