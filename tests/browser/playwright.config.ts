import { defineConfig } from '@playwright/test';
import { args, executablePath } from './support/browser.mjs';

// Dates that tests reckon with are those of the centres, as in the browser below.
process.env['TZ'] = 'Europe/Brussels';

/** What breaks, breaks the same on every device: once, on a phone. */
const ONCE = /(answers|resilience|tabs|release|storage|waiting|outbox|paint|erasure|kinds|voice|eyes|audit|breaches|notices|retention|rights|consents|decides|officer|operator|trajectory|version|accountability|exit|underway|worklist)\.spec\.ts$/;

export default defineConfig({
  testDir: '.',
  outputDir: 'test-results',
  globalSetup: './support/demo.ts',
  // Each test has a platform and a browser of its own: two of them keep two cores busy.
  workers: 2,
  fullyParallel: true,
  // A second try on a shared machine is told as flaky, not hidden.
  retries: process.env['CI'] ? 1 : 0,
  // A story is some two hundred looks and taps; a busy machine of two cores needs its time.
  timeout: 300_000,
  expect: { timeout: 20_000 },
  forbidOnly: true,
  reporter: [['list']],
  use: {
    actionTimeout: 20_000,
    timezoneId: 'Europe/Brussels',
    contextOptions: { reducedMotion: 'reduce' },
    // Pictures of every moment would take longer than the tests.
    trace: { mode: 'retain-on-failure', screenshots: false },
    launchOptions: { executablePath, args },
  },
  projects: [
    { name: 'phone', use: { viewport: { width: 412, height: 915 }, hasTouch: true, isMobile: true, colorScheme: 'light' } },
    { name: 'desk', testIgnore: ONCE, use: { viewport: { width: 1440, height: 900 }, colorScheme: 'dark' } },
  ],
});
