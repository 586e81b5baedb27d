import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { lostOnReload, whyMissing } from '../src/lib/release.ts';

/** Why a part of the app is not there, and when the app may load itself again. */
const reload = vi.fn();
let held = false;
lostOnReload(() => held);

function device(answer: Response | null, type = 'navigate', openForMs = 1_000): void {
  vi.stubGlobal('fetch', async () => {
    if (!answer) throw new TypeError('network');
    return answer;
  });
  vi.stubGlobal('performance', { now: () => openForMs, getEntriesByType: () => [{ type }] });
  vi.stubGlobal('location', { reload });
}
/** The answer, or nothing while the page is on its way out. */
const why = () => Promise.race([whyMissing(), new Promise((done) => setTimeout(done, 20, 'reloads'))]);

beforeEach(() => {
  held = false;
  reload.mockClear();
});
afterEach(() => vi.unstubAllGlobals());

it('blames the internet only when nothing answers', async () => {
  device(null);
  expect(await why()).toBe('missing.offline');
  device(new Response('', { status: 502 }));
  expect(await why()).toBe('missing.ours');
  expect(reload).not.toHaveBeenCalled();
});

it('loads the app again, once', async () => {
  device(new Response(''));
  expect(await why()).toBe('reloads');
  expect(reload).toHaveBeenCalledOnce();
  device(new Response(''), 'reload');
  expect(await why()).toBe('missing.ours');
  expect(reload).toHaveBeenCalledOnce();
});

it('loads it again after the next release, too', async () => {
  device(new Response(''), 'reload', 3_600_000);
  expect(await why()).toBe('reloads');
});

it('never where something would be lost', async () => {
  device(new Response(''));
  held = true;
  expect(await why()).toBe('missing.unsaved');
  expect(reload).not.toHaveBeenCalled();
});
