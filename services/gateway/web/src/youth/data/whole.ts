import type { Page } from '../../lib/api.ts';

/** Every page; what moved to the next one meanwhile is there once. Tells how many more came. */
export async function whole<T>(
  ask: (page: string | undefined) => Promise<Page<T>>,
  keyOf: (item: T) => unknown,
  came: (more: number) => void = () => {},
): Promise<T[]> {
  const items = new Map<unknown, T>();
  for (let next: string | null | undefined; next !== null; ) {
    const page: Page<T> = await ask(next);
    for (const item of page.items) items.set(keyOf(item), item);
    came(page.items.length);
    next = page.nextPage;
  }
  return [...items.values()];
}
