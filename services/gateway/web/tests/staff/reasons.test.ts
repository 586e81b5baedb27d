import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FIELD_OF_REASON } from '../../src/staff/lib/submission.svelte.ts';

/** A screen that waits for a reason which is not in the contract never goes on. */
const REASONS = fileURLToPath(new URL('../../../../../proto/stc/v1/reasons.proto', import.meta.url));
const APP = fileURLToPath(new URL('../../src', import.meta.url));

function texts(root: string, kind: RegExp, but = /node_modules|target|dist/): string[] {
  const entries = readdirSync(root, { withFileTypes: true }).filter(({ name }) => !but.test(name));
  return entries.flatMap((entry) => {
    const path = join(root, entry.name);
    if (entry.isDirectory()) return texts(path, kind, but);
    return kind.test(entry.name) ? [readFileSync(path, 'utf8')] : [];
  });
}

test('every reason that a screen waits for is in the contract', () => {
  const contract = readFileSync(REASONS, 'utf8');
  const name = (reason: string) => `REASON_${reason.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()} `;
  const app = texts(APP, /\.(ts|svelte)$/).join('\n');
  const compared = app.matchAll(/(?:reason|issues\[[^\]]+\])\s*[!=]==\s*'(\w+)'|exists: '(\w+)'/g);
  const waited = [...[...compared].map(([, one, other]) => one ?? other!), ...Object.keys(FIELD_OF_REASON)];
  expect(waited).toContain('personExists');
  expect(waited.filter((reason) => !contract.includes(name(reason)))).toEqual([]);
});
