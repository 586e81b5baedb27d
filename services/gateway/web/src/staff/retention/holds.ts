import type { Held, Holds } from '../../lib/api.ts';

/** What holds this one, looked for page by page; `null` if nothing does. */
export async function findHold(ask: (query: { page?: string }) => Promise<Holds>, subject: string): Promise<Held | null> {
  for (let page: string | null | undefined; page !== null; ) {
    const answer: Holds = await ask(page ? { page } : {});
    const found = answer.items.find((one) => one.subject === subject);
    if (found) return found;
    page = answer.nextPage;
  }
  return null;
}
