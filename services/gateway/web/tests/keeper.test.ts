import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Run } from '../src/lib/api.ts';
import { link } from '../src/lib/client.ts';
import { forget } from '../src/lib/storage.ts';
import { Keeper } from '../src/youth/exercise/keeper.svelte.ts';
import { outboxOf } from '../src/youth/outbox.svelte.ts';
import { waiting } from '../src/youth/waiting.svelte.ts';

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

/** The page is loaded anew: memory is gone, the tab's storage is not. */
const reload = () => outboxOf('nobody').close();
const stored = () => JSON.parse(sessionStorage.getItem('stc.unsaved') ?? 'null');

beforeEach(() => {
  sent = [];
  online = true;
  deaf = false;
  refused = null;
  noor = `noor-${(persons += 1)}`;
  forget();
  link.wait = async () => {};
  vi.useFakeTimers();
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
    const keeper = new Keeper(noor, 'work-1', undefined);
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
    const keeper = new Keeper(noor, 'work-1', open([{ step: 'energy', options: ['hands'], own: null }]));
    expect(keeper.answers).toEqual({ energy: { options: ['hands'], own: '' } });
    keeper.give('place', { options: [], own: 'in een garage' });
    await keeper.flush();
    expect(sent).toMatchObject([{ path: '/me/runs/run-1/answers/place', body: { options: [], own: 'in een garage' } }]);
  });

  it('saves that a choice was taken away', async () => {
    const keeper = new Keeper(noor, 'work-1', open([{ step: 'energy', options: ['hands'], own: null }]));
    keeper.give('energy', { options: [], own: '' });
    await keeper.flush();
    expect(sent).toMatchObject([{ path: '/me/runs/run-1/answers/energy', body: { options: [] } }]);
  });

  it('loses nothing without internet and sends it with the same key later', async () => {
    online = false;
    const keeper = new Keeper(noor, 'work-1', open([]));
    keeper.give('energy', { options: ['hands'], own: '' });
    await keeper.flush();
    expect(keeper.status).toBe('waiting');
    const { key } = stored().unsaved['run-1'].unsaved.energy;
    online = true;
    await keeper.flush();
    expect(keeper.status).toBe('saved');
    expect(keys()).toEqual([key]);
    expect(sessionStorage.getItem('stc.unsaved')).toBeNull();
  });

  it('remembers over a reload, for the same person only', async () => {
    online = false;
    const before = new Keeper(noor, 'work-1', open([]));
    before.give('energy', { options: ['hands'], own: '' });
    await before.flush();
    reload();
    expect(new Keeper('jelle', 'work-1', undefined).answers).toEqual({});
    online = true;
    const after = new Keeper(noor, 'work-1', undefined);
    expect(after.answers).toEqual({ energy: { options: ['hands'], own: '' } });
    await after.flush();
    expect(sent).toMatchObject([{ path: '/me/runs/run-1/answers/energy' }]);
  });

  it('sends the last of two quick answers last', async () => {
    const keeper = new Keeper(noor, 'work-1', open([]));
    keeper.give('energy', { options: ['hands'], own: '' });
    keeper.give('energy', { options: ['hands', 'people'], own: '' });
    await keeper.flush();
    await keeper.flush();
    expect(sent.at(-1)).toMatchObject({ body: { options: ['hands', 'people'] } });
    expect(new Set(keys()).size).toBe(keys().length);
  });

  it('does not finish an exercise before everything is saved', async () => {
    online = false;
    const keeper = new Keeper(noor, 'work-1', open([]));
    keeper.give('energy', { options: ['hands'], own: '' });
    await expect(keeper.complete(60)).rejects.toMatchObject({ kind: 'offline' });
    online = true;
    await keeper.complete(60);
    expect(sent.at(-1)).toMatchObject({ method: 'POST', path: '/me/runs/run-1/completion', body: { seconds: 60 } });
  });

  it('finishes once, also when the first answer was lost', async () => {
    const keeper = new Keeper(noor, 'work-1', open([]));
    deaf = true;
    await expect(keeper.complete(60)).rejects.toMatchObject({ kind: 'offline' });
    deaf = false;
    await keeper.complete(70);
    expect(new Set(keys()).size).toBe(1);
  });

  it('finishes with the same words under the same key', async () => {
    const keeper = new Keeper(noor, 'work-1', open([]));
    deaf = true;
    await keeper.complete(60).catch(() => {});
    deaf = false;
    await keeper.complete(70);
    expect(sent.map(({ body }) => body)).toEqual(sent.map(() => ({ seconds: 60 })));
  });
});

