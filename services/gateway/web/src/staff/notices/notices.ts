import type { RecipientNotice } from '../../lib/api.ts';
import { formatDate } from '../../lib/format.ts';
import { t } from './words.ts';

/** What somebody is told of data that they had, with the place of the name still in it. */
export function noticeText({ right, toldOn }: RecipientNotice): string {
  const date = formatDate(toldOn);
  // Access, portability and objections change no data: nobody is told of them.
  if (right === 'erasure') return t('notice.erasure', { date });
  return t(right === 'restriction' ? 'notice.restriction' : 'notice.rectification', { date });
}
