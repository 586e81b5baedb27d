/**
 * Runs before anything is painted: the language and the colours of this device, as far as it knows them
 * better than the page that was sent. A file of its own, because the policy allows no inline scripts.
 *
 * What was painted in another language, or for another kind of connection, would be wrong: it stays away
 * until the app itself is there. What is pressed before that, is pressed when it is (take-over.ts).
 */
{
  const html = document.documentElement;
  const kept = (key) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  // Chosen here, else that of the centre, else what the browser wishes. The language of a tag stands before its first
  // hyphen (RFC 5646 §2.1). The app asks by this rule too, when somebody comes in (lib/i18n.svelte.ts).
  globalThis.preferredLang = (kept) => {
    const wishes = [kept('stc.lang') ?? '', kept('stc.centre.lang') ?? '', ...(navigator.languages ?? [])].map((tag) => tag.split('-')[0].toLowerCase());
    return wishes.find((wish) => ['nl', 'fi', 'en'].includes(wish)) ?? 'nl';
  };
  const lang = preferredLang(kept);
  if (lang !== html.lang || !isSecureContext) html.dataset.unpainted = '';
  html.lang = lang;
  html.dataset.theme = kept('stc.theme') ?? 'device';

  addEventListener('click', (event) => {
    const button = event.target.closest('#paint button');
    if (!button) return;
    event.preventDefault();
    button.dataset.pressed = '';
  });
}
