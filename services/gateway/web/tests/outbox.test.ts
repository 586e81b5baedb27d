import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { NewStep } from '../src/lib/api.ts';
import { link } from '../src/lib/client.ts';
import { command } from '../src/lib/outbox/command.ts';
import { Outbox } from '../src/lib/outbox/outbox.svelte.ts';
import * as store from '../src/lib/outbox/store.ts';

let answer: () => Response;
let asked: string[] = [];
let outbox: Outbox;
const OFFLINE = () => {
  throw new TypeError('network');
};
const refusal = () => new Response(JSON.stringify({ type: 'urn:problem-type:stc:refused', reason: 'trajectoryClosed' }), { status: 409 });
const step = (id: string) =>
  command('post', '/youths/{youth}/steps', { thing: 'steps:noor', slot: id, stays: true, path: { youth: 'noor' }, body: { id } as NewStep });

beforeEach(async () => {
  asked = [];
  store.close();
  globalThis.indexedDB = new IDBFactory();
  link.wait = async () => {};
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('fetch', async (_: string, init: RequestInit) => {
    asked.push(new Headers(init.headers).get('Idempotency-Key')!);
    return answer();
  });
  outbox = new Outbox('ann');
  await outbox.ready;
});
afterEach(() => {
  outbox.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('a command', () => {
  it('says at once that it waits, and arrives later under the same key', async () => {
    answer = OFFLINE;
    const given = step('one');
    await expect(outbox.tryNow(given)).rejects.toMatchObject({ kind: 'offline' });
    expect(outbox.items.map(({ key }) => key)).toEqual([given.key]);
    answer = () => new Response('{}', { status: 201 });
    await outbox.flush();
    expect(new Set(asked)).toEqual(new Set([given.key]));
    expect(outbox.items).toEqual([]);
  });

  it('that is given at the moment when all before it was sent goes too', async () => {
    answer = () => new Response('{}', { status: 201 });
    for (const id of ['one', 'two', 'three', 'four']) {
      // A moment later each time, so that one of them meets the end of the work.
      let given = outbox.tryNow(step(id)) as Promise<unknown>;
      for (let moments = 0; moments < asked.length; moments += 1) given = given.then((it) => it);
      await given;
    }
    expect(asked).toHaveLength(4);
    expect(outbox.items).toEqual([]);
  });

  it('that is given again under its key is one command', async () => {
    answer = OFFLINE;
    const given = step('one');
    await outbox.tryNow(given).catch(() => {});
    await outbox.tryNow(given).catch(() => {});
    expect(outbox.items).toHaveLength(1);
  });

  it('makes room for a later one of the same slot', async () => {
    answer = OFFLINE;
    await outbox.tryNow(step('one')).catch(() => {});
    const later = step('one');
    await outbox.tryNow(later).catch(() => {});
    expect(outbox.items.map(({ key }) => key)).toEqual([later.key]);
    await vi.waitFor(async () => expect((await store.of('ann')).map(({ key }) => key)).toEqual([later.key]));
  });

  it('that is refused is told to whoever listens, and is gone', async () => {
    answer = refusal;
    await expect(outbox.tryNow(step('one'))).rejects.toMatchObject({ reason: 'trajectoryClosed' });
    expect(outbox.items).toEqual([]);
  });

  it('that is refused when nobody listens any more stays with its reason, is not sent again, and holds up no other', async () => {
    answer = OFFLINE;
    await outbox.tryNow(step('one')).catch(() => {});
    answer = refusal;
    await outbox.flush();
    expect(outbox.items.map(({ refused }) => refused?.reason)).toEqual(['trajectoryClosed']);
    await vi.waitFor(async () => expect((await store.of('ann')).map(({ refused }) => refused?.kind)).toEqual(['refused']));
    asked = [];
    answer = () => new Response('{}', { status: 201 });
    const other = step('two');
    await outbox.tryNow(other);
    expect(asked).toEqual([other.key]);
    await outbox.takeBack(outbox.items[0]!.key);
    expect(outbox.items).toEqual([]);
    expect(await store.of('ann')).toEqual([]);
  });

  it('of somebody else is not seen, not sent, and not written down after they left', async () => {
    answer = OFFLINE;
    await outbox.tryNow(step('one')).catch(() => {});
    const other = new Outbox('bea');
    await other.ready;
    answer = () => new Response('{}', { status: 201 });
    await other.flush();
    expect(other.items).toEqual([]);
    outbox.close();
    await expect(outbox.tryNow(step('two'))).rejects.toMatchObject({ kind: 'unauthenticated' });
    expect((await store.of('ann')).map(({ body }) => (body as NewStep).id)).toEqual(['one']);
    other.close();
  });
});
