import { tick } from 'svelte';

/**
 * For lists that change by themselves while somebody is there. Both belong in the `$derived` that the
 * screen shows: that is asked just before the list changes, when it can still be seen where the
 * person is. Once it has changed they put that right.
 */

/** Not every Safari keeps what is read in its place when something comes above it; the others do. */
export function keepingPlace<T>(list: HTMLElement | undefined, items: T): T {
  if (!list || CSS.supports('overflow-anchor', 'auto') || list.getBoundingClientRect().top >= 0) return items;
  const read = [...list.querySelectorAll('li')].find((item) => item.getBoundingClientRect().bottom > 0);
  const top = read?.getBoundingClientRect().top;
  void tick().then(() => {
    if (top !== undefined && read?.isConnected) scrollBy(0, read.getBoundingClientRect().top - top);
  });
  return items;
}

/** A link loses the focus when it moves to another part of the list. */
export function keepingFocus<T>(list: HTMLElement | undefined, items: T): T {
  const href = list?.querySelector('a:focus')?.getAttribute('href');
  void tick().then(() => {
    if (href) list?.querySelector<HTMLElement>(`a[href="${href}"]`)?.focus({ preventScroll: true });
  });
  return items;
}
