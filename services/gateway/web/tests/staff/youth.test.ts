import { afterEach, expect, it, vi } from 'vitest';
import { resource } from '../../src/lib/resource.svelte.ts';
import { youthOf } from '../../src/staff/lib/youth.ts';

const NOOR = { id: 'noor', name: 'Noor' };
const answer = (status: number, body: object) => async () => new Response(JSON.stringify(body), { status });
const refused = (reason: string) => answer(409, { type: 'urn:problem-type:stc:refused', title: '', status: 409, reason });
const serving = (answers: (() => Promise<Response>)[]) => vi.stubGlobal('fetch', vi.fn(() => answers.shift()!()));
afterEach(() => vi.unstubAllGlobals());

it('a youth whose data is not used is nobody to read about, and what was on the screen goes', async () => {
  serving([answer(200, NOOR), refused('dataRestricted'), answer(200, NOOR)]);
  const youth = resource(() => youthOf('noor'));
  await vi.waitFor(() => expect(youth.value).toEqual(NOOR));
  await youth.reload();
  expect([youth.value, youth.problem]).toEqual([null, undefined]);
  await youth.reload();
  expect(youth.value).toEqual(NOOR);
});

it('any other problem with a youth stays one', async () => {
  serving([refused('trajectoryClosed')]);
  await expect(youthOf('noor')).rejects.toMatchObject({ kind: 'refused', reason: 'trajectoryClosed' });
});
