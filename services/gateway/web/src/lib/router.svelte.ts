import { canRenew } from './release.ts';

/** A small router on the History API: the address is the only state. */
type Params = Record<string, string>;

let path = $state(location.pathname);

export const route = {
  get path() {
    return path;
  },
};

/** `/exercise/:id` against `/exercise/work-1` gives `{ id: 'work-1' }`, otherwise null; `:act(begin|end)` is one of those. */
export function match(pattern: string, address: string): Params | null {
  const wanted = pattern.split('/');
  const given = address.replace(/(?<=.)\/+$/, '').split('/');
  if (wanted.length !== given.length) return null;
  const params: Params = {};
  for (const [i, part] of wanted.entries()) {
    const value = given[i]!;
    if (part.startsWith(':')) {
      const [, name, choices] = /^:(\w+)(?:\((.*)\))?$/.exec(part)!;
      if (!value || (choices && !choices.split('|').includes(value))) return null;
      params[name!] = decodeURIComponent(value);
    } else if (part !== value) return null;
  }
  return params;
}

export function navigate(to: string, how: { replace?: boolean } = {}): void {
  if (to === path && location.search === '') return;
  history[how.replace ? 'replaceState' : 'pushState'](null, '', to);
  arrive();
  scrollTo(0, 0);
}

/** Lets plain links move within the app, and leaves new tabs and downloads to the browser. */
export function followLinks(): void {
  addEventListener('popstate', arrive);
  document.addEventListener('click', (event) => {
    const anchor = (event.target as Element).closest('a');
    const plain = event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
    if (!anchor || !plain || event.defaultPrevented || anchor.target || anchor.hasAttribute('download')) return;
    if (anchor.origin !== location.origin || anchor.getAttribute('href')?.startsWith('#')) return;
    // The browser then loads the page itself, in its newer version.
    if (canRenew()) return;
    event.preventDefault();
    navigate(anchor.pathname + anchor.search);
  });
}

function arrive(): void {
  path = location.pathname;
}
