/**
 * Which code travels together. A phone that opens the start screens fetches few
 * files, and parts of Svelte that only later screens use come with those.
 */
const START =
  /node_modules\/(svelte|clsx)\/|preload-helper|src\/lib\/(client|problem|uuid|i18n\.svelte|words|session\.svelte|router\.svelte|theme\.svelte|announce\.svelte)\.ts|src\/(signin|youth)\/words\.ts|src\/ui\/(Lazy|Skeleton|Heading|Icon|Avatar)\.svelte|src\/ui\/avatar\.ts|src\/lib\/resource\.svelte\.ts|src\/town\/Scene\.svelte/;
const LATER_IN_SVELTE = /svelte\/src\/internal\/client\/(dom\/(blocks\/(each|html)|elements\/(bindings\/(input|select)|style))|reactivity\/(props|store))\.js/;
const MAP = /src\/youth\/(Youth\.svelte|Nav\.svelte|trail\.ts|progress\.ts|map\/(Map|Place)\.svelte)/;

const is = (pattern: RegExp, but?: RegExp) => (id: string) => pattern.test(id) && !but?.test(id) && !id.includes('lang.css');

export const codeSplitting = {
  groups: [
    { name: 'start', test: is(START, LATER_IN_SVELTE), includeDependenciesRecursively: false },
    { name: 'town', test: is(MAP), includeDependenciesRecursively: false },
  ],
};
