import { describe, expect, it } from 'vitest';
import { match } from '../src/lib/router.svelte.ts';

describe('matching an address', () => {
  it('takes the parts with a name', () => {
    expect(match('/exercise/:id', '/exercise/work-energy')).toEqual({ id: 'work-energy' });
    expect(match('/lead/people/:id/cards/:card', '/lead/people/p1/cards/c2')).toEqual({ id: 'p1', card: 'c2' });
  });

  it('knows the start page and does not mind a slash at the end', () => {
    expect(match('/', '/')).toEqual({});
    expect(match('/map', '/map/')).toEqual({});
  });

  it('does not match a longer, shorter or other address', () => {
    expect(match('/exercise/:id', '/exercise')).toBeNull();
    expect(match('/exercise/:id', '/exercise/')).toBeNull();
    expect(match('/exercise/:id', '/exercise/a/b')).toBeNull();
    expect(match('/map', '/overview')).toBeNull();
  });

  it('decodes what was encoded in the address', () => {
    expect(match('/domain/:domain', '/domain/vrije%20tijd')).toEqual({ domain: 'vrije tijd' });
  });
});
