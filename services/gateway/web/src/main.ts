import { mount } from 'svelte';
import App from './App.svelte';
import { applyLang } from './lib/i18n.svelte.ts';
import { followLinks } from './lib/router.svelte.ts';
import { findSession } from './lib/session.svelte.ts';
import { applyTheme } from './lib/theme.svelte.ts';
import { words } from './lib/words.ts';

applyTheme();
applyLang();
followLinks();
// A card scanned into a tab that is already open.
addEventListener('hashchange', () => location.hash.startsWith('#card=') && location.reload());
await Promise.all([words.ready(), findSession()]);
mount(App, { target: document.getElementById('app')! });

if (import.meta.env.PROD && 'serviceWorker' in navigator) {
  void navigator.serviceWorker.register('/sw.js');
}
