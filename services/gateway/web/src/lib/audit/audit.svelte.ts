import type { AuditEntry, AuditLog, AuditQuery, Page } from '../api.ts';
import { get } from '../client.ts';
import { Pages } from '../pages.svelte.ts';

/** A page of the audit log; its list of people names those who stand in it. */
export interface AuditPage extends Page<AuditEntry>, Omit<AuditLog, 'entries' | 'more'> {}

/** The GDPR audit log page by page: each goes on below the last entry of the one before it. */
export class AuditPages extends Pages<AuditEntry, AuditPage> {
  readonly #names: Map<string, string>;

  constructor(query: () => AuditQuery) {
    const names = new Map<string, string>();
    super(
      async (page) => {
        const before = page && { before: Number(page) };
        const { entries: items, more, ...rest } = await get('/audit-log', { query: { ...query(), ...before } });
        for (const { id, name } of rest.people) names.set(id, name);
        return { ...rest, items, nextPage: more ? String(items.at(-1)!.number) : null };
      },
      (entry) => entry.number,
    );
    this.#names = names;
  }

  /** What somebody is called who stands in it; whoever was erased has no name any more. */
  nameOf(id: string): string | undefined {
    return this.#names.get(id);
  }
}
