import type { ConsentEntry } from '../../lib/api.ts';
import { t as tShell } from '../../lib/words.ts';
import { t } from './sharing-words.ts';

/** What was said once, in a line. */
export function historyText({ domain, state, channel }: ConsentEntry): string {
  const what = domain ? tShell(`domain.${domain}`) : t('before.title');
  const said = t(`history.${state}`, { what });
  return channel === 'onPaper' ? `${said} (${t('history.onPaper')})` : said;
}
