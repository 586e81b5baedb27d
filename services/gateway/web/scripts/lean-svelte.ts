import type { Plugin } from 'vite';

/**
 * Lets the bundler leave out what this app never uses of the Svelte runtime:
 * hydration (there is no server rendering), legacy components, tracing, templates
 * that await, forks and error boundaries. Svelte asks variables at run time; here
 * the question gets its answer at build time, so that what is behind it falls away.
 * It saves a youth's phone a third of the runtime.
 *
 * Invariant: every name is still where it was, otherwise the build stops.
 */
const SVELTE = /node_modules\/svelte\/src\/(?!compiler)(.+\.js)$/;
const FALSE_NAMES = ['hydrating', 'async_mode_flag', 'legacy_mode_flag', 'tracing_mode_flag', 'DEV'];
const FALSE_READ = new RegExp(`(?<![\\w.'"\`])(${FALSE_NAMES.join('|')})\\b(?!['"\`:])`, 'g');
/** Questions that only async mode answers with yes. */
const FALSE_ASKED = /\b(this|batch|current_batch\??)\.is_fork\b(?! =)|(?<!function )\bshould_defer_append\(\)|this\.#is_deferred\(\)/g;
const IMPORT_LIST = /import \{([^}]*)\} from/g;
const DEFINITIONS = new Set(['internal/flags/index.js', 'internal/client/dom/hydration.js']);

/** Conditions that are always the same here. */
const ALWAYS: Record<string, [before: string, after: string]> = {
  // Async mode is off, so the compiler gives no expression to wait for.
  'internal/client/reactivity/async.js': ['if (async.length === 0 && pending.length === 0) {', 'if (true) {'],
  // The policy of the page forbids style attributes, so there is only ever the `style:` directive.
  'internal/shared/attributes.js': ['if (value) {\n\t\t\t// strip comments', 'if (false) {\n\t\t\t// strip comments'],
};

/**
 * Spreading attributes, awaiting and dynamic elements need much of files that the
 * start needs little of. They get copies (`?later`) of those, which hold no state.
 */
const LATER_USERS = /blocks\/(await|svelte-element)\.js$|\?later$/;
const LATER_COPIES = /(?<=from '(?:\.\.\/)+)(?:utils|shared\/utils|reactivity\/async|hydration|misc)\.js(?=')/g;
const INDEX_FILE = 'internal/client/index.js';
const ATTRIBUTES = /^export \{([^}]*\battribute_effect\b[^}]*)\} from '(\.\/dom\/elements\/attributes\.js)';$/m;
const SPREADS = ['attribute_effect', 'set_attributes'];

/** Methods that only async mode calls; a minifier cannot see that. */
const BATCH_FILE = 'internal/client/reactivity/batch.js';
const ASYNC_METHODS = ['#commit', '#is_deferred', '#is_skipped', 'increment', 'decrement', 'settled'];

/** What `mount` needs of a boundary: a place for the children. Whoever adds a `<svelte:boundary>` takes this out. */
const BOUNDARY_FILE = 'internal/client/dom/blocks/boundary.js';
const BOUNDARY = `
import { block, branch } from '../../reactivity/effects.js';
export function boundary(node, props, children) {
	if (props.failed || props.onerror) throw new Error('this build has no error boundaries');
	block(() => { branch(() => children(node)); });
}
export const pending = () => 0;
`;

export function leanSvelte(): Plugin {
  return {
    name: 'stc-lean-svelte',
    apply: 'build',
    enforce: 'pre',
    transform(code, id) {
      const file = SVELTE.exec(id.split('?')[0]!)?.[1];
      if (!file) return null;
      const lean = leanFile(file, code);
      return { code: LATER_USERS.test(id) ? lean.replace(LATER_COPIES, '$&?later') : lean, map: null };
    },
  };
}

function leanFile(file: string, code: string): string {
  if (file === BOUNDARY_FILE) return BOUNDARY;
  if (file === INDEX_FILE) return spreadApart(code);
  if (DEFINITIONS.has(file)) return constants(file, code);
  const always = ALWAYS[file];
  const text = always ? swap(code, ...always, file) : code;
  return (file === BATCH_FILE ? ASYNC_METHODS.reduce(emptied, text) : text)
    .replace(IMPORT_LIST, (_, names: string) => `import {${withoutFalse(names)}} from`)
    .replace(FALSE_READ, 'false')
    .replace(FALSE_ASKED, 'false');
}

function withoutFalse(names: string): string {
  return names
    .split(',')
    .filter((name) => !FALSE_NAMES.includes(name.trim()))
    .join(',');
}

/** The file that defines the names: they stay, as constants, and nobody may change them. */
function constants(file: string, code: string): string {
  const here = file.includes('flags') ? FALSE_NAMES.filter((name) => name.endsWith('_flag')) : ['hydrating'];
  const text = here.reduce((t, name) => swap(t, `export let ${name} = false;`, `export const ${name} = false;`, file), code);
  return text.replace(/^\t(\w+_flag|hydrating) = (true|false|value);$/gm, '');
}

function spreadApart(code: string): string {
  if (!ATTRIBUTES.test(code)) throw new Error(`Svelte changed: no attributes in ${INDEX_FILE}; see scripts/lean-svelte.ts`);
  return code.replace(ATTRIBUTES, (_, list: string, from: string) => {
    const names = list.split(',').map((name) => name.trim()).filter(Boolean);
    const start = names.filter((name) => !SPREADS.includes(name));
    const later = names.filter((name) => SPREADS.includes(name));
    return `export { ${start.join(', ')} } from '${from}';\nexport { ${later.join(', ')} } from '${from}?later';`;
  });
}

function emptied(code: string, name: string): string {
  const method = new RegExp(`^\\t${name}\\([^)]*\\) \\{\\n[\\s\\S]*?^\\t\\}$`, 'm');
  if (!method.test(code)) throw new Error(`Svelte changed: no method ${name} in ${BATCH_FILE}; see scripts/lean-svelte.ts`);
  return code.replace(method, `\t${name}() {}`);
}

function swap(text: string, before: string, after: string, file: string): string {
  if (!text.includes(before)) throw new Error(`Svelte changed: no \`${before}\` in ${file}; see scripts/lean-svelte.ts`);
  return text.replace(before, after);
}
