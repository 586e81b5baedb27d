import { readFileSync } from 'node:fs';
import { expect, test, vi } from 'vitest';

type Handler = (event: { request: { method: string; mode: string; url: string }; respondWith: () => void }) => void;

function answers(path: string): boolean {
  const handlers: Record<string, Handler> = {};
  const self = { addEventListener: (name: string, handler: Handler) => (handlers[name] = handler) };
  const caches = { match: async () => undefined, open: async () => ({ match: async () => new Response() }) };
  const source = readFileSync(new URL('../src/service-worker.js', import.meta.url), 'utf8');
  new Function('self', 'caches', source)(self, caches);
  const respondWith = vi.fn();
  handlers['fetch']!({ request: { method: 'GET', mode: 'cors', url: `https://example.test${path}` }, respondWith });
  return respondWith.mock.calls.length > 0;
}

test('the stream of changes and every answer of the API go past the service worker', () => {
  expect(['/api/v1/changes', '/api/v1/me/timeline'].filter(answers)).toEqual([]);
  expect(answers('/assets/app.js')).toBe(true);
});