describe('answers in two exercises', () => {
  const both = async () => {
    const [first, second] = [new Keeper(noor, 'housing-1', undefined), new Keeper(noor, 'health-1', undefined)];
    first.give('place', { options: ['garden'], own: '' });
    second.give('sleep', { options: ['early'], own: '' });
    await first.flush();
    return [first, second] as const;
  };

  it('wait beside each other and all arrive, whatever is on the screen', async () => {
    online = false;
    const [first, second] = await both();
    expect([first.status, second.status]).toEqual(['waiting', 'waiting']);
    expect(waiting.exercises).toEqual(['housing-1', 'health-1']);
    online = true;
    await vi.advanceTimersByTimeAsync(8_000);
    expect(sent.filter(({ method }) => method === 'PUT').map(({ path }) => path.split('/').at(-1))).toEqual(['place', 'sleep']);
    expect([first.status, second.status]).toEqual(['saved', 'saved']);
    expect(waiting.exercises).toEqual([]);
    expect(stored()).toBeNull();
  });

  it('wait beside each other over a reload', async () => {
    online = false;
    await both();
    reload();
    online = true;
    await outboxOf(noor).flush();
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'PUT', 'POST', 'PUT']);
  });

  it('do not hold each other up when one is refused for ever', async () => {
    online = false;
    const [first, second] = await both();
    online = true;
    refused = { path: new RegExp(`answers/place$`), status: 409, body: { type: 'urn:problem-type:stc:refused', reason: 'alreadyCompleted' } };
    await second.flush();
    expect([first.status, second.status]).toEqual(['refused', 'saved']);
    expect(first.problem?.reason).toBe('alreadyCompleted');
    expect(stored()).toBeNull();
  });

  it('are still shown when the exercise is opened again without a connection', async () => {
    const first = new Keeper(noor, 'housing-1', undefined);
    first.give('place', { options: ['garden'], own: '' });
    await first.flush();
    online = false;
    const again = new Keeper(noor, 'housing-1', undefined);
    expect(again.answers).toEqual({ place: { options: ['garden'], own: '' } });
    again.give('with', { options: ['friends'], own: '' });
    online = true;
    await again.flush();
    expect(sent.map(({ method }) => method)).toEqual(['POST', 'PUT', 'PUT']);
    expect(new Set(sent.slice(1).map(({ path }) => path.split('/')[3])).size, 'runs').toBe(1);
  });
});

describe('a tab that cannot remember', () => {
  it('sends all the same when its storage is full, and says that a reload would lose what waits', async () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('', 'QuotaExceededError');
    });
    const keeper = new Keeper(noor, 'work-1', open([]));
    keeper.give('energy', { options: ['hands'], own: '' });
    expect(outboxOf(noor).onlyInMemory).toBe(true);
    await keeper.flush();
    vi.restoreAllMocks();
    expect(keeper.status).toBe('saved');
    expect(outboxOf(noor).onlyInMemory).toBe(false);
  });

  it.each([
    '{',
    '[]',
    'null',
    '{"person":"noor"}',
    '{"person":7,"unsaved":{}}',
    '{"person":"PERSON","unsaved":{"run":null}}',
    '{"person":"PERSON","unsaved":{"run":{"exercise":"work-1","startKey":null,"unsaved":{"energy":{"options":"hands","own":"","key":"k"}}}}}',
    '{"person":"PERSON","exercise":"work-1","run":"r","startKey":null,"unsaved":{"energy":{"options":[],"own":"","key":"k"}}}',
  ])('drops what is not ours, or of an older version: %s', async (foreign) => {
    sessionStorage.setItem('stc.unsaved', foreign.replaceAll('PERSON', noor));
    const keeper = new Keeper(noor, 'work-1', open([]));
    expect(keeper.answers).toEqual({});
    expect(stored()).toBeNull();
    keeper.give('energy', { options: ['hands'], own: '' });
    await keeper.flush();
    expect(keeper.status).toBe('saved');
  });

  it('does not put words back of a person who has left', async () => {
    online = false;
    const keeper = new Keeper(noor, 'work-1', open([]));
    outboxOf('jelle');
    forget();
    keeper.give('energy', { options: [], own: 'mijn eigen woorden' });
    await keeper.flush();
    expect(stored()).toBeNull();
  });
});
