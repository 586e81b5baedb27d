import type { Lang, Run } from '../lib/api.ts';
import { get } from '../lib/client.ts';
import { i18n } from '../lib/i18n.svelte.ts';
import { asProblem } from '../lib/problem.ts';
import { onLeave } from '../lib/session.svelte.ts';
import type { Trail } from './progress.ts';

/** The exercises hardly ever change, so they are asked once per language; the runs every time. */
let exercises: { lang: Lang; items: Promise<Trail['exercises']> } | undefined;
/** What this page knew last, for when there is no connection. */
let last: { lang: Lang; trail: Trail } | undefined;

onLeave(() => (exercises = last = undefined));

export async function loadTrail(): Promise<Trail> {
  const { lang } = i18n;
  const [known, runs] = await Promise.all([loadExercises(), loadRuns()]);
  last = { lang, trail: { exercises: known, runs } };
  return last.trail;
}

/** What was known last, in this language. */
export function lastTrail(): Trail | undefined {
  return last?.lang === i18n.lang ? last.trail : undefined;
}

/** Without a connection: what was known last. The outbox knows what was answered since. */
export async function loadTrailOrLast(): Promise<Trail> {
  try {
    return await loadTrail();
  } catch (error) {
    const { kind } = asProblem(error);
    const known = kind === 'offline' || kind === 'unavailable' ? lastTrail() : undefined;
    if (known) return known;
    throw error;
  }
}

export function loadExercises(): Promise<Trail['exercises']> {
  if (exercises?.lang !== i18n.lang) {
    const items = get('/exercises').then((answer) => answer.items);
    exercises = { lang: i18n.lang, items };
    items.catch(() => (exercises = undefined));
  }
  return exercises!.items;
}

async function loadRuns(): Promise<Run[]> {
  return (await get('/me/runs')).items;
}
