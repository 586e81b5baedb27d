/** What the modules under test expect of a browser; the tests themselves run in Node. */

/** As browsers have it: what is stored are its own properties, what it can do is not. */
class FakeStorage {
  getItem(key: string): string | null {
    return (this as unknown as Record<string, string>)[key] ?? null;
  }
  setItem(key: string, value: string): void {
    Object.assign(this, { [key]: String(value) });
  }
  removeItem(key: string): void {
    delete (this as unknown as Record<string, string>)[key];
  }
}
const quiet = () => {};

Object.assign(globalThis, {
  Storage: FakeStorage,
  localStorage: new FakeStorage(),
  sessionStorage: new FakeStorage(),
  location: { pathname: '/', search: '', hash: '', host: 'example.test', origin: 'https://example.test' },
  history: { pushState: quiet, replaceState: quiet },
  scrollTo: quiet,
  addEventListener: quiet,
  removeEventListener: quiet,
  document: { documentElement: { dataset: {}, lang: '' }, addEventListener: quiet },
});
Object.defineProperty(globalThis, 'navigator', { value: { languages: ['nl-BE'], onLine: true }, configurable: true });
