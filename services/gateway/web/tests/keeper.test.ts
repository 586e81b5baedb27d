import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Run } from '../src/lib/api.ts';
import { link } from '../src/lib/client.ts';
import { Keeper, keeperOf } from '../src/youth/exercise/keeper.svelte.ts';

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

beforeEach(() => {
  sent = [];
  online = true;
  deaf = false;
  sessionStorage.removeItem('stc.unsaved');
  link.wait = async () => {};
  vi.useFakeTimers();
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    if (!online) throw new TypeError('network');
    const key = new Headers(init.headers).get('Idempotency-Key');
    sent.push({ method: init.method!, path: url.replace('/api/v1', ''), key, body: JSON.parse(String(init.body ?? 'null')) });
    if (deaf) throw new TypeError('network');
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
    const keeper = new Keeper('noor', 'work-1', undefined);
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
    const keeper = new Keeper('noor', 'work-1', open([{ step: 'energy', options: ['hands'], own: null }]));
    expect(keeper.answers).toEqual({ energy: { options: ['hands'], own: '' } });
    keeper.give('place', { options: [], own: 'in een garage' });
    await keeper.flush();
    expect(sent).toMatchObject([{ path: '/me/runs/run-1/answers/place', body: { options: [], own: 'in een garage' } }]);
  });

  it('saves that a choice was taken away', async () => {
    const keeper = new Keeper('noor', 'work-1', open([{ step: 'energy', options: ['hands'], own: null }]));
    keeper.give('energy', { options: [], own: '' });
    await keeper.flush();
    expect(sent).toMatchObject([{ path: '/me/runs/run-1/answers/energy', body: { options: [] } }]);
  });

  it('loses nothing without internet and sends it with the same key later', async () => {
    online = false;
    const keeper = new Keeper('noor', 'work-1', open([]));
    keeper.give('energy', { options: ['hands'], own: '' });
    await keeper.flush();
    expect(keeper.status).toBe('waiting');
    const waiting = JSON.parse(sessionStorage.getItem('stc.unsaved')!).unsaved.energy.key;
    online = true;
    await keeper.flush();
    expect(keeper.status).toBe('saved');
    expect(keys()).toEqual([waiting]);
    expect(sessionStorage.getItem('stc.unsaved')).toBeNull();
  });

  it('remembers over a reload, for the same person only', async () => {
    online = false;
    const before = new Keeper('noor', 'work-1', open([]));
    before.give('energy', { options: ['hands'], own: '' });
    await before.flush();
    before.stop();
    expect(new Keeper('jelle', 'work-1', undefined).answers).toEqual({});
    online = true;
    const after = new Keeper('noor', 'work-1', undefined);
    expect(after.answers).toEqual({ energy: { options: ['hands'], own: '' } });
    await after.flush();
    expect(sent).toMatchObject([{ path: '/me/runs/run-1/answers/energy' }]);
  });

  it('sends the last of two quick answers last', async () => {
    const keeper = new Keeper('noor', 'work-1', open([]));
    keeper.give('energy', { options: ['hands'], own: '' });
    keeper.give('energy', { options: ['hands', 'people'], own: '' });
    await keeper.flush();
    await keeper.flush();
    expect(sent.at(-1)).toMatchObject({ body: { options: ['hands', 'people'] } });
    expect(new Set(keys()).size).toBe(keys().length);
  });

  it('does not finish an exercise before everything is saved', async () => {
    online = false;
    const keeper = keeperOf('noor', 'work-1', open([]));
    keeper.give('energy', { options: ['hands'], own: '' });
    await expect(keeper.complete(60)).rejects.toMatchObject({ kind: 'offline' });
    online = true;
    await keeper.complete(60);
    expect(sent.at(-1)).toMatchObject({ method: 'POST', path: '/me/runs/run-1/completion', body: { seconds: 60 } });
  });

  it('finishes once, also when the first answer was lost', async () => {
    const keeper = keeperOf('noor', 'work-1', open([]));
    deaf = true;
    await expect(keeper.complete(60)).rejects.toMatchObject({ kind: 'offline' });
    deaf = false;
    await keeper.complete(70);
    expect(new Set(keys()).size).toBe(1);
  });
});
