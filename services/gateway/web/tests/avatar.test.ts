import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { codeOf, EXTRAS_MAX, lookOf } from '../src/ui/avatar.ts';
import { COLOURS, EXTRAS, HAIRS, SHADES, SKINS } from '../src/youth/avatar/parts.ts';
import { READY } from '../src/youth/avatar/ready.ts';

const CONTRACT = /^[a-z0-9]{1,12}(-[a-z0-9]{1,12}){0,5}$/;
const source = (path: string) => readFileSync(new URL(`../src/${path}`, import.meta.url), 'utf8');

describe('a figure', () => {
  it('is the same after being written as a code and read again', () => {
    for (const code of READY) expect(codeOf(lookOf(code))).toBe(code);
  });

  it('always has a code that the contract accepts', () => {
    for (const skin of SKINS)
      for (const hair of HAIRS)
        for (const colour of COLOURS)
          expect(codeOf({ skin, hair, shade: 'b', colour, extras: [...EXTRAS] })).toMatch(CONTRACT);
  });

  it('carries at most three extras', () => {
    expect(codeOf({ ...lookOf(null), extras: [...EXTRAS] }).split('-')).toHaveLength(3 + EXTRAS_MAX);
  });

  it('is somebody friendly when nobody chose yet', () => {
    expect(lookOf(null)).toEqual(lookOf('s2-h2b-teal'));
  });

  it('forgets the shade under a head covering', () => {
    expect(codeOf({ ...lookOf('s3-h2b-rose'), hair: 'hijab' })).toBe('s3-hijab-rose');
  });
});

describe('every part that can be chosen', () => {
  it('is drawn in the sprite', () => {
    const sprite = source('ui/sprite.svg');
    for (const hair of HAIRS.filter((name) => name !== 'h0')) expect(sprite).toContain(`id="${hair}-`);
  });

  it('has its colour in the stylesheet', () => {
    const css = source('ui/avatar.css');
    for (const colour of COLOURS.slice(1)) expect(css).toContain(`[data-wear='${colour}']`);
    for (const shade of SHADES.slice(1)) expect(css).toContain(`[data-shade='${shade}']`);
    for (const skin of SKINS.filter((name) => name !== 's2')) expect(css).toContain(`[data-skin='${skin}']`);
  });
});
