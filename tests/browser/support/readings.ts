import { expect } from '@playwright/test';
import type { Visitor } from './visitor.ts';
import { openMyData } from './youth.ts';

/** What a screen was told of a young person, held against what the audit log says was read. */

/** What the log may call what an address tells; of some addresses several things. */
const READ: [RegExp, string[]][] = [
  [/^\/people$/, ['name']],
  [/^\/youths$/, ['caseload', 'completions', 'name']],
  [/^\/work-list$/, ['caseload', 'name']],
  [/^\/youths\/[^/]+$/, ['trajectory', 'completions', 'name']],
  [/^\/youths\/[^/]+\/timeline$/, ['timeline', 'completions']],
  [/^\/youths\/[^/]+\/consents$/, ['consent']],
  [/^\/youths\/[^/]+\/overview$/, ['overview']],
  [/^\/youths\/[^/]+\/under-way$/, ['underWay']],
  [/^\/data-protection\/due$/, ['due']],
  [/^\/requests$/, ['request']],
  [/^\/audit-log$/, ['auditLog']],
];
const API = '/api/v1';

/** An answer that a person was given. */
interface Told {
  path: string;
  body: string;
}

/** Keeps every answer that this person's screens are given from now on. */
export function listen({ page }: Visitor): Told[] {
  const told: Told[] = [];
  page.on('response', async (response) => {
    const path = new URL(response.url()).pathname;
    if (!path.startsWith(API) || response.request().method() !== 'GET' || response.status() !== 200) return;
    if (!response.headers()['content-type']?.includes('json')) return;
    // What was left before its answer came was read by nobody.
    const body = await response.text().catch(() => '');
    told.push({ path: path.slice(API.length), body });
  });
  return told;
}

/** Whatever told of the youth is in the audit log under what it is, for this purpose, once; and nothing else is. */
export async function expectAllRead(youth: Visitor, by: { told: Told[]; purpose: string; name: string }[]): Promise<void> {
  const { page } = youth;
  const asked = page.waitForResponse((response) => response.url().includes('/audit-log?') && response.url().includes('byOthers=true'));
  await openMyData(youth);
  await youth.hand.press(page.getByRole('main').getByRole('link', { name: youth.words.youth('kept.read') }));
  const log = await (await asked).json();
  const id = new URL((await asked).url()).searchParams.get('person')!;
  expect(log.more, 'one page holds it all').toBe(false);
  for (const { told, purpose, name } of by) {
    const person = log.people.find((one: { name: string }) => one.name === name)?.id;
    const read: { read: string; purpose: string }[] = log.entries.filter((one: { actor: string; read?: string }) => one.actor === person && one.read);
    const kinds = read.map((one) => one.read).sort();
    expect(kinds, `${name}: each once`).toEqual([...new Set(kinds)]);
    for (const one of read) expect(one.purpose, `${name} reads ${one.read}`).toBe(purpose);
    const telling = told.filter(({ path, body }) => path.includes(id) || body.includes(id)).map(({ path }) => path);
    expect(telling.length, `${name} was told something`).toBeGreaterThan(0);
    const mayBe = new Set<string>();
    for (const path of new Set(telling)) {
      const known = READ.find(([address]) => address.test(path));
      if (!known) throw new Error(`say what ${path} tells of a youth`);
      expect(kinds.filter((kind) => known[1].includes(kind)), `${name} read ${path}`).not.toEqual([]);
      for (const kind of known[1]) mayBe.add(kind);
    }
    expect(kinds.filter((kind) => !mayBe.has(kind)), `${name} was not told`).toEqual([]);
  }
}
