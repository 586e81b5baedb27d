import { device } from './storage.ts';

/** Light, dark, or what the device says. The colours themselves are in tokens.css. */
export type Theme = 'device' | 'light' | 'dark';
const THEME_KEY = 'stc.theme';

const THEMES: readonly unknown[] = ['device', 'light', 'dark'] satisfies Theme[];

const kept = device.get(THEME_KEY);
let theme = $state<Theme>(THEMES.includes(kept) ? (kept as Theme) : 'device');

export const chosenTheme = {
  get value() {
    return theme;
  },
};

export function setTheme(to: Theme): void {
  theme = to;
  device.put(THEME_KEY, to);
  applyTheme();
}

export function applyTheme(): void {
  document.documentElement.dataset['theme'] = theme;
}
