import type { AuditEntry } from '../../lib/api.ts';
import { t } from './words.ts';

/** What somebody is called; of who looks after the data also what they are. */
function nameOf(role: AuditEntry['actorRole'], actor: string | undefined): string {
  if (role === 'officer') return actor ? t('data.officer', { name: actor }) : t('data.anOfficer');
  return actor ?? t(role === 'operator' || role === null ? 'data.platform' : 'data.somebody');
}

/** Who read or changed what, and why, in one sentence. Whoever has no name here is said to be somebody. */
export function readText({ actorRole, purpose, read, change }: AuditEntry, actor: string | undefined): string {
  const name = nameOf(actorRole, actor);
  const why = t(`why.${purpose}`);
  return read ? t('data.read', { name, what: t(`read.${read}`), why }) : t('data.change', { name, what: t(`change.${change!}`), why });
}
