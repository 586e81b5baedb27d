/**
 * A tab that is open over a release goes on with the new version.
 *
 * Invariant: the app loads itself again only where nothing is lost by it, and never twice in a row.
 */
const TWICE_IN_A_ROW_MS = 60_000;

/** Why a part of the app is not there, as keys of the shell's words. */
export type Missing = 'missing.offline' | 'missing.ours' | 'missing.unsaved';

const losses = new Set<() => boolean>();
let newer = false;

/** Says what only the memory of this page holds: `has` tells whether there is any now. */
export function lostOnReload(has: () => boolean): void {
  losses.add(has);
}

/** Whether a newer version waits that can be changed to at once: the next page is then really loaded. */
export function canRenew(): boolean {
  return newer && isSafe();
}

/** Keeps the app on the device, and hears when another version of it took over. */
export async function followReleases(): Promise<void> {
  try {
    const { serviceWorker } = navigator;
    // The very first worker is no other version.
    if (serviceWorker.controller) serviceWorker.addEventListener('controllerchange', () => (newer = true));
    const registration = await serviceWorker.register('/sw.js');
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) registration.update().catch(() => {});
    });
  } catch {
    // Without a worker, or without permission to have one, the app is asked for at every visit.
  }
}

/**
 * Why a part of the app could not be loaded. When a release took it away the app loads itself again,
 * `before` first; then this gives no answer. Browsers keep the failure of an import, so trying the
 * same again would not help.
 */
export async function whyMissing(before?: () => void): Promise<Missing> {
  const answer = await fetch('/sw.js', { method: 'HEAD', cache: 'no-store' }).catch(() => null);
  if (!answer) return 'missing.offline';
  if (!answer.ok || justReloaded()) return 'missing.ours';
  if (!isSafe()) return 'missing.unsaved';
  before?.();
  location.reload();
  return new Promise(() => {});
}

function isSafe(): boolean {
  return ![...losses].some((has) => has());
}

function justReloaded(): boolean {
  const [load] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return load?.type === 'reload' && performance.now() < TWICE_IN_A_ROW_MS;
}
