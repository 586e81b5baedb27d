import type { Lang, Run } from '../lib/api.ts';
import { get } from '../lib/client.ts';
import { i18n } from '../lib/i18n.svelte.ts';
import { onLeave } from '../lib/session.svelte.ts';
import type { Trail } from './progress.ts';

/** The exercises hardly ever change, so they are asked once per language; the runs every time. */
let exercises: { lang: Lang; items: Promise<Trail['exercises']> } | undefined;

onLeave(() => (exercises = undefined));

export async function loadTrail(): Promise<Trail> {
  const [known, runs] = await Promise.all([loadExercises(), loadRuns()]);
  return { exercises: known, runs };
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
