import { afterEach, expect, it, vi } from 'vitest';
import { find } from '../../src/lib/routes.ts';
import { certificateOf } from '../../src/staff/requests/requests.ts';
import { ROUTES } from '../../src/staff/routes.ts';

const PROOF = { request: 'q1', person: 'noor', receivedOn: '2026-11-03', erasedOn: '2026-11-29', events: 42, certificate: 'v4.public.signed' };
const serving = (status: number, body: object) => vi.stubGlobal('fetch', async () => new Response(JSON.stringify(body), { status }));
const problem = (status: number, kind: string) => serving(status, { type: `urn:problem-type:stc:${kind}`, title: '', status });
afterEach(() => vi.unstubAllGlobals());

it('of an erasure is there once all of it is done', async () => {
  serving(200, PROOF);
  expect(await certificateOf('q1')).toEqual(PROOF);
  problem(404, 'notFound');
  expect(await certificateOf('q1')).toBeNull();
  problem(403, 'forbidden');
  await expect(certificateOf('q1')).rejects.toMatchObject({ kind: 'forbidden' });
});

it('has a page below that of its request, in the same section', () => {
  const at = (path: string) => find(ROUTES.lead, `/lead/requests${path}`, '/lead');
  expect(at('/q1/certificate')?.params).toEqual({ id: 'q1' });
  expect(at('/q1/certificate')?.section).toBe(at('')?.section);
  expect(at('/q1/certificate')?.load).not.toBe(at('/q1')?.load);
});
