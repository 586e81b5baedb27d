/** All the parts that a figure can be made of; the names are those of sprite.svg and avatar.css. */
export const SKINS = ['s1', 's2', 's3', 's4', 's5', 's6'] as const;
export const HAIRS = ['h0', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'h7', 'h8', 'h9', 'hijab', 'turban', 'cap', 'beanie'] as const;
export const SHADES = ['a', 'b', 'c', 'd', 'e', 'f', 'g'] as const;
export const COLOURS = ['teal', 'rose', 'blue', 'olive', 'violet', 'brick', 'sun', 'ink'] as const;
/** What somebody wears or uses besides clothes; more than one is fine. */
export const EXTRAS = ['glasses', 'hearing', 'earmuffs', 'wheelchair', 'beard'] as const;

export type Extra = (typeof EXTRAS)[number];
