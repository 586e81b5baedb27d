import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { forgetPosition, get, link, send } from '../src/lib/client.ts';
import type { Problem } from '../src/lib/problem.ts';

type Step = Response | Error;
const json = (body: unknown, status = 200, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers });
const problem = (status: number, kind: string, more: object = {}, headers: Record<string, string> = {}) =>
  json({ type: `urn:problem-type:stc:${kind}`, title: kind, status, ...more }, status, headers);

/** Answers the requests with these steps, one after the other. */
function gateway(...steps: Step[]) {
  const requests: { url: string; headers: Headers; init: RequestInit }[] = [];
  vi.stubGlobal('fetch', async (url: string, init: RequestInit) => {
    requests.push({ url, headers: new Headers(init.headers), init });
    const step = steps.shift();
    if (!step || step instanceof Error) throw step ?? new Error('nobody expected this request');
    return step;
  });
  return requests;
}

const waits: number[] = [];
beforeEach(() => {
  waits.length = 0;
  forgetPosition();
  link.csrfToken = 'token';
  link.person = 'noor';
  link.onOtherSession = async () => false;
  link.lang = 'fi';
  link.onSessionEnd = () => {};
  link.wait = async (ms) => void waits.push(ms);
});
afterEach(() => vi.unstubAllGlobals());

describe('a command', () => {
  it('keeps its idempotency key over every retry', async () => {
    const requests = gateway(new TypeError('network'), problem(503, 'unavailable'), json({ id: 'r1' }, 201));
    await send('post', '/me/runs', { body: { id: 'r1', exercise: 'e1' } });
    const keys = requests.map(({ headers }) => headers.get('Idempotency-Key'));
    expect(keys).toHaveLength(3);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    expect(new Set(keys).size).toBe(1);
  });

  it('gets another key when it is another command', async () => {
    const requests = gateway(new Response(null, { status: 204 }), new Response(null, { status: 204 }));
    await send('put', '/me/coach', { body: { coach: 'c1' } });
    await send('put', '/me/coach', { body: { coach: 'c1' } });
    expect(requests[0]!.headers.get('Idempotency-Key')).not.toBe(requests[1]!.headers.get('Idempotency-Key'));
  });

  it('may bring the key of a command that was sent before', async () => {
    const requests = gateway(new Response(null, { status: 204 }));
    await send('put', '/me/coach', { body: { coach: 'c1' }, key: 'known' });
    expect(requests[0]!.headers.get('Idempotency-Key')).toBe('known');
  });

  it('says who sends it, in which language, and on which revision', async () => {
    const requests = gateway(new Response(null, { status: 204 }));
    await send('put', '/me/coach', { body: { coach: 'c1' }, revision: 7 });
    const { headers, init } = requests[0]!;
    expect(headers.get('X-CSRF-Token')).toBe('token');
    expect(headers.get('Accept-Language')).toBe('fi');
    expect(headers.get('If-Match')).toBe('"7"');
    expect(init.credentials).toBe('same-origin');
  });

  it('may make something new of which there is nothing to tell', async () => {
    const requests = gateway(new Response('', { status: 201 }));
    await expect(send('put', '/me/coach', { body: { coach: 'c1' } })).resolves.toBeUndefined();
    expect(requests).toHaveLength(1);
  });

  it('is not sent again after a refusal', async () => {
    const requests = gateway(problem(409, 'refused', { reason: 'coachHasNoRoom' }));
    const refused = (await send('put', '/me/coach', { body: { coach: 'c1' } }).catch((error) => error)) as Problem;
    expect(refused).toMatchObject({ kind: 'refused', reason: 'coachHasNoRoom', status: 409 });
    expect(requests).toHaveLength(1);
  });
});

describe('a request that does not get through', () => {
  it('is tried four times, each time after a longer wait', async () => {
    const requests = gateway(...Array.from({ length: 4 }, () => new TypeError('network')));
    await expect(get('/me/runs')).rejects.toMatchObject({ kind: 'offline' });
    expect(requests).toHaveLength(4);
    expect(waits).toEqual([400, 800, 1600]);
  });

  it('waits as long as the server asks, but not for ever', async () => {
    gateway(problem(503, 'unavailable', {}, { 'Retry-After': '2' }), problem(503, 'unavailable', {}, { 'Retry-After': '600' }), json({ items: [] }));
    await get('/me/runs');
    expect(waits).toEqual([2000, 5000]);
  });
});

