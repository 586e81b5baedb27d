import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const BEFORE = readFileSync(new URL('../src/paint/before.js', import.meta.url), 'utf8');
const html = () => document.documentElement;

beforeEach(() => vi.resetModules());
afterEach(() => {
  localStorage.removeItem('stc.lang');
  localStorage.removeItem('stc.centre.lang');
  vi.unstubAllGlobals();
});

/** What a page does that was sent in `sent`, before it is painted. */
function before(languages: string[], sent = 'nl', secure = true): void {
  vi.stubGlobal('navigator', { languages });
  vi.stubGlobal('isSecureContext', secure);
  vi.stubGlobal('document', { documentElement: { dataset: {}, lang: sent }, addEventListener: () => {} });
  new Function(BEFORE)();
}

async function greetedIn(...languages: string[]): Promise<string> {
  before(languages);
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

it('speaks the language of the centre of who comes in, from then on until they leave', async () => {
  expect(await greetedIn('nl-BE')).toBe('nl');
  const { i18n, languageOf } = await import('../src/lib/i18n.svelte.ts');
  (await languageOf('fi'))();
  expect([i18n.lang, document.documentElement.lang]).toEqual(['fi', 'fi']);
  vi.resetModules();
  expect(await greetedIn('nl-BE'), 'at the next load').toBe('fi');
  vi.resetModules();
  (await import('../src/lib/storage.ts')).forget();
  expect(await greetedIn('nl-BE'), 'for whoever comes next').toBe('nl');
});

it('speaks what somebody chose on this device, whatever the centre speaks', async () => {
  before(['nl-BE']);
  const { i18n, languageOf, setLang } = await import('../src/lib/i18n.svelte.ts');
  await setLang('en');
  (await languageOf('fi'))();
  expect(i18n.lang).toBe('en');
});

it('speaks what the browser wishes with who has no centre', async () => {
  expect(await greetedIn('en-GB')).toBe('en');
  const { i18n, languageOf } = await import('../src/lib/i18n.svelte.ts');
  (await languageOf(undefined))();
  expect(i18n.lang).toBe('en');
});

it('a screen whose words are on their way when the language changes speaks the new one', async () => {
  before(['nl-BE']);
  const { languageOf, loaded } = await import('../src/lib/i18n.svelte.ts');
  let dutchComes = () => {};
  const dutch = new Promise<void>((done) => (dutchComes = done));
  const words = loaded({
    nl: async () => (await dutch, { default: { hello: 'dag' } }),
    fi: async () => ({ default: { hello: 'hei' } }),
    en: async () => ({ default: { hello: 'hello' } }),
  });
  const ready = words.ready();
  (await languageOf('fi'))();
  dutchComes();
  await ready;
  expect(words.t('hello')).toBe('hei');
});

it('takes no colours but ours from the device', async () => {
  localStorage.setItem('stc.theme', 'purple');
  expect((await import('../src/lib/theme.svelte.ts')).chosenTheme.value).toBe('device');
  localStorage.removeItem('stc.theme');
});

it('shows what was painted only in the language that is spoken here, where cards can be typed', () => {
  const isPainted = () => !('unpainted' in html().dataset);
  before(['fi-FI', 'nl'], 'fi');
  expect(isPainted()).toBe(true);
  before(['fi-FI', 'nl'], 'nl');
  expect(isPainted()).toBe(false);
  localStorage.setItem('stc.lang', 'en');
  before(['fi-FI', 'nl'], 'fi');
  expect(isPainted()).toBe(false);
  before(['fi-FI'], 'en');
  expect(isPainted()).toBe(true);
  before(['fi-FI'], 'en', false);
  expect(isPainted()).toBe(false);
});

it('paints in the colours that were chosen on this device', () => {
  localStorage.setItem('stc.theme', 'dark');
  before(['nl']);
  expect(html().dataset['theme']).toBe('dark');
  localStorage.removeItem('stc.theme');
  before(['nl']);
  expect(html().dataset['theme']).toBe('device');
});

it('speaks Dutch where a translator says that the page is in another language', async () => {
  vi.stubGlobal('document', { documentElement: { dataset: {}, lang: 'fr' } });
  expect((await import('../src/lib/i18n.svelte.ts')).i18n.lang).toBe('nl');
});
