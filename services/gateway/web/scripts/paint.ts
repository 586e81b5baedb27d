import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, minify, type Plugin } from 'vite';
import type { Painted, Screen } from '../src/paint/screens.ts';
import { breaks } from './breaks.ts';
import { filesIn, firstScreens, type Manifest } from './manifest.mjs';
import { words } from './words.ts';

/**
 * Paints the first screens into pages, so that they are seen before any code is there: a page per language
 * of sign-in and of the map, one for each screen of staff, which asks for its code at once, and one with
 * nothing painted for every other address (`frame`). The gateway chooses among them
 * (services/gateway/src/static_files.rs), and src/paint/take-over.ts goes on from there.
 *
 * Invariant: a page holds nothing about anybody. Its screens are drawn by their own components.
 */
const WEB = new URL('../', import.meta.url).pathname;
const SCREENS = 'src/paint/screens.ts';
const BEFORE = 'src/paint/before.js';
const DRAWINGS = join(WEB, 'src/town/');
const LANGS = ['nl', 'fi', 'en'] as const;
const TITLE = 'Start To Can';
/** What every screen of staff stands in, and the words that it does not begin without. */
const FRAME = ['index.html', 'src/staff/Staff.svelte'];
const PROBLEMS = ['src/lib/shared-words.ts', 'src/lib/reason-words.ts'];
const PAGES = { 'sign-in': 'sign-in', map: 'at/map' };

type Drawings = Record<string, string>;
interface Drawn {
  drawings: Drawings;
  staff: Record<string, string>;
  painted: Record<(typeof LANGS)[number], Painted>;
}

export function paint(): Plugin {
  let dist: string;
  let before: { type: 'asset'; fileName: string; source: string };
  return {
    name: 'stc-paint',
    apply: 'build',
    configResolved: ({ build }) => void (dist = build.outDir),
    async buildStart() {
      const { code } = await minify(BEFORE, readFileSync(join(WEB, BEFORE), 'utf8'));
      const hash = createHash('sha256').update(code).digest('hex').slice(0, 8);
      before = { type: 'asset', fileName: `assets/before-${hash}.js`, source: code };
    },
    transformIndexHtml: { order: 'post', handler: (html) => styleFirst(replaced(html, BEFORE, before.fileName)) },
    generateBundle() {
      this.emitFile(before);
    },
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler() {
        const { drawings, painted, staff } = await drawn();
        const strange = Object.values(drawings).find((url) => !existsSync(join(WEB, dist, url)));
        if (strange) throw new Error(`${strange} is not what the app fetches; see scripts/paint.ts`);
        const page = readFileSync(join(WEB, dist, 'index.html'), 'utf8');
        const manifest: Manifest = JSON.parse(readFileSync(join(WEB, dist, '.vite/manifest.json'), 'utf8'));
        for (const lang of LANGS) {
          const write = (name: string, html: string) => {
            const file = join(WEB, dist, 'pages', lang, `${name}.html`);
            mkdirSync(dirname(file), { recursive: true });
            writeFileSync(file, html);
          };
          const inLang = pageIn(lang, page, painted[lang]);
          write('frame', inLang);
          for (const [address, screen] of Object.entries(staff)) {
            write(`at/${address}`, preloading(inLang, filesIn(manifest, [...FRAME, screen, ...PROBLEMS.map((words) => `${words}?lang=${lang}`)], lang)));
          }
          for (const screen of ['sign-in', 'map'] as const) {
            const early = preloading(inLang, filesIn(manifest, firstScreens(lang)[screen], lang));
            write(PAGES[screen], pageOf(early, painted[lang][screen], drawings));
          }
        }
      },
    },
  };
}

/** Without its style nothing is painted, so that is asked for first. */
export function styleFirst(page: string): string {
  const [style = ''] = /^ *<link rel="stylesheet".*\n/m.exec(page) ?? [];
  return replaced(replaced(page, style, ''), /^ *<script/m, `${style}$&`);
}

/** The page with what it says of itself in this language. */
export function pageIn(lang: string, page: string, { description, noScript }: Pick<Painted, 'description' | 'noScript'>): string {
  return [
    [/<html lang="\w+">/, `<html lang="${lang}">`],
    [/(<meta name="description" content=")[^"]*/, `$1${description}`],
    [/(<noscript><p>)[^<]*/, `$1${noScript}`],
  ].reduce((all, [from, to]) => replaced(all, from!, to as string), page);
}

