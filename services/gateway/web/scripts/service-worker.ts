import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';
import { picturesOfExercises } from './content.ts';

/**
 * Writes /sw.js: the source with the list of files that a youth needs without
 * internet, and a version that changes whenever the content of any file does,
 * pictures and the page itself included.
 */
const SOURCE = new URL('../src/service-worker.js', import.meta.url);
const PUBLIC = new URL('../public/', import.meta.url);
const STAFF = /staff/i;

export function serviceWorker(): Plugin {
  return {
    name: 'stc-service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const built = Object.values(bundle).filter((file) => file.fileName.startsWith('assets/'));
        const files = built
          .filter((file) => !STAFF.test(ownersOf(file)))
          .map((file) => `/${file.fileName}`)
          .sort();
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('Vite changed: no index.html in the bundle; see scripts/service-worker.ts');
        const worker = readFileSync(SOURCE, 'utf8');
        const version = versionOf([worker, page.source, ...built.map(({ fileName }) => fileName).sort(), ...publicFiles(), ...picturesOfExercises().map(({ source }) => source)]);
        const source = worker
          .replace("'__VERSION__'", JSON.stringify(version))
          .replace('[/* shell */]', JSON.stringify(files));
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}

/** Names of assets tell their content already. */
function versionOf(parts: (string | Uint8Array)[]): string {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 12);
}

function publicFiles(): (string | Uint8Array)[] {
  const names = readdirSync(PUBLIC, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = names.map((entry) => `${entry.parentPath}/${entry.name}`).sort();
  return paths.flatMap((path) => [path.slice(PUBLIC.pathname.length), readFileSync(path)]);
}

function ownersOf(file: { fileName: string; moduleIds?: string[] }): string {
  return file.moduleIds?.some((id) => id.includes('/src/staff/')) ? 'staff' : file.fileName;
}