describe('reading', () => {
  it('asks for at least what this device has written', async () => {
    const requests = gateway(
      new Response(null, { status: 204, headers: { 'Stc-Position': '41' } }),
      json({ items: [] }, 200, { 'Stc-Position': '40' }),
      json({ items: [] }),
    );
    await send('put', '/me/avatar', { body: { avatar: 's1-h1a-teal' } });
    await get('/me/runs');
    await get('/me/runs');
    expect(requests.slice(1).map(({ headers }) => headers.get('Stc-At-Least'))).toEqual(['41', '41']);
  });

  it('fills the address and leaves out what is not asked', async () => {
    const requests = gateway(json({ items: [], nextPage: null }));
    await get('/youths/{youth}/timeline', { path: { youth: 'a/b' }, query: { page: '2' } });
    expect(requests[0]!.url).toBe('/api/v1/youths/a%2Fb/timeline?page=2');
  });
});

describe('the end of a session', () => {
  it('is told once somebody was signed in, not for a wrong card', async () => {
    const ended = vi.fn();
    link.onSessionEnd = ended;
    gateway(problem(401, 'unauthenticated', { reason: 'unknownCard' }), problem(401, 'unauthenticated'));
    await send('post', '/session', { body: { code: 'AAAA-AAAA-AAAA' } }).catch(() => {});
    expect(ended).not.toHaveBeenCalled();
    await get('/me/runs').catch(() => {});
    expect(ended).toHaveBeenCalledOnce();
  });
});

describe('an answer without a problem body', () => {
  it('still is a problem that says what to do', async () => {
    gateway(new Response('<html>', { status: 500 }));
    await expect(get('/me/runs')).rejects.toMatchObject({ kind: 'internal', status: 500 });
  });
});

describe('one person in every tab', () => {
  const otherSession = () => problem(403, 'forbidden', { reason: 'csrf' });

  it('is who asks: a query carries the token of the session, too', async () => {
    const requests = gateway(json({ items: [] }));
    await get('/me/runs');
    expect(requests[0]!.headers.get('X-CSRF-Token')).toBe('token');
  });

  it('asks again, once, when the same person has another session by now', async () => {
    const requests = gateway(otherSession(), json({ items: [] }));
    link.onOtherSession = async () => ((link.csrfToken = 'newer'), true);
    await get('/me/runs');
    expect(requests.map(({ headers }) => headers.get('X-CSRF-Token'))).toEqual(['token', 'newer']);
    gateway(otherSession(), otherSession());
    await expect(get('/me/runs')).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('is told that it is over when somebody else signed in', async () => {
    const requests = gateway(otherSession());
    await expect(get('/me/runs')).rejects.toMatchObject({ kind: 'unauthenticated' });
    expect(requests).toHaveLength(1);
  });

  it('never sends again what was begun by who left meanwhile, and drops what arrives for them', async () => {
    const requests = gateway(new TypeError('network'));
    link.wait = async () => void (link.person = 'jelle');
    await expect(send('put', '/me/coach', { body: { coach: 'c1' } })).rejects.toMatchObject({ kind: 'unauthenticated' });
    expect(requests).toHaveLength(1);

    vi.stubGlobal('fetch', async () => ((link.person = 'amira'), json({ items: ['of jelle'] })));
    await expect(get('/me/runs')).rejects.toMatchObject({ kind: 'unauthenticated' });
  });
});

describe('what stands between', () => {
  it.each([
    [502, 'unavailable'],
    [511, 'unavailable'],
    [520, 'unavailable'],
    [500, 'internal'],
  ])('and answers %i is %s', async (status, kind) => {
    gateway(...Array.from({ length: 4 }, () => new Response('<html>', { status })));
    await expect(get('/me/runs')).rejects.toMatchObject({ kind });
  });

  it('and answers with a page of its own did not answer', async () => {
    const requests = gateway(new Response('<h1>Free wifi</h1>'), json({ items: [] }));
    await get('/me/runs');
    expect(requests).toHaveLength(2);
  });
});
