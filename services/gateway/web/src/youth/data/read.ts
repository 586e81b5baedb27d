import type { AuditEntry } from '../../lib/api.ts';
import { t } from './words.ts';

/** Who read or changed what, and why, in one sentence. Whoever has no name here is said to be somebody. */
export function readText({ actorRole, purpose, read, change }: AuditEntry, actor: string | undefined): string {
  const name = actor ?? t(actorRole === 'operator' || actorRole === null ? 'data.platform' : 'data.somebody');
  const why = t(`why.${purpose}`);
  return read ? t('data.read', { name, what: t(`read.${read}`), why }) : t('data.change', { name, what: t(`change.${change!}`), why });
}
