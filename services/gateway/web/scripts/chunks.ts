/**
 * Which code travels together. A phone that opens the start screens fetches few
 * files, and parts of Svelte that only later screens use come with those.
 */
const START =
  /node_modules\/(svelte|clsx)\/|preload-helper|src\/lib\/(client|problem|uuid|i18n\.svelte|words|shared-words|session\.svelte|router\.svelte|theme\.svelte|storage|release|announce\.svelte|resource\.svelte|waiting\.svelte|routes)\.ts|src\/paint\/take-over\.ts|src\/signin\/words\.ts|src\/ui\/((Lazy|Skeleton|Heading|Icon|Avatar|ReadScreen)\.svelte|avatar\.ts)|src\/town\/(Scene\.svelte|places\.svg)/;
const LATER_IN_SVELTE =
  /svelte\/src\/internal\/client\/(dom\/(blocks\/(await|html|svelte-element|svelte-head)|elements\/(bindings\/(?!shared)\w+|customizable-select|class|style|transitions))|reactivity\/(props|store))\.js|\?later$|svelte\/src\/internal\/shared\/attributes\.js|node_modules\/clsx\//;
const TOWN = /src\/youth\/(Youth\.svelte|Nav\.svelte|trail\.ts|progress\.ts|map\/(Map|Place)\.svelte)|src\/town\/land/;
const DOOR = /src\/(signin\/SignIn\.svelte|lib\/card\.ts|ui\/LanguageSwitch\.svelte|town\/welcome)/;

const is = (pattern: RegExp, but?: RegExp) => (id: string) => pattern.test(id) && !but?.test(id) && !id.includes('lang.css') && !id.includes('?lang=');

export const codeSplitting = {
  groups: [
    { name: 'start', test: is(START, LATER_IN_SVELTE), includeDependenciesRecursively: false },
    { name: 'town', test: is(TOWN), includeDependenciesRecursively: false },
    { name: 'door', test: is(DOOR), includeDependenciesRecursively: false },
  ],
};

/** The words of a language say which one it is. */
export function chunkFileNames({ facadeModuleId }: { facadeModuleId?: string | null }): string {
  const lang = /\?lang=(\w+)$/.exec(facadeModuleId ?? '')?.[1];
  return lang ? `assets/[name].${lang}-[hash].js` : 'assets/[name]-[hash].js';
}
