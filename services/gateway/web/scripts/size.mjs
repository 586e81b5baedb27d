// Fails when a first screen of a youth needs more JavaScript than a cheap phone should load.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_BYTES = 22_000;
const DIST = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8'));

/** What each first screen loads, in one language: the entry, the shared words and its own lazy parts. */
const screens = {
  'sign-in': (lang) => ['index.html', `src/i18n/${lang}.ts`, 'src/signin/SignIn.svelte', `src/i18n/signin.${lang}.ts`],
  map: (lang) => ['index.html', `src/i18n/${lang}.ts`, 'src/youth/Youth.svelte'],
};

function filesOf(keys, found = new Set()) {
  for (const key of keys) {
    const chunk = manifest[key];
    if (!chunk) throw new Error(`${key} is not in the build`);
    if (found.has(chunk.file)) continue;
    found.add(chunk.file);
    filesOf(chunk.imports ?? [], found);
  }
  return found;
}

const gzipped = (file) => gzipSync(readFileSync(new URL(file, DIST)), { level: 9 }).length;
let over = false;
for (const [screen, keysIn] of Object.entries(screens)) {
  for (const lang of ['nl', 'fi', 'en']) {
    const files = [...filesOf(keysIn(lang))];
    const bytes = files.reduce((sum, file) => sum + gzipped(file), 0);
    const staff = files.filter((file) => /staff/i.test(file));
    over ||= bytes > BUDGET_BYTES || staff.length > 0;
    console.log(`${screen} in ${lang}: ${bytes} bytes gzipped of ${BUDGET_BYTES}, ${files.length} files`);
    if (process.argv.includes('--files')) for (const file of files) console.log(`  ${gzipped(file)} ${file}`);
    if (staff.length > 0) console.error(`  loads code for staff: ${staff.join(', ')}`);
  }
}
if (over) {
  console.error('Too much for the first screen: load the rest later with import().');
  process.exit(1);
}
