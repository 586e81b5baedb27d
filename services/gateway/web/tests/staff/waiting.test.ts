import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { NewStep } from '../../src/lib/api.ts';
import { link } from '../../src/lib/client.ts';
import * as store from '../../src/lib/outbox/store.ts';
import { session } from '../../src/lib/session.svelte.ts';
import { uuidV7 } from '../../src/lib/uuid.ts';
import { Waiting, withdrawalOf } from '../../src/staff/trajectory/waiting.svelte.ts';

let answer: (path: string) => Response;
let asked: string[] = [];
let noor: Waiting;
const OFFLINE = () => {
  throw new TypeError('network');
};
const done = () => new Response('{}', { status: 201 });
const step = (id: string) => ({ id }) as NewStep;
const close = (occurredOn: string) => noor.close({ kind: 'moved', occurredOn }, uuidV7());

beforeEach(async () => {
  asked = [];
  store.close();
  globalThis.indexedDB = new IDBFactory();
  link.wait = async () => {};
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.spyOn(session, 'person', 'get').mockReturnValue({ id: uuidV7() } as typeof session.person);
  vi.stubGlobal('fetch', async (url: string, { body }: RequestInit) => {
    asked.push(`${url.split('/').slice(5).join('/')} ${JSON.parse(String(body)).occurredOn ?? ''}`.trim());
    return answer(url);
  });
  noor = new Waiting('noor');
  await noor.outbox.ready;
});
afterEach(() => {
  noor.outbox.close();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it('an end arrives after the steps that came before it', async () => {
  answer = OFFLINE;
  await noor.step(step('one'), uuidV7()).catch(() => {});
  await noor.withdraw('older', uuidV7()).catch(() => {});
  await close('2026-03-02').catch(() => {});
  expect([noor.has('one'), noor.has(withdrawalOf('older')), noor.has('closing'), noor.has('population')]).toEqual([true, true, true, false]);
  asked = [];
  answer = done;
  await noor.outbox.flush();
  expect(asked).toEqual(['steps', 'steps/older/withdrawal', 'closing 2026-03-02']);
  expect(noor.items).toEqual([]);
});

it('a later end takes the place of one that waits, and one that is taken back is never sent', async () => {
  answer = OFFLINE;
  await close('2026-03-02').catch(() => {});
  await close('2026-03-09').catch(() => {});
  expect(noor.items.map(({ body }) => body)).toEqual([{ kind: 'moved', occurredOn: '2026-03-09' }]);
  await noor.outbox.takeBack(noor.items[0]!.key);
  asked = [];
  answer = done;
  await noor.outbox.flush();
  expect(asked).toEqual([]);
});

it('what was just given does not wait before it was tried', async () => {
  let seen: unknown[] = ['not looked'];
  answer = () => {
    seen = noor.items;
    return done();
  };
  await noor.move({ population: 'neet', occurredOn: '2026-03-02' }, uuidV7());
  expect(seen).toEqual([]);
});

it('what is refused at once is told to who gave it; what is refused later stays with its reason, and does not wait', async () => {
  const refusal = () => new Response(JSON.stringify({ type: 'urn:problem-type:stc:refused', reason: 'trajectoryClosed' }), { status: 409 });
  answer = refusal;
  await expect(close('2026-03-02')).rejects.toMatchObject({ reason: 'trajectoryClosed' });
  expect(noor.items).toEqual([]);
  answer = OFFLINE;
  await close('2026-03-02').catch(() => {});
  answer = refusal;
  await noor.outbox.flush();
  expect(noor.items.map(({ refused }) => refused?.reason)).toEqual(['trajectoryClosed']);
  expect(noor.has('closing')).toBe(false);
});
