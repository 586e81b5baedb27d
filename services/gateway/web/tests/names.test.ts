import { expect, test } from 'vitest';

/** What people wrote stands in a `<bdi>`: a name in another script must not turn the words around it. */
const screens = import.meta.glob<string>('../src/{staff,youth}/**/*.svelte', { eager: true, query: '?raw', import: 'default' });
/** The name of a colour, the notes under a table, and a count in the menu: nobody wrote them. */
const OURS = /Swatches|TableNotes|Frame/;
const BARE = /(?<!<bdi>)(?<!=)\{(\w+\??\.)*(name|note|own)\}(?=\s*<)/;
/** A name filled into a sentence as text: only for what is spoken. */
const FILLED = /\bt\w?\([^)]*\{ (name|coach|old|q|centre): /;

test('a name, a note and own words never stand bare on a screen', () => {
  const bare = Object.entries(screens).filter(([path, text]) => !OURS.test(path) && BARE.test(text));
  expect(bare.map(([path]) => path)).toEqual([]);
});

test('a name in a sentence is filled in by the sentence, unless it is only spoken', () => {
  const lines = Object.values(screens).flatMap((text) => text.split('\n'));
  expect(lines.filter((line) => FILLED.test(line) && !line.includes('announce('))).toEqual([]);
});
