import { tab } from './storage.ts';

/**
 * What is being typed in a form that is answered at once. It outlives a load of the page, in this tab, until it
 * was answered; and it goes with its person. Called while a component is made.
 */
export function typed<T extends Record<string, unknown>>(form: string, empty: T): T {
  const draft = $state({ ...empty, ...known(form, empty) });
  $effect(() => void tab.put(keyOf(form), JSON.stringify(draft)));
  return draft;
}

/** It was answered: the form begins anew. */
export function typedNoMore(form: string): void {
  tab.drop(keyOf(form));
}

/** What an older version put there may be anything. */
function known<T extends Record<string, unknown>>(form: string, empty: T): Partial<T> {
  const found = tab.read(keyOf(form), isRecord) ?? {};
  const fits = ([field, value]: [string, unknown]) =>
    Object.hasOwn(empty, field) && typeof value === typeof (empty[field] ?? '') && Array.isArray(value) === Array.isArray(empty[field]);
  return Object.fromEntries(Object.entries(found).filter(fits)) as Partial<T>;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const keyOf = (form: string) => `stc.typed.${form}`;
