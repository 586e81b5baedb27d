// Writes src/lib/limits.ts: the bounds that the contract sets, for screens. Part of `npm run types`.
import { readFileSync, writeFileSync } from 'node:fs';

const api = JSON.parse(readFileSync(new URL('../../../../docs/openapi.json', import.meta.url), 'utf8'));
const bounds = (field) => {
  const min = field.minimum ?? field.minLength ?? field.minItems;
  const max = field.maximum ?? field.maxLength ?? field.maxItems;
  return max === undefined ? undefined : { min: min ?? 0, max };
};
const limits = {};
for (const [name, schema] of Object.entries(api.components.schemas)) {
  for (const [field, rules] of Object.entries(schema.properties ?? {})) {
    const found = bounds(rules);
    if (found) (limits[name] ??= {})[field] = found;
  }
}
const constant = ([name, fields]) =>
  `export const ${name} = ${JSON.stringify(fields, null, 2).replace(/"(\w+)":/g, '$1:').replace(/}$/gm, '}')} as const;\n`;
writeFileSync(
  new URL('../src/lib/limits.ts', import.meta.url),
  `/* What the contract bounds: numbers, characters or items. Made by \`npm run types\`. */\n\n${Object.entries(limits).map(constant).join('\n')}`,
);
