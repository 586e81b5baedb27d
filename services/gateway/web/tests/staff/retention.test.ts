import { expect, it } from 'vitest';
import type { Held, Holds } from '../../src/lib/api.ts';
import { find } from '../../src/lib/routes.ts';
import { findHold } from '../../src/staff/retention/holds.ts';
import { ROUTES } from '../../src/staff/routes.ts';

const held = (subject: string): Held => ({ subject, name: 'Noor', hold: { ground: 'legalClaim', placedOn: '2026-11-30', until: null } });

/** Two pages, and which were asked for. */
function pages(): { asked: (string | undefined)[]; ask: (query: { page?: string }) => Promise<Holds> } {
  const asked: (string | undefined)[] = [];
  const ask = async ({ page }: { page?: string }): Promise<Holds> => {
    asked.push(page);
    return page ? { items: [held('sam')], nextPage: null, total: 2 } : { items: [held('noor')], nextPage: '50', total: 2 };
  };
  return { asked, ask };
}

it('finds what holds somebody on whichever page, and asks for no more pages than it needs', async () => {
  const first = pages();
  expect((await findHold(first.ask, 'noor'))?.subject).toBe('noor');
  expect(first.asked).toEqual([undefined]);
  const second = pages();
  expect((await findHold(second.ask, 'sam'))?.subject).toBe('sam');
  expect(second.asked).toEqual([undefined, '50']);
});

it('knows that nothing holds whoever is on no page', async () => {
  expect(await findHold(pages().ask, 'els')).toBeNull();
});

it('lets a lead hold somebody, and an officer only read', () => {
  const at = (role: 'lead' | 'officer', path: string) => find(ROUTES[role], `/${role}${path}`, `/${role}`);
  expect(at('lead', '/retention/noor')?.params).toEqual({ id: 'noor' });
  expect(at('officer', '/retention/noor')).toBeUndefined();
  for (const role of ['lead', 'officer'] as const) expect(at(role, '/retention/e1/certificate')?.params).toEqual({ id: 'e1' });
});
