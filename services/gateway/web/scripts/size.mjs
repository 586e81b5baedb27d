// Fails when a screen needs more JavaScript than its budget: what a cheap phone loads first, and what each
// route adds to it, with the words of one language. `--files` names them.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { filesIn, firstScreens } from './manifest.mjs';

const FIRST_BYTES = 32_000;
const ROUTE_BYTES = { youth: 10_000, staff: 25_000 };
const DIST = new URL('../dist/', import.meta.url);
const manifest = JSON.parse(readFileSync(new URL('.vite/manifest.json', DIST), 'utf8'));
const LANGS = ['nl', 'fi', 'en'];
/** What the page runs before it is painted. */
const BEFORE = readdirSync(new URL('assets/', DIST)).filter((name) => name.startsWith('before-')).map((name) => `assets/${name}`);
/** A later screen adds to the map, or to the frame of staff. */
const FRAME = 'src/staff/Staff.svelte';
function weigh(name, keys, lang, budget, before = new Set()) {
  const files = [...BEFORE, ...filesIn(manifest, keys, lang)].filter((file) => !before.has(file));
  const bytes = files.reduce((sum, file) => sum + gzipped(file), 0);
  return { name, lang, bytes, budget, files };
}

const gzipped = (file) => gzipSync(readFileSync(new URL(file, DIST)), { level: 9 }).length;
const isLazy = ([key, chunk]) => chunk.isDynamicEntry && /^src\/(youth|staff)\/.*\.svelte$/.test(key) && key !== 'src/youth/Youth.svelte';
const routes = Object.entries(manifest).filter(isLazy).map(([key]) => key).sort();
const weighed = [];
for (const lang of LANGS) {
  const first = Object.entries(firstScreens(lang)).map(([name, keys]) => weigh(name, keys, lang, FIRST_BYTES));
  weighed.push(...first);
  const [signIn, map] = first.map(({ files }) => new Set(files));
  const frame = new Set([...signIn, ...weigh('frame', [FRAME], lang, 0, signIn).files]);
  for (const key of routes) {
    const part = key.split('/')[1];
    const before = part === 'youth' ? map : key === FRAME ? signIn : frame;
    weighed.push(weigh(key.replace(/^src\/|\.svelte$/g, ''), [key], lang, ROUTE_BYTES[part], before));
  }
}

const names = [...new Set(weighed.map(({ name }) => name))];
console.log(`${'bytes, compressed'.padEnd(34)}${LANGS.map((lang) => lang.padStart(8)).join('')}  budget`);
for (const name of names) {
  const those = weighed.filter((one) => one.name === name);
  console.log(`${name.padEnd(34)}${those.map(({ bytes }) => String(bytes).padStart(8)).join('')}${String(those[0].budget).padStart(8)}`);
  if (process.argv.includes('--files')) for (const file of those[0].files) console.log(`    ${String(gzipped(file)).padStart(6)} ${file}`);
}
const over = weighed.filter(({ bytes, budget }) => bytes > budget);
for (const { name, lang, bytes, budget } of over) console.error(`${name} in ${lang} is ${bytes - budget} bytes over its budget: load the rest later with import().`);
const strays = weighed.filter(({ name, files }) => !name.startsWith('staff') && files.some((file) => /staff/i.test(file)));
for (const { name } of strays) console.error(`${name} loads code for staff.`);
if (over.length > 0 || strays.length > 0) process.exit(1);