/** The page that asks at once for all of this code, of which some would otherwise ask for more. */
export function preloading(page: string, files: Iterable<string>): string {
  const unknown = [...files].filter((file) => !page.includes(`/${file}"`));
  const preloads = unknown.map((file) => `    <link rel="modulepreload" crossorigin href="/${file}">\n`).join('');
  return replaced(page, '  </head>', `${preloads}  </head>`);
}

/**
 * The page with a screen painted beside the place of the app, which is hidden until its own screen is there.
 * What the painting needs comes before the code.
 */
export function pageOf(page: string, { title, html }: Screen, drawings: Drawings): string {
  const painted = withDrawings(html.replace(/<!--.*?-->/gs, ''), drawings);
  return [
    [`<title>${TITLE}</title>`, `<title>${title} · ${TITLE}</title>`],
    [/<link rel="modulepreload"/g, '$& fetchpriority="low"'],
    ['<div id="app"></div>', `<div id="app" hidden></div>\n    <div id="paint">${painted}</div>`],
  ].reduce((all, [from, to]) => replaced(all, from!, to as string), page);
}

/** The land with its buildings, as src/town/Scene.svelte puts them there. */
function withDrawings(html: string, drawings: Drawings): string {
  const drawing = (name: string) => {
    const svg = readFileSync(DRAWINGS + name, 'utf8').replace(/<!--.*?-->/gs, '').replace(/>\s+</g, '><').trim();
    return replaced(svg, '<svg', `<svg class="${name.replace('.svg', '')}" data-url="${drawings[name]}"`);
  };
  const lands = html.includes('class="map') ? ['land-tall.svg', 'land-wide.svg'] : ['welcome.svg'];
  return replaced(html, /(<div class="scene" aria-hidden="true">)/, `$1<div class="places">${drawing('places.svg')}</div>${lands.map(drawing).join('')}`);
}

function replaced(text: string, from: string | RegExp, to: string): string {
  const found = typeof from === 'string' ? text.includes(from) : from.test(text);
  if (!found) throw new Error(`${from} is not in the page; see scripts/paint.ts`);
  return typeof from === 'string' ? text.replace(from, () => to) : text.replace(from, to);
}

/** Builds the screens for the server side of Svelte and draws them where there is nothing of a browser but what they ask first. */
async function drawn(): Promise<Drawn> {
  const dir = mkdtempSync(join(WEB, 'node_modules/.paint-'));
  try {
    await build({
      root: WEB,
      configFile: false,
      logLevel: 'warn',
      plugins: [breaks(), words(), screensByName(), svelte()],
      build: {
        ssr: SCREENS,
        outDir: dir,
        assetsInlineLimit: 0,
        target: 'node20',
        rolldownOptions: { output: { entryFileNames: 'screens.mjs', codeSplitting: false } },
      },
    });
    return await inWorker(join(dir, 'screens.mjs'));
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

/** In place of a screen of staff, its name: the table of routes says where each stands, and none of them is drawn. */
function screensByName(): Plugin {
  const NAMED = '\0screen:';
  return {
    name: 'stc-screens-by-name',
    enforce: 'pre',
    resolveId: (id, importer) => (importer?.endsWith('src/staff/routes.ts') && id.endsWith('.svelte') ? NAMED + relative(WEB, resolve(dirname(importer), id)) + '.name' : null),
    load: (id) => (id.startsWith(NAMED) ? `export default ${JSON.stringify(id.slice(NAMED.length, -'.name'.length))}` : null),
  };
}

const IN_WORKER = `
  const { parentPort, workerData } = require('node:worker_threads');
  const never = () => new Promise(() => {});
  const nothing = () => {};
  const root = { lang: 'nl', dataset: {} };
  Object.assign(globalThis, {
    window: {}, isSecureContext: true, fetch: never, matchMedia: () => ({ matches: false }),
    location: { pathname: '/map', search: '', hash: '', origin: '' },
    history: { pushState: nothing, replaceState: nothing }, scrollTo: nothing,
    addEventListener: nothing, removeEventListener: nothing,
    document: { documentElement: root, addEventListener: nothing, querySelector: () => null },
  });
  Object.defineProperty(globalThis, 'navigator', { value: { languages: [], onLine: true } });
  import(workerData.file).then(async ({ drawings, screensIn, staffScreens }) => {
    const painted = {};
    for (const lang of workerData.langs) painted[lang] = await screensIn(lang);
    parentPort.postMessage({ drawings, painted, staff: await staffScreens() });
  });
`;

function inWorker(file: string): Promise<Drawn> {
  const worker = new Worker(IN_WORKER, { eval: true, workerData: { file, langs: LANGS } });
  return new Promise<Drawn>((done, failed) => worker.once('message', done).once('error', failed)).finally(() => worker.terminate());
}
