import type { Locator, Page } from '@playwright/test';

/** How a person works: with a finger, with a mouse, or with the keys alone. */
export interface Hand {
  /** A link or a button. */
  press(target: Locator): Promise<void>;
  /** One answer of several: a radio button or a checkbox. */
  choose(target: Locator): Promise<void>;
  /** Words, in a field. */
  write(target: Locator, text: string): Promise<void>;
}

/** More stops than any screen has. */
const STOPS_MAX = 200;

export const finger: Hand = {
  press: (target) => target.tap(),
  choose: (target) => target.tap(),
  async write(target, text) {
    await target.tap();
    await target.pressSequentially(text);
    // In a field at the lower edge that was tapped, emulated Chromium now and then makes no input of keys that arrive.
    if ((await target.inputValue()) === '') await target.fill(text);
  },
};

export const mouse: Hand = {
  press: (target) => target.click(),
  choose: (target) => target.click(),
  async write(target, text) {
    await target.click();
    await target.pressSequentially(text);
  },
};

export function keysOf(page: Page): Hand {
  return {
    async press(target) {
      await reach(page, target);
      await page.keyboard.press('Enter');
    },
    async choose(target) {
      await reach(page, target);
      // The arrow that came here has chosen a radio button already.
      if (!(await target.isChecked())) await page.keyboard.press('Space');
    },
    async write(target, text) {
      await reach(page, target);
      await page.keyboard.type(text);
    },
  };
}

/** Tab by tab, and by arrow within a group of radio buttons, until the target has the focus and shows it. */
async function reach(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < STOPS_MAX; stops += 1) {
    const focus = await target.evaluate(whereIsFocus);
    if (focus === 'here') return;
    await page.keyboard.press(focus === 'sameGroup' ? 'ArrowDown' : 'Tab');
  }
  throw new Error(`the keyboard does not get to ${target.toString()}`);
}

function whereIsFocus(node: Element): 'here' | 'sameGroup' | 'elsewhere' {
  const active = document.activeElement;
  if (active === node) return 'here';
  const isRadio = (one: Element | null) => one instanceof HTMLInputElement && one.type === 'radio';
  const sameName = active?.getAttribute('name') === node.getAttribute('name');
  return isRadio(active) && isRadio(node) && sameName ? 'sameGroup' : 'elsewhere';
}
