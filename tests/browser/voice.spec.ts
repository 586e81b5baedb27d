import type { Page } from '@playwright/test';
import { comeAsYouth, expect, test } from './support/quick.ts';

/** Reading aloud, on devices with the voices that this test gives them. */
interface Device {
  voices: string[];
  /** What an engine does with something to read. */
  reads: 'well' | 'silently' | 'with an error';
  /** Voices come a while after the page, as in most browsers. */
  late?: boolean;
}
const EXERCISE = '/exercise/housing-my-place';

test('reading aloud is offered where a voice of the language is, also when it comes late', async ({ platform, visit }) => {
  const { page, words } = await visit('nl');
  await give(page, { voices: ['en-US', 'nl_BE', 'nl-NL'], reads: 'well', late: true });
  await comeAsYouth(page, platform.cards.youth);
  await page.goto(platform.url + EXERCISE);
  const button = page.getByRole('button', { name: words.shell('readAloud'), exact: true });
  await expect(button).toHaveCount(0);
  await page.evaluate(() => speechSynthesis.dispatchEvent(new Event('voiceschanged')));
  await button.click();
  await expect(page.getByRole('button', { name: words.shell('stopReading'), exact: true })).toBeVisible();
  expect(await readBy(page)).toEqual(['nl_BE']);
  await page.evaluate(() => (window as unknown as { finish(): void }).finish());
  await expect(button).toBeVisible();
});

for (const voices of [[], ['en-US', 'fi-FI', 'nlx']]) {
  test(`reading aloud is not offered in Dutch on a device with the voices [${voices.join()}]`, async ({ platform, visit }) => {
    const { page, words } = await visit('nl');
    await give(page, { voices, reads: 'well' });
    await comeAsYouth(page, platform.cards.youth);
    for (const path of ['/map', EXERCISE]) {
      await page.goto(platform.url + path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await page.evaluate(() => speechSynthesis.dispatchEvent(new Event('voiceschanged')));
      await expect(page.getByRole('button', { name: words.shell('readAloud') }), path).toHaveCount(0);
    }
  });
}

for (const reads of ['silently', 'with an error'] as const) {
  test(`who hears nothing because a device reads ${reads} is told`, async ({ platform, visit }) => {
    const youth = await visit('nl');
    const { page, words } = youth;
    await give(page, { voices: ['nl-BE'], reads });
    await comeAsYouth(page, platform.cards.youth);
    await page.goto(platform.url + EXERCISE);
    const button = page.getByRole('button', { name: words.shell('readAloud'), exact: true });
    await button.click();
    await expect(page.getByRole('alert').filter({ hasText: words.shell('readAloud.failed') })).toBeVisible();
    await expect(button).toBeVisible();
    await youth.look('Wat maakt een plek fijn voor jou?');
  });
}

async function give(page: Page, device: Device): Promise<void> {
  await page.addInitScript(({ voices, reads, late }: Device) => {
    const given = voices.map((lang) => ({ lang, name: lang, voiceURI: lang, localService: true, default: false }));
    let there = !late;
    let speaking = false;
    const read: string[] = [];
    let current: SpeechSynthesisUtterance | undefined;
    class Utterance {
      voice: SpeechSynthesisVoice | null = null;
    }
    const tell = (name: string, more: object = {}) => (current as unknown as Record<string, (event: object) => void>)[`on${name}`]?.({ ...more });
    const synthesis = Object.assign(new EventTarget(), {
      getVoices: () => (there ? given : []),
      cancel: () => (speaking = false),
      speak(words: SpeechSynthesisUtterance) {
        read.push(words.voice?.lang ?? '');
        current = words;
        if (reads === 'with an error') setTimeout(() => tell('error', { error: 'synthesis-failed' }), 50);
        if (reads !== 'well') return;
        speaking = true;
        setTimeout(() => tell('start'), 50);
      },
    });
    Object.defineProperty(synthesis, 'speaking', { get: () => speaking });
    synthesis.addEventListener('voiceschanged', () => (there = true), { capture: true });
    Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
    Object.assign(window, { SpeechSynthesisUtterance: Utterance, read, finish: () => ((speaking = false), tell('end')) });
  }, device);
}

/** The languages of the voices that were told to read. */
function readBy(page: Page): Promise<string[]> {
  return page.evaluate(() => (window as unknown as { read: string[] }).read);
}
