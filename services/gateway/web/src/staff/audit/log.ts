import type { AuditEntry, AuditQuery, UnusualRule } from '../../lib/api.ts';
import { t } from './words.ts';

/** Which part of the audit log is shown: all of it in the address, so that a link shows the same. Ids only, never a name. */
const DATE = /^\d{4}-\d{2}-\d{2}$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function auditQuery(search: string): AuditQuery {
  const given = new URLSearchParams(search);
  const fitting = (name: keyof AuditQuery, form: RegExp) => {
    const value = given.get(name);
    return value !== null && form.test(value) ? { [name]: value } : {};
  };
  return {
    ...fitting('person', UUID),
    ...fitting('by', UUID),
    ...fitting('from', DATE),
    ...fitting('to', DATE),
    ...fitting('asOf', DATE),
    byOthers: given.get('byOthers') !== 'false',
    ...(given.get('unusual') === 'true' && { unusual: true }),
  };
}

/** `undefined` takes a choice away. */
export type Patch = { [K in keyof AuditQuery]?: AuditQuery[K] | undefined };

export function changeAudit(query: AuditQuery, patch: Patch): AuditQuery {
  const kept = Object.entries({ ...query, ...patch }).filter(([, value]) => value !== undefined);
  const search = new URLSearchParams(kept.map(([name, value]) => [name, String(value)]));
  history.replaceState(null, '', `${location.pathname}?${search}`);
  return Object.fromEntries(kept) as AuditQuery;
}

/** What one event says: of everybody whom it is about, and for whom the same is unusual, in one line. */
export interface Line extends AuditEntry {
  about: string[];
}

export function linesOf(entries: readonly AuditEntry[]): Line[] {
  const lines = new Map<string, Line>();
  for (const entry of entries) {
    const same = [entry.position, ...entry.unusual].join();
    const line = lines.get(same);
    if (line) line.about.push(entry.person);
    else lines.set(same, { ...entry, about: [entry.person] });
  }
  return [...lines.values()];
}

/** The rules by which somebody should look at a reading. The platform applies them; here they are told. */
export const RULES: readonly UnusualRule[] = ['atNight', 'manyFiles', 'outsideCaseload', 'afterChangeOfCoach'];

/** What somebody did, in words. */
export function didText({ read, change }: AuditEntry): string {
  return read ? t(`read.${read}`) : t(`change.${change!}`);
}

/** Who did it: by name, or what is left to say of whoever has none here. */
export function whoText(names: (id: string) => string | undefined, { actor, actorRole }: AuditEntry): string {
  if (actorRole === null) return t('audit.service');
  const elsewhere = actorRole === 'operator' || actorRole === 'auditor';
  return names(actor) ?? t(elsewhere ? 'audit.elsewhere' : 'audit.erased');
}
