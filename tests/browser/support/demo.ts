import { fillDemo, temporaryDirectory } from './platform.mjs';

/** Before all tests: the demo once, of which each test gets a copy. */
export const TEMPLATE = 'STC_DEMO_TEMPLATE';

export default async function makeTemplate(): Promise<() => void> {
  const { dir, remove } = await temporaryDirectory();
  await fillDemo(dir);
  process.env[TEMPLATE] = dir;
  return remove;
}
