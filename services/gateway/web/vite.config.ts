import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { breaks } from './scripts/breaks.ts';
import { chunkFileNames, codeSplitting } from './scripts/chunks.ts';
import { pictures } from './scripts/content.ts';
import { paint } from './scripts/paint.ts';
import { serviceWorker } from './scripts/service-worker.ts';
import { sprite } from './scripts/sprite.ts';
import { words } from './scripts/words.ts';

// The gateway during development; it serves the built app itself in production.
const gateway = process.env['STC_GATEWAY'] ?? 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [breaks(), words(), svelte(), sprite(), pictures(), serviceWorker(), paint()],
  build: {
    target: ['chrome100', 'firefox100', 'safari16.4'],
    cssTarget: ['chrome100', 'firefox100', 'safari15.4'],
    // The policy allows no inline scripts, and a picture as a file is cached on its own.
    assetsInlineLimit: 0,
    // One small stylesheet, and preloading by the page only: more would need code in the first screen.
    cssCodeSplit: false,
    modulePreload: { polyfill: false, resolveDependencies: (_file, deps, { hostType }) => (hostType === 'html' ? deps : []) },
    manifest: true,
    rolldownOptions: {
      output: { codeSplitting, chunkFileNames },
      // Svelte does not say so itself; without it every part of it would come with the first screen.
      treeshake: { moduleSideEffects: [{ test: /node_modules\/svelte\//, sideEffects: false }] },
    },
  },
  server: { proxy: { '/api': { target: gateway, changeOrigin: true } } },
  test: { include: ['tests/**/*.test.ts'], setupFiles: ['tests/setup.ts'] },
});
