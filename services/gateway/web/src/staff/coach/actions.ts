import type { Category } from '../../lib/api.ts';
import { device } from '../../lib/storage.ts';
import { CATEGORIES } from '../lib/codes.ts';

/**
 * Which actions stand in front: those that this coach used last. Among them the order of the paper holds, so
 * that a hand finds one where it was.
 *
 * Codes only: nothing on the device says with whom. Whoever signs out takes them along.
 */
const USED_KEY = 'stc.step.actions';
const IN_FRONT_MAX = 5;

/** Those in front, for a coach who used these with a youth, the latest first. */
export function inFront(withYouth: readonly Category[]): Category[] {
  const wanted = new Set([...used(), ...withYouth, ...CATEGORIES]);
  const first = [...wanted].slice(0, IN_FRONT_MAX);
  return CATEGORIES.filter((category) => first.includes(category));
}

export function othersThan(front: readonly Category[]): Category[] {
  return CATEGORIES.filter((category) => !front.includes(category));
}

/** What was registered last comes to stand in front. */
export function remember({ category }: { category: Category | undefined }): void {
  if (!category) return;
  const now = [category, ...used().filter((other) => other !== category)].slice(0, IN_FRONT_MAX);
  device.put(USED_KEY, JSON.stringify(now));
}

function used(): Category[] {
  return device.read(USED_KEY, areCategories) ?? [];
}

/** What an older version, or somebody else, put there may be anything. */
function areCategories(value: unknown): value is Category[] {
  return Array.isArray(value) && value.every((one) => CATEGORIES.includes(one));
}
