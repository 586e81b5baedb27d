import { render } from 'svelte/server';
import type { Lang } from '../lib/api.ts';
import { setLang } from '../lib/i18n.svelte.ts';
import type { Route } from '../lib/routes.ts';
import { letIn } from '../lib/session.svelte.ts';
import { t, words } from '../lib/words.ts';
import { signInWords, ts } from '../signin/words.ts';
import SignIn from '../signin/SignIn.svelte';
import { ROUTES } from '../staff/routes.ts';
import landTall from '../town/land-tall.svg?url';
import landWide from '../town/land-wide.svg?url';
import places from '../town/places.svg?url';
import welcome from '../town/welcome.svg?url';
import Youth from '../youth/Youth.svelte';
import { pageWords } from './words.ts';

/** The first screens as their own components draw them, of nobody: for scripts/paint.ts, which runs this in the build. */
export interface Screen {
  title: string;
  html: string;
}
export interface Painted {
  description: string;
  noScript: string;
  'sign-in': Screen;
  map: Screen;
}

/** Where the drawings are that a browser fetches, by the name of their file. */
export const drawings = { 'land-tall.svg': landTall, 'land-wide.svg': landWide, 'places.svg': places, 'welcome.svg': welcome };

/** Somebody without a name, whose figure is not shown either. */
const NOBODY = { id: '', name: '', avatar: 'nobody', role: 'youth' };
letIn({ person: NOBODY, csrfToken: '' } as unknown as Parameters<typeof letIn>[0]);

export async function screensIn(lang: Lang): Promise<Painted> {
  await Promise.all([words, signInWords, pageWords].map((needed) => needed.ready()));
  await setLang(lang);
  return {
    description: pageWords.t('description'),
    noScript: pageWords.t('noScript'),
    'sign-in': { title: ts('title'), html: render(SignIn).body },
    map: { title: t('menu.map'), html: render(Youth).body },
  };
}

/** The addresses of staff that name nobody, and the file of the screen at each: its loader gives that here (scripts/paint.ts). */
export async function staffScreens(): Promise<Record<string, string>> {
  const within = (routes: Route<unknown>[], above: string): [string, Route<unknown>][] =>
    routes.flatMap((route) => [[above + route.path, route], ...within(route.within ?? [], above + route.path)]);
  const all = Object.entries(ROUTES).flatMap(([role, routes]) => within(routes, role));
  const found = all.filter(([path]) => !path.includes(':')).map(async ([path, { load }]) => [path, (await load()).default]);
  return Object.fromEntries(await Promise.all(found));
}
