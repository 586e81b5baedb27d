import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Writes /sw.js: the source with the list of files that a youth needs without
 * internet, and a version that changes when any of them does.
 */
const SOURCE = new URL('../src/service-worker.js', import.meta.url);
const STAFF = /staff/i;

export function serviceWorker(): Plugin {
  return {
    name: 'stc-service-worker',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const files = Object.values(bundle)
          .filter((file) => file.fileName.startsWith('assets/') && !STAFF.test(ownersOf(file)))
          .map((file) => `/${file.fileName}`)
          .sort();
        const version = createHash('sha256').update(files.join()).digest('hex').slice(0, 12);
        const source = readFileSync(SOURCE, 'utf8')
          .replace("'__VERSION__'", JSON.stringify(version))
          .replace('[/* shell */]', JSON.stringify(files));
        this.emitFile({ type: 'asset', fileName: 'sw.js', source });
      },
    },
  };
}

function ownersOf(file: { fileName: string; moduleIds?: string[] }): string {
  return file.moduleIds?.some((id) => id.includes('/src/staff/')) ? 'staff' : file.fileName;
}
