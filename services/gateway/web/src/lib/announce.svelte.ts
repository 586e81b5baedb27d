/** What a screen reader should say now; App shows it in one polite live region. */
let message = $state('');

export const announcement = {
  get text() {
    return message;
  },
};

export function announce(text: string): void {
  // The same sentence twice is only read twice when the region was empty in between.
  message = '';
  setTimeout(() => (message = text), 50);
}
