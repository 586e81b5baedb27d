import { readdirSync, readFileSync } from 'node:fs';
import type { Plugin } from 'vite';

/** The exercises, a folder for each: what they ask and their own pictures. */
const CONTENT = new URL('../../../exercises/content/', import.meta.url);
const PICTURE = /([\w-]+\.svg)$/;

const files = () => readdirSync(CONTENT, { recursive: true, encoding: 'utf8' }).sort();
const read = (path: string) => readFileSync(new URL(path, CONTENT), 'utf8');

/** Every exercise, also in an older version. */
export function exercises(): unknown[] {
  return files().filter((path) => path.endsWith('.json')).map((path) => JSON.parse(read(path)));
}

/** Pictures that only one exercise has, beside those of all in `public/pictures`. */
export function picturesOfExercises(): { fileName: string; source: string }[] {
  return files().flatMap((path) => {
    const name = PICTURE.exec(path)?.[1];
    return name ? [{ fileName: `pictures/${name}`, source: read(path) }] : [];
  });
}

export function pictures(): Plugin {
  return {
    name: 'stc-pictures',
    apply: 'build',
    generateBundle() {
      for (const picture of picturesOfExercises()) this.emitFile({ type: 'asset', ...picture });
    },
  };
}
