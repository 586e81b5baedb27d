import type { Load, Params } from '../ui/Lazy.svelte';
import { match } from './router.svelte.ts';

/** A screen: where it is, and what loads it. */
export interface Route<Menu = never> {
  /** Its address below that of what it stands in: `:id` is any part, `:act(begin|end)` one of those. */
  path: string;
  load: Load;
  /** What the screen gets beside the parts of its address. */
  params?: Params;
  /** It stays when another part of its section is opened; otherwise it is made anew for each address. */
  stays?: true;
  /** How the menu names it, if it is a section. */
  menu?: Menu;
  within?: Route<Menu>[];
}

/** The screen at an address, and the section in which it stands. */
export interface Found<Menu> {
  load: Load;
  params: Params;
  section: Route<Menu>;
  /** Another screen has another key. */
  key: string;
}

export function find<Menu>(routes: Route<Menu>[], address: string, above = ''): Found<Menu> | undefined {
  // What has a name of its own is no part that stands for anything.
  const named = routes.filter(({ path }) => above + path === address);
  for (const route of [...named, ...routes]) {
    const path = above + route.path;
    const parts = match(path, address);
    if (parts) return { load: route.load, params: { ...parts, ...route.params }, section: route, key: route.stays ? path.replace(/\/:.*/, '') : address };
    const within = find(route.within ?? [], address, path);
    if (within) return { ...within, section: route };
  }
  return undefined;
}
