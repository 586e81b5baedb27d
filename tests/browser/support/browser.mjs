// @ts-check
/** Which Chromium the tests drive, and how: nothing leaves the machine. */
import { existsSync } from 'node:fs';

const PLACES = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** @returns {string} */
function find() {
  const found = [process.env['CHROMIUM'] ?? '', ...PLACES].find(existsSync);
  if (!found) throw new Error('no Chromium here: install the package `chromium`, or say where it is with CHROMIUM=/path');
  return found;
}

export const executablePath = find();
export const args = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
