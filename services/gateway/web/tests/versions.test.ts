import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { link } from '../src/lib/client.ts';
import * as store from '../src/lib/outbox/store.ts';
import { uuidV7 } from '../src/lib/uuid.ts';
import { Versions } from '../src/youth/timeline/versions.svelte.ts';

let answer: () => Response;
let asked: string[] = [];
let person: string;
let versions: Versions;
const OFFLINE = () => {
  throw new TypeError('network');
};
const done = () => new Response(null, { status: 204 });
const quietly = () => {};

beforeEach(async () => {
  asked = [];
  store.close();
  globalThis.indexedDB = new IDBFactory();
  link.wait = async () => {};
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('fetch', async (url: string, { method, body }: RequestInit) => {
    asked.push([method, url.split('/').slice(3).join('/'), body && JSON.parse(String(body)).words].filter(Boolean).join(' '));
    return answer();
  });
  person = uuidV7();
  versions = new Versions(person);
  await versions.outbox.ready;
});
afterEach(() => {
  versions.outbox.close();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

it('what is told arrives at its step, and what is taken away is asked for without words', async () => {
  answer = done;
  await versions.give('one', 'I was ill');
  await versions.takeAway('one');
  expect(asked).toEqual(['PUT me/steps/one/version I was ill', 'DELETE me/steps/one/version']);
  expect(versions.of('one')).toBeUndefined();
});

it('without internet the last that was said of each step waits, and goes once', async () => {
  answer = OFFLINE;
  await versions.give('one', 'I was ill').catch(quietly);
  await versions.give('one', 'I was at the doctor').catch(quietly);
  await versions.give('two', 'Nice day').catch(quietly);
  await versions.takeAway('two').catch(quietly);
  expect([versions.of('one')?.body?.words, versions.of('two')?.method]).toEqual(['I was at the doctor', 'delete']);
  expect(versions.of('two')?.body).toBeUndefined();
  asked = [];
  answer = done;
  await versions.outbox.flush();
  expect(asked.sort()).toEqual(['DELETE me/steps/two/version', 'PUT me/steps/one/version I was at the doctor']);
  expect(versions.of('one')).toBeUndefined();
});

it('what waits outlives the page', async () => {
  answer = OFFLINE;
  await versions.give('one', 'I was ill').catch(quietly);
  await vi.waitFor(async () => expect(await store.of(person)).toHaveLength(1));
  versions.outbox.close();
  vi.resetModules();
  const again = new (await import('../src/youth/timeline/versions.svelte.ts')).Versions(person);
  await again.outbox.ready;
  expect(again.of('one')?.body?.words).toBe('I was ill');
  again.outbox.close();
});

it('what is refused at once is told to who wrote it; what is refused later stays with its reason', async () => {
  const refusal = () => new Response(JSON.stringify({ type: 'urn:problem-type:stc:invalid', issues: [{ reason: 'characterNotAllowed' }] }), { status: 422 });
  answer = refusal;
  await expect(versions.give('one', 'a')).rejects.toMatchObject({ kind: 'invalid' });
  expect(versions.of('one')).toBeUndefined();
  answer = OFFLINE;
  await versions.give('one', 'a').catch(quietly);
  answer = refusal;
  await versions.outbox.flush();
  expect(versions.of('one')).toMatchObject({ body: { words: 'a' }, refused: { kind: 'invalid' } });
});
