import { readFileSync } from 'node:fs';
import { beforeEach, describe, expect, it } from 'vitest';

interface FetchEvent {
  request: { method: string; mode: string; url: string };
  respondWith: (answer: Promise<Response>) => void;
  waitUntil: (work: Promise<unknown>) => void;
}
const SOURCE = readFileSync(new URL('../src/service-worker.js', import.meta.url), 'utf8');
const ORIGIN = 'https://example.test';
const ours = (text: string) => new Response(text, { headers: { 'Stc-App': '1' } });

/** The storage of caches of one browser, by name and then by path. */
let stores = new Map<string, Map<string, Response>>();
/** What the network answers by path; nothing is no connection. */
let network: (path: string) => Response | undefined = () => undefined;
let canStore = true;

beforeEach(() => {
  stores = new Map();
  network = (path) => ours(`new ${path}`);
  canStore = true;
});

const pathOf = (request: string | { url: string }) => new URL(typeof request === 'string' ? request : request.url, ORIGIN).pathname;
const caches = {
  open: async (name: string) => {
    if (!stores.has(name)) stores.set(name, new Map());
    return {
      put: async (request: string, answer: Response) => {
        if (!canStore) throw new DOMException('', 'QuotaExceededError');
        stores.get(name)!.set(pathOf(request), answer);
      },
    };
  },
  match: async (request: string, { cacheName }: { cacheName?: string } = {}) => {
    const among = cacheName ? [stores.get(cacheName)] : [...stores.values()];
    return among.map((store) => store?.get(pathOf(request))).find((found) => found)?.clone();
  },
  keys: async () => [...stores.keys()],
  delete: async (name: string) => stores.delete(name),
};

/** A worker of this version on the browser above. */
function worker(version: string, files: string[] = []) {
  const handlers: Record<string, (event: never) => void> = {};
  const self = {
    addEventListener: (name: string, handler: () => void) => (handlers[name] = handler),
    skipWaiting: async () => {},
    clients: { claim: async () => {} },
  };
  const fetching = async (request: string) => {
    const answer = network(pathOf(request));
    if (!answer) throw new TypeError('network');
    return answer;
  };
  const source = SOURCE.replace("'__VERSION__'", JSON.stringify(version)).replace('[/* shell */]', JSON.stringify(files));
  new Function('self', 'caches', 'fetch', 'location', source)(self, caches, fetching, { origin: ORIGIN });
  const extended = async (name: string) => {
    let work: Promise<unknown> = Promise.resolve();
    handlers[name]!({ waitUntil: (given: Promise<unknown>) => (work = given) } as never);
    await work;
  };
  return {
    async takeOver() {
      await extended('install');
      await extended('activate');
    },
    /** What the page gets, or null when the worker leaves it to the browser. */
    async get(path: string, mode = 'cors'): Promise<string | null> {
      let answer: Promise<Response> | undefined;
      const later: Promise<unknown>[] = [];
      const event: FetchEvent = {
        request: { method: 'GET', mode, url: ORIGIN + path },
        respondWith: (given) => (answer = given),
        waitUntil: (work) => later.push(work),
      };
      handlers['fetch']!(event as never);
      const text = answer ? await (await answer).text() : null;
      await Promise.all(later);
      return text;
    },
  };
}

describe('what goes past the worker', () => {
  it('is the stream of changes and every answer of the API', async () => {
    for (const path of ['/api/v1/changes', '/api/v1/me/timeline']) expect(await worker('1').get(path), path).toBeNull();
  });

  it('is what the platform shows besides the app', async () => {
    const one = worker('1');
    await one.takeOver();
    for (const path of ['/openapi.json', '/health', '/robots.txt', '/pictures/home.svg', '/api/v1/openapi.json']) {
      expect(await one.get(path, 'navigate'), path).toBeNull();
    }
  });
});

describe('the page', () => {
  it.each([
    ['the connection is gone', () => undefined],
    ['a proxy says 502', () => new Response('Bad Gateway', { status: 502 })],
    ['a proxy says 404', () => new Response('no such server', { status: 404 })],
    ['a proxy asks for a password', () => new Response('who are you', { status: 407 })],
    ['a hotspot shows a page of its own', () => new Response('<h1>Free wifi</h1>', { headers: { 'Content-Type': 'text/html' } })],
    ['the platform has no page', () => new Response('not built', { status: 503, headers: { 'Stc-App': '1' } })],
  ])('is the stored one when %s', async (_, answer) => {
    const one = worker('1');
    await one.takeOver();
    network = answer;
    expect(await one.get('/map', 'navigate')).toBe('new /index.html');
  });

  it('is the newest one when the platform answers', async () => {
    const one = worker('1');
    await one.takeOver();
    network = () => ours('newer');
    expect(await one.get('/map', 'navigate')).toBe('newer');
  });

  it('is stored as it is for anybody, in any language', async () => {
    const asked: string[] = [];
    network = (path) => (asked.push(path), ours(path));
    await worker('1').takeOver();
    expect(asked).toEqual(['/index.html']);
    await worker('1').get('/map', 'navigate');
    expect([...stores.get('shell-1')!.keys()]).toEqual(['/index.html']);
  });

  it('is never stored when it is somebody else’s', async () => {
    network = () => new Response('<h1>Free wifi</h1>');
    await expect(worker('1').takeOver()).rejects.toThrow();
    expect(await worker('1').get('/map', 'navigate')).toBe('<h1>Free wifi</h1>');
  });
});

describe('a file', () => {
  it('is stored when it is ours, and shown also where nothing can be stored', async () => {
    const one = worker('1');
    await one.takeOver();
    network = () => new Response('<h1>Free wifi</h1>');
    await one.get('/assets/late.js');
    network = () => ours('late');
    expect(await one.get('/assets/late.js')).toBe('late');
    network = () => undefined;
    expect(await one.get('/assets/late.js')).toBe('late');

    canStore = false;
    network = () => ours('picture');
    expect(await one.get('/pictures/home.svg')).toBe('picture');
  });

  it('of a picture is asked anew by every version', async () => {
    await worker('1').takeOver();
    network = () => ours('a house');
    await worker('1').get('/pictures/home.svg');
    network = () => ours('another house');
    expect(await worker('1').get('/pictures/home.svg')).toBe('a house');
    const two = worker('2');
    await two.takeOver();
    expect(await two.get('/pictures/home.svg')).toBe('another house');
    expect([...stores.keys()].filter((name) => name.startsWith('pictures'))).toEqual(['pictures-2']);
  });

  it('of the version before is there for pages that are open, until the version after', async () => {
    await worker('1', ['/assets/old.js']).takeOver();
    network = (path) => (path === '/assets/old.js' ? new Response('', { status: 404 }) : ours(`new ${path}`));
    const two = worker('2', ['/assets/new.js']);
    await two.takeOver();
    expect(await two.get('/assets/old.js')).toBe('new /assets/old.js');
    const three = worker('3', ['/assets/newest.js']);
    await three.takeOver();
    expect(await three.get('/assets/old.js')).toBe('');
    expect([...stores.keys()].sort()).toEqual(['shell-2', 'shell-3']);
  });

  it('that was stored under no version any more goes', async () => {
    stores.set('pictures', new Map([['/pictures/home.svg', ours('kept for ever')]]));
    const one = worker('1');
    await one.takeOver();
    expect(await one.get('/pictures/home.svg')).toBe('new /pictures/home.svg');
  });
});
