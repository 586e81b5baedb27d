import type { AuditEntry, AuditQuery } from '../../lib/api.ts';
import { get } from '../../lib/client.ts';
import { session } from '../../lib/session.svelte.ts';
import { csvText, saveCsvFile } from '../lib/csv.ts';

/** Lines that one file of the browser holds; `stc audit gdpr` writes all of them. */
export const AUDIT_LINES_MAX = 10_000;
/** Lines that are asked for at once. */
export const AUDIT_PAGE_LINES = 200;
const COLUMNS = ['position', 'recordedAt', 'occurredOn', 'person', 'actor', 'actorRole', 'purpose', 'read', 'change'] as const;

/** The same columns as the platform's own file, the earliest first: ids and codes, so that it names nobody. */
export function auditCsv(entries: AuditEntry[]): string {
  const lines = entries.map((entry) => COLUMNS.map((column) => entry[column]));
  return csvText([[...COLUMNS], ...lines]);
}

/** Fetches what is asked for page by page and saves it. Gives whether it is all of it. */
export async function saveAudit(query: AuditQuery, progress: (count: number, total: number) => void): Promise<boolean> {
  const entries: AuditEntry[] = [];
  let more = true;
  while (more && entries.length < AUDIT_LINES_MAX) {
    const before = entries.at(-1)?.number;
    const page = await get('/audit-log', { query: { ...query, limit: AUDIT_PAGE_LINES, ...(before && { before }) } });
    entries.push(...page.entries);
    more = page.more;
    progress(entries.length, page.total);
  }
  const parts = ['stc-audit', session.person.centre?.id ?? '', query.unusual && 'unusual', query.from, query.to, query.asOf && `known-${query.asOf}`];
  saveCsvFile(`${parts.filter(Boolean).join('_')}.csv`, auditCsv(entries.reverse()));
  return !more;
}
