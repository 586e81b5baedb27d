// docs/asyncapi.json is an AsyncAPI document, and its examples are what it says they are.
import { readFileSync } from 'node:fs';
import specs from '@asyncapi/specs';
import { Ajv } from 'ajv';
import formats from 'ajv-formats';

const document = JSON.parse(readFileSync(new URL('../../../docs/asyncapi.json', import.meta.url), 'utf8'));
// AsyncAPI's schema brings the schema of schemas along; a second one would be ambiguous.
const ajv = new Ajv({ meta: false, validateSchema: false, strict: false, allErrors: true });
formats.default(ajv);
/** @type {string[]} */
const failures = [];
/** @type {(name: string, schema: object, value: unknown) => void} */
const check = (name, schema, value) => {
  if (ajv.validate(schema, value)) return;
  for (const error of ajv.errors ?? []) failures.push(`${name}${error.instancePath}: ${error.message}`);
};

check('asyncapi', specs.schemas['3.0.0'], document);
const messages = Object.entries(document.components.messages);
for (const [name, { payload, examples }] of messages) {
  for (const example of examples) check(name, payload, example.payload);
}
const sent = Object.values(document.channels).flatMap(({ messages: known }) => Object.keys(known));
if (sent.sort().join() !== messages.map(([name]) => name).sort().join()) failures.push('a message is in no channel, or in two');
for (const failure of failures) console.error(failure);
if (failures.length > 0) process.exit(1);
console.log(`asyncapi.json: ${messages.length} messages in ${Object.keys(document.channels).length} channels`);
