// Fails when the first screens of a youth need more JavaScript than a cheap phone should load.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const BUDGET_BYTES = 20_000;
const DIST = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8'));

/** The entry with one language, and the lazily loaded parts of each start screen. */
const START = ['index.html', 'src/i18n/nl.ts'];
const screens = {
  'sign-in': [...START, 'src/signin/SignIn.svelte', 'src/signin/words.ts', 'src/i18n/signin.nl.ts'],
  map: [...START, 'src/youth/Youth.svelte', 'src/youth/map/Map.svelte'],
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
for (const [screen, keys] of Object.entries(screens)) {
  const files = [...filesOf(keys)];
  const staff = files.filter((file) => /staff/i.test(file));
  const bytes = files.reduce((sum, file) => sum + gzipped(file), 0);
  over ||= bytes > BUDGET_BYTES || staff.length > 0;
  console.log(`${screen}: ${(bytes / 1000).toFixed(1)} kB gzipped of ${BUDGET_BYTES / 1000} kB, ${files.length} files`);
  if (process.argv.includes('--files')) for (const file of files) console.log(`  ${gzipped(file)} ${file}`);
  if (staff.length > 0) console.error(`  loads code for staff: ${staff.join(', ')}`);
}
if (over) {
  console.error('Too much for the first screen: load the rest later with import().');
  process.exit(1);
}
