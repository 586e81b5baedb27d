import { describe, expect, it } from 'vitest';
import { find, type Route } from '../src/lib/routes.ts';

const load = (name: string) => async () => ({ default: name as never });
const diary = { load: load('diary'), stays: true } as const;
const ROUTES: Route[] = [
  { ...diary, path: '', within: [{ ...diary, path: '/:id' }, { ...diary, path: '/:id/:part(step|closing)' }] },
  { path: '/table/1', load: load('table'), params: { table: 1 } },
  { path: '/people', load: load('people'), within: [{ path: '/new', load: load('new') }] },
];
const at = (address: string) => find(ROUTES, address, '/coach');

describe('a screen', () => {
  it('is found at its address, with the parts of it and what belongs to it', () => {
    expect(at('/coach/noor/step')?.params).toEqual({ id: 'noor', part: 'step' });
    expect(at('/coach/table/1')?.params).toEqual({ table: 1 });
    expect(at('/coach/noor/nothing')).toBeUndefined();
    expect(find(ROUTES, '/lead', '/coach')).toBeUndefined();
  });

  it('knows its section', () => {
    expect(at('/coach/people/new')?.section.path).toBe('/people');
    expect(at('/coach/noor')?.section.path).toBe('');
  });

  it('that stays is the same one at each of its addresses; any other is made anew', () => {
    expect(new Set(['/coach', '/coach/noor', '/coach/jelle/step'].map((address) => at(address)?.key)).size).toBe(1);
    expect(at('/coach/table/1')?.key).not.toBe(at('/coach/people/new')?.key);
  });
});
