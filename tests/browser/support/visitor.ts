import { expect, type BrowserContext, type ConsoleMessage, type Page } from '@playwright/test';
import { violations } from './axe.ts';
import { finger, keysOf, mouse, type Hand } from './hands.ts';
import { LANG_NAMES, wordsOf, type Lang, type Words } from './words.ts';

/** A person at a device of their own: a language, a way to work, and what the browser complains about. */
const SMALLEST = { width: 360, height: 640 };
/** What every centre of the demo speaks. */
const OF_THE_DEMO: Lang = 'nl';

function chosen(lang: Lang): void {
  try {
    localStorage['stc.lang'] ??= lang;
  } catch {
    // An empty page has no storage.
  }
}

export class Visitor {
  readonly page: Page;
  readonly words: Words;
  readonly lang: Lang;
  readonly hand: Hand;
  readonly complaints: string[] = [];
  readonly #context: BrowserContext;
  readonly #forgiven: RegExp[] = [];

  private constructor(context: BrowserContext, page: Page, lang: Lang, hand: Hand) {
    this.#context = context;
    this.page = page;
    this.lang = lang;
    this.words = wordsOf(lang);
    this.hand = hand;
    page.on('console', (message) => this.#hear(message));
    page.on('pageerror', (error) => this.complaints.push(`uncaught: ${error.message}`));
  }

  /** `device`: the language of the browser. Where it is the person's, they chose it here before, whatever their centre speaks. */
  static async at(context: BrowserContext, lang: Lang, device: Lang, by: 'hand' | 'keys', touch: boolean): Promise<Visitor> {
    const page = await context.newPage();
    if (lang === device && lang !== OF_THE_DEMO) await page.addInitScript(chosen, lang);
    return new Visitor(context, page, lang, by === 'keys' ? keysOf(page) : touch ? finger : mouse);
  }

  /** The screen is what it should be for everybody: readable, in its language, within its width, without errors. */
  async look(title: string): Promise<void> {
    const { page } = this;
    await this.arrive(title);
    expect(await page.locator('html').getAttribute('lang'), 'language of the page').toBe(this.lang);
    await this.#fits(title);
    const found = await violations(page);
    expect.soft(found, `axe on "${title}" in ${this.lang}`).toEqual([]);
    const complaints = this.complaints.splice(0).filter((text) => !this.#forgiven.some((expected) => expected.test(text)));
    expect.soft(complaints, `console at "${title}" in ${this.lang}`).toEqual([]);
  }

  /** The screen is there, and everything on it. */
  async arrive(title: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible();
    await expect(this.page.getByText(this.words.shell('loading'), { exact: true })).toHaveCount(0);
  }

  /** What the browser rightly complains about when a test breaks something on purpose. */
  forgive(expected: RegExp): void {
    this.#forgiven.push(expected);
  }

  async come(url: string): Promise<void> {
    await this.page.goto(url);
  }

  /** Types the code of a card, after choosing the language where the page greets in another one. */
  async signIn(url: string, code: string): Promise<void> {
    const { page, hand, words } = this;
    await this.come(url);
    const switchTo = page.getByRole('button', { name: LANG_NAMES[this.lang], exact: true });
    if ((await switchTo.getAttribute('aria-pressed')) === 'false') await hand.press(switchTo);
    await this.look(words.signIn('title'));
    await hand.write(page.getByRole('textbox', { name: words.signIn('code') }), code);
    await hand.press(page.getByRole('button', { name: words.signIn('go'), exact: true }));
  }

  async leave(): Promise<void> {
    await this.#context.close();
  }

  /** No sideways scrolling here, nor on the smallest phone. */
  async #fits(title: string): Promise<void> {
    const { page } = this;
    const own = page.viewportSize()!;
    for (const size of [SMALLEST, own]) {
      await page.setViewportSize(size);
      const tooWide = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      expect.soft(tooWide, `pixels that "${title}" in ${this.lang} is too wide at ${size.width}`).toBeLessThanOrEqual(0);
    }
  }

  #hear(message: ConsoleMessage): void {
    if (message.type() === 'error') this.complaints.push(`${message.text()} (${message.location().url})`);
  }
}
