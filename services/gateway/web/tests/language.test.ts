import { afterEach, beforeEach, expect, it, vi } from 'vitest';

beforeEach(() => vi.resetModules());
afterEach(() => {
  localStorage.removeItem('stc.lang');
  vi.unstubAllGlobals();
});

async function greetedIn(...languages: string[]): Promise<string> {
  vi.stubGlobal('navigator', { languages });
  return (await import('../src/lib/i18n.svelte.ts')).i18n.lang;
}

it.each([
  ['en', ['fil-PH', 'en']],
  ['en', ['nlx', 'en-GB']],
  ['fi', ['fi-FI', 'en']],
  ['fi', ['FI', 'nl']],
  ['nl', ['nl-Latn-BE-x-home', 'en']],
  ['en', ['constructor', 'x-nl', 'i-klingon', 'en']],
  ['nl', ['sv', 'fr-BE']],
  ['nl', []],
])('greets in %s who wishes %j: the first wish that we have', async (lang, wishes) => {
  expect(await greetedIn(...wishes)).toBe(lang);
});

it('goes by what was chosen on this device, unless that is no language of ours', async () => {
  localStorage.setItem('stc.lang', 'fi');
  expect(await greetedIn('nl-BE')).toBe('fi');
  vi.resetModules();
  localStorage.setItem('stc.lang', 'finnish');
  expect(await greetedIn('nl-BE')).toBe('nl');
});

it('takes no colours but ours from the device', async () => {
  localStorage.setItem('stc.theme', 'purple');
  expect((await import('../src/lib/theme.svelte.ts')).chosenTheme.value).toBe('device');
  localStorage.removeItem('stc.theme');
});
