import { mount } from 'svelte';
import App from './App.svelte';
import { link } from './lib/client.ts';
import { applyLang } from './lib/i18n.svelte.ts';
import { followReleases, whyMissing } from './lib/release.ts';
import { followLinks } from './lib/router.svelte.ts';
import { findSession, followTabs } from './lib/session.svelte.ts';
import { applyTheme } from './lib/theme.svelte.ts';
import { words } from './lib/words.ts';

const WORDS_AGAIN_MS = 2_000;

applyTheme();
applyLang();
followLinks();
followTabs();
// A card scanned into a tab that is already open.
addEventListener('hashchange', () => location.hash.startsWith('#card=') && location.reload());
void findSession();
// Without its words the app cannot even say what is wrong, so it keeps asking for them.
while (await words.ready().then(() => false, () => true)) {
  await whyMissing();
  await link.wait(WORDS_AGAIN_MS);
}
mount(App, { target: document.getElementById('app')! });

if (import.meta.env.PROD) void followReleases();
