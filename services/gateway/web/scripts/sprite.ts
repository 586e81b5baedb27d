import { readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/**
 * Puts the icons and the parts of people into index.html, at `<!-- sprite -->`:
 * they are there with the first byte and cost no JavaScript.
 */
const SPRITE = new URL('../src/ui/sprite.svg', import.meta.url);

export function sprite(): Plugin {
  return {
    name: 'stc-sprite',
    transformIndexHtml: (html) => html.replace('<!-- sprite -->', () => compact(readFileSync(SPRITE, 'utf8'))),
  };
}

function compact(svg: string): string {
  return svg.replace(/<!--.*?-->/gs, '').replace(/>\s+</g, '><').trim();
}
