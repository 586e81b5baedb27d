import points from 'virtual:breaks';
import { afterAll, expect, it } from 'vitest';
import { breaksOf } from '../scripts/breaks.ts';
import { exercises } from '../scripts/content.ts';
import { setLang } from '../src/lib/i18n.svelte.ts';
import { breakable } from '../src/youth/breaks.ts';

const shown = (text: string) => breakable(text).replaceAll('\u00ad', '|');
afterAll(() => setLang('nl'));

it('breaks the long words of the exercises where Finnish has its syllables', async () => {
  await setLang('fi');
  expect(shown('Kokemus harjoittelupaikasta')).toBe('Kokemus har|joit|te|lu|pai|kas|ta');
  expect(shown('Ystävä videopuhelussa')).toBe('Ystävä vi|de|o|pu|he|lus|sa');
  expect(shown('Oma huone')).toBe('Oma huone');
});

it('breaks a word in its own language only', async () => {
  await setLang('nl');
  expect(shown('Boodschappen doen')).toBe('Bood|schap|pen doen');
  expect(shown('harjoittelupaikasta')).toBe('harjoittelupaikasta');
});

it('knows every long word of every exercise, and changes nothing but where it may break', () => {
  expect(points).toEqual(breaksOf(exercises()));
  const words = Object.values(points).flatMap((known) => Object.entries(known));
  expect(words.length).toBeGreaterThan(15);
  for (const [word, broken] of words) {
    expect(broken.replaceAll('\u00ad', '')).toBe(word);
    expect(broken, word).toContain('\u00ad');
  }
});

it('leaves the exercises themselves without marks, for names, searches and voices', () => {
  expect(JSON.stringify(exercises())).not.toMatch(/\u00ad/);
});
