import { expect, it } from 'vitest';
import { voiceFor } from '../src/lib/speech.svelte.ts';

const voice = (lang: string, localService = true) => ({ lang, localService, name: lang, default: false, voiceURI: lang }) as SpeechSynthesisVoice;

it('reads with a voice of the language or not at all', () => {
  expect(voiceFor('nl', [])).toBeUndefined();
  expect(voiceFor('nl', [voice('en-US'), voice('fi-FI'), voice('nlx'), voice('')])).toBeUndefined();
  expect(voiceFor('fi', [voice('en-US'), voice('fil-PH'), voice('fi-FI')])?.lang).toBe('fi-FI');
});

it('knows the names that devices give to languages', () => {
  for (const lang of ['nl', 'nl-BE', 'nl_NL', 'NL-be', 'nld-BEL', 'dut']) expect(voiceFor('nl', [voice(lang)]), lang).toBeDefined();
  expect(voiceFor('fi', [voice('fin-FIN,f00')])).toBeDefined();
});

it('prefers a voice on the device, then one of this country', () => {
  expect(voiceFor('nl', [voice('nl-BE', false), voice('nl-NL')])?.lang).toBe('nl-NL');
  expect(voiceFor('nl', [voice('nl-NL'), voice('nl-BE')])?.lang).toBe('nl-BE');
});
