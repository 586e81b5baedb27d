import type { Plugin } from 'vite';

/**
 * Leaves `import()` as the browser has it. Vite wraps it to fetch stylesheets and
 * preloads first; this app has one stylesheet and preloads nothing.
 */
const HELPER = /vite\/preload-helper\.js$/;

export function plainImport(): Plugin {
  return {
    name: 'stc-plain-import',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      if (!HELPER.test(id)) return null;
      if (!code.includes('__vitePreload')) throw new Error('Vite changed: no __vitePreload; see scripts/plain-import.ts');
      return { code: 'export const __vitePreload = (load) => load();', map: null };
    },
  };
}
