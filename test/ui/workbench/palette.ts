import type { Locator, Page } from 'playwright-core';

/** The command palette, and every other quick pick: one is open at a time. */
export class Palette {
  readonly #page: Page;
  readonly widget: Locator;
  readonly input: Locator;
  /** The rows in view. */
  readonly items: Locator;

  constructor(page: Page) {
    this.#page = page;
    this.widget = page.locator('.quick-input-widget').filter({ visible: true });
    this.input = this.widget.locator('.quick-input-box input');
    this.items = this.widget.locator('.quick-input-list .monaco-list-row');
  }

  /** The row with exactly this label: of a command, `Category: Title`. */
  item(label: string): Locator {
    const name = this.#page.locator('.label-name').getByText(label, { exact: true });
    return this.items.filter({ has: name });
  }

  /** Types into the quick pick that is open, in place of what is there. */
  async type(text: string): Promise<void> {
    await this.input.fill(text);
  }

  async pick(label: string): Promise<void> {
    await this.item(label).first().click();
  }

  async close(): Promise<void> {
    await this.#page.keyboard.press('Escape');
    await this.widget.waitFor({ state: 'hidden' });
  }

  /** Runs a command by F1, its title and a click. Retries if something takes the focus. */
  async runCommand(title: string): Promise<void> {
    // VS Code returns the focus to a page 50 ms after the palette has closed. A quick pick that a
    // command has opened by then would lose it, and close.
    const returnsTo = this.#page.locator('.part.activitybar').getByRole('tab').first();
    for (let left = 6; ; left--) {
      try {
        if (title.endsWith('…')) await returnsTo.focus();
        await this.#page.keyboard.press('F1');
        await this.input.fill(`>${title}`, { timeout: 5000 });
        await this.item(title).first().click({ timeout: 5000 });
        break;
      } catch (error) {
        if (left === 1) throw error;
        // A page inside that has just gone may have had the focus, and keys then go nowhere.
        await this.#page.locator('.part.statusbar').click({ position: { x: 640, y: 10 } });
      }
    }
    // What is typed from now on is for the quick pick that the command opens.
    await this.widget
      .getByPlaceholder('Type the name of a command to run.')
      .waitFor({ state: 'hidden' });
  }
}
