import type { Locator } from '@playwright/test';
import { openRequests } from './lead.ts';
import { expect } from './test.ts';
import type { Visitor } from './visitor.ts';

/** What a youth asks about the own data, on both sides. */

/** Where a sentence has a day, or a number of days. */
export const saying = (text: string) => new RegExp(text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('@', '.+'));
export type Right = 'access' | 'rectification' | 'erasure' | 'restriction' | 'portability';

/** Those of a list that are about this. */
export const asked = ({ page, words }: Visitor, right: Right): Locator =>
  page
    .getByRole('region', { name: words.youth('asked.title'), exact: true })
    .getByRole('listitem')
    .filter({ has: page.getByRole('heading', { level: 3, name: words.youth(`right.${right}`), exact: true }) });
export const field = ({ page, words }: Visitor) => page.getByRole('textbox', { name: words.youth('ask.words') });
export const right = ({ page, words }: Visitor, which: Right) => page.getByRole('radio', { name: words.youth(`right.${which}`), exact: true });

export async function ask(youth: Visitor, which: Right): Promise<void> {
  const { page, hand, words } = youth;
  await hand.choose(right(youth, which));
  await hand.press(page.getByRole('button', { name: words.youth('ask.send'), exact: true }));
  await expect(asked(youth, which)).toContainText(saying(words.youth('asked.open', { day: '@', date: '@' })));
  await expect(page.getByRole('heading', { level: 2, name: words.youth('asked.title'), exact: true })).toBeFocused();
}

/** The request of somebody, from the list of the lead; of those that are answered too. */
export async function openRequest(lead: Visitor, name: string, which: Right, { all = false } = {}): Promise<void> {
  const { page, hand, words } = lead;
  await openRequests(lead);
  if (all) await hand.choose(page.getByRole('radio', { name: words.staff('requests.all'), exact: true }));
  const link = page.getByRole('main').getByRole('listitem').filter({ hasText: name }).getByRole('link', { name: words.staff(`right.${which}`) });
  await hand.press(link);
  await lead.look(words.staff(`right.${which}`));
}
