/** Light, dark, or what the device says. The colours themselves are in tokens.css. */
export type Theme = 'device' | 'light' | 'dark';
const THEME_KEY = 'stc.theme';

let theme = $state<Theme>((localStorage.getItem(THEME_KEY) as Theme | null) ?? 'device');

export const chosenTheme = {
  get value() {
    return theme;
  },
};

export function setTheme(to: Theme): void {
  theme = to;
  localStorage.setItem(THEME_KEY, to);
  applyTheme();
}

export function applyTheme(): void {
  document.documentElement.dataset['theme'] = theme;
}
