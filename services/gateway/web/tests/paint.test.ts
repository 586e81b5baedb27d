import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { filesIn } from '../scripts/manifest.mjs';
import { pageIn, pageOf, preloading, styleFirst } from '../scripts/paint.ts';

const BUILT = readFileSync(new URL('../index.html', import.meta.url), 'utf8')
  .replace(/^.*app\.css.*\n/m, '')
  .replace('  </head>', '    <link rel="modulepreload" crossorigin href="/assets/start.js">\n    <link rel="stylesheet" href="/assets/style.css">\n  </head>');
const SCENE = '<div class="scene" aria-hidden="true"></div>';
const DRAWINGS = { 'places.svg': '/assets/places.svg', 'welcome.svg': '/assets/welcome.svg', 'land-tall.svg': '/assets/tall.svg', 'land-wide.svg': '/assets/wide.svg' };
const painted = (html: string, early: string[] = []) => pageOf(preloading(BUILT, early), { title: 'Welkom', html }, DRAWINGS);

describe('a page', () => {
  it('says in its language what it is, and what it needs', () => {
    const page = pageIn('fi', BUILT, { description: 'Ota selvää.', noScript: 'Ota JavaScript käyttöön.' });
    expect(page).toContain('<html lang="fi">');
    expect(page).toContain('<meta name="description" content="Ota selvää." />');
    expect(page).toContain('<noscript><p>Ota JavaScript käyttöön.</p></noscript>');
    expect(page).not.toMatch(/Ontdek|Zet JavaScript/);
  });

  it('asks for its style before its code', () => {
    const page = styleFirst(BUILT);
    expect(page.indexOf('rel="stylesheet"')).toBeLessThan(page.indexOf('<script'));
    expect(page.match(/rel="stylesheet"/g)).toHaveLength(1);
  });

  it('that is not as it was made to be stops the build', () => {
    expect(() => pageOf('<html></html>', { title: 'Welkom', html: SCENE }, DRAWINGS)).toThrow('see scripts/paint.ts');
    expect(() => painted('<main></main>')).toThrow('see scripts/paint.ts');
  });
});

describe('a screen that is painted', () => {
  it('stands beside the app, which is hidden until it is there', () => {
    const page = painted(`<!--[--><main>${SCENE}</main><!--]-->`);
    expect(page).toContain('<title>Welkom · Start To Can</title>');
    expect(page).toMatch(/<div id="app" hidden><\/div>\s*<div id="paint"><main><div class="scene"/);
    expect(page).not.toContain('<!--[');
  });

  it('has its drawings with the address from which the app would fetch them', () => {
    expect(painted(SCENE)).toMatch(/<div class="places"><svg class="places" data-url="\/assets\/places.svg".*<\/div><svg class="welcome" data-url="\/assets\/welcome.svg"/s);
    const map = painted(`<main class="map">${SCENE}</main>`);
    expect(map).toContain('<svg class="land-tall" data-url="/assets/tall.svg"');
    expect(map).toContain('<svg class="land-wide" data-url="/assets/wide.svg"');
  });

  it('asks for its code once, after what it needs to be seen', () => {
    const page = painted(SCENE, ['assets/start.js', 'assets/door.js']);
    expect(page.match(/start\.js/g)).toHaveLength(1);
    expect(page).toContain('<link rel="modulepreload" fetchpriority="low" crossorigin href="/assets/door.js">');
  });

  it('has neither script nor style within, which the policy would refuse', () => {
    expect(painted(SCENE)).not.toMatch(/<script(?![^>]* src=)|<style|\sstyle=|\son\w+=/);
  });
});

describe('what a screen loads', () => {
  const manifest = {
    page: { file: 'page.js', imports: ['part'], dynamicImports: ['src/a/words.ts?lang=nl', 'src/a/words.ts?lang=fi', 'src/lib/shared-words.ts?lang=nl', 'later'] },
    part: { file: 'part.js', dynamicImports: ['src/b/words.ts?lang=nl'] },
    later: { file: 'later.js' },
    'src/a/words.ts?lang=nl': { file: 'a.nl.js' },
    'src/a/words.ts?lang=fi': { file: 'a.fi.js' },
    'src/b/words.ts?lang=nl': { file: 'b.nl.js', imports: ['part'] },
    'src/lib/shared-words.ts?lang=nl': { file: 'shared.nl.js' },
  };

  it('is its code and its words in one language, without those that come later', () => {
    expect([...filesIn(manifest, ['page'], 'nl')].sort()).toEqual(['a.nl.js', 'b.nl.js', 'page.js', 'part.js']);
  });

  it('is known in the build', () => {
    expect(() => filesIn(manifest, ['gone'], 'nl')).toThrow('gone is not in the build');
  });
});
