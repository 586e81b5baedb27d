import { readFile } from 'node:fs/promises';
import { parseAst, transformWithOxc, type Plugin } from 'vite';

/**
 * Sentences stand in all languages beside each other, in a call of `dictionary`; a browser loads the one
 * that is spoken. So `words.ts` becomes loaders of `words.ts?lang=nl` and its sisters, each with the
 * sentences of its language alone.
 *
 * Invariant: a sentence that is missing in a language stops the build.
 */
const LANGS = ['nl', 'fi', 'en'] as const;
const FILE = /words\.ts$/;
const IN_LANG = /words\.ts\?lang=(\w+)$/;
const SENTENCES = /sentences\.ts$/;

interface Node {
  type: string;
  start: number;
  end: number;
  [key: string]: any;
}

export function words(): Plugin {
  return {
    name: 'stc-words',
    enforce: 'pre',
    async load(id) {
      if (!IN_LANG.test(id)) return null;
      const file = id.split('?')[0]!;
      this.addWatchFile(file);
      return readFile(file, 'utf8');
    },
    async transform(source, id) {
      const lang = IN_LANG.exec(id)?.[1];
      if (!lang && !FILE.test(id)) return null;
      const file = id.split('?')[0]!;
      const { code } = await transformWithOxc(source, file);
      const body = parseAst(code).body as unknown as Node[];
      const call = body.map(called).find(Boolean);
      if (!call) return null;
      return { code: lang ? inOne(lang, code, body, call, file) : loaders(code, call, file), map: null };
    },
  };
}

/** The call of `dictionary` in `export const words = dictionary({…})`. */
function called(statement: Node): Node | undefined {
  const made: Node | undefined = statement['declaration']?.declarations?.[0]?.init;
  return made?.type === 'CallExpression' && made['callee'].name === 'dictionary' ? made : undefined;
}

/** The module of one language: what it imports for its sentences, and those. */
function inOne(lang: string, code: string, body: Node[], call: Node, file: string): string {
  const text = (node: Node) => code.slice(node.start, node.end);
  const imports = body.filter(({ type, source }) => type === 'ImportDeclaration' && !SENTENCES.test(source.value));
  const sentences = (call['arguments'][0].properties as Node[]).map(({ key, value }) => {
    const sentence = (value?.properties as Node[] | undefined)?.find((one) => one['key'].name === lang);
    if (!sentence) throw new Error(`${file}: ${text(key)} is not there in ${lang}`);
    return `${text(key)}: ${text(sentence['value'])},`;
  });
  return `${imports.map(text).join('\n')}\nexport default {\n${sentences.join('\n')}\n};`;
}

function loaders(code: string, { callee, arguments: [sentences] }: Node, file: string): string {
  const name = file.split('/').at(-1);
  const each = LANGS.map((lang) => `${lang}: () => import('./${name}?lang=${lang}')`);
  const before = code.slice(0, callee.start).replace(/^import \{ dictionary\b.* from '(.*)sentences\.ts'|^import \{ dictionary\b.* from "(.*)sentences\.ts"/m, (_, one, other) => `import { loaded } from '${one ?? other}i18n.svelte.ts'`);
  return `${before}loaded({ ${each.join(', ')} }${code.slice(sentences.end)}`;
}
