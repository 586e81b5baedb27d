/** What the modules under test expect of a browser; the tests themselves run in Node. */
const store = new Map<string, string>();
const storage = {
  getItem: (key: string) => store.get(key) ?? null,
  setItem: (key: string, value: string) => void store.set(key, value),
  removeItem: (key: string) => void store.delete(key),
};
const quiet = () => {};

Object.assign(globalThis, {
  localStorage: storage,
  sessionStorage: storage,
  location: { pathname: '/', search: '', hash: '', origin: 'https://example.test' },
  history: { pushState: quiet, replaceState: quiet },
  scrollTo: quiet,
  addEventListener: quiet,
  removeEventListener: quiet,
  document: { documentElement: { dataset: {}, lang: '' }, addEventListener: quiet },
});
Object.defineProperty(globalThis, 'navigator', { value: { languages: ['nl-BE'], onLine: true }, configurable: true });
