// @ts-check
/** What a browser loads for a screen, from the manifest of the build. */

/** @typedef {Record<string, { file: string, src?: string, imports?: string[], dynamicImports?: string[], isDynamicEntry?: boolean }>} Manifest */

/** Words that screens do without, until they are shown. */
const LATER = /(shared|reason|trouble)-words|signin\/words/;

/**
 * The files of these entries with all that they import.
 * @param {Manifest} manifest
 * @param {string[]} keys
 * @param {Set<string>} [found]
 */
function filesOf(manifest, keys, found = new Set()) {
  for (const key of keys) {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the build`);
    if (found.has(chunk.file)) continue;
    found.add(chunk.file);
    filesOf(manifest, chunk.imports ?? [], found);
  }
  return found;
}

/**
 * The files of these entries with all that they import, and the words in a language that those ask for:
 * each chunk names them as what it imports later.
 * @param {Manifest} manifest
 * @param {string[]} keys
 * @param {string} lang
 */
export function filesIn(manifest, keys, lang) {
  const files = filesOf(manifest, keys);
  const chunks = Object.values(manifest).filter(({ file }) => files.has(file));
  const asked = chunks.flatMap(({ dynamicImports = [] }) => dynamicImports);
  return filesOf(manifest, asked.filter((key) => key.endsWith(`words.ts?lang=${lang}`) && !LATER.test(key)), files);
}

/**
 * What a device that was never here loads for the first screens, beside the page.
 * @param {string} lang
 * @returns {Record<'sign-in' | 'map', string[]>}
 */
export function firstScreens(lang) {
  return {
    'sign-in': ['index.html', 'src/signin/SignIn.svelte', `src/signin/words.ts?lang=${lang}`],
    map: ['index.html', 'src/youth/Youth.svelte'],
  };
}
