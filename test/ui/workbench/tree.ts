import type { Locator, Page } from 'playwright-core';

/** The tree of a view in the sidebar. Rows out of view are not in the page: see `scrollTo`. */
export class Tree {
  readonly #page: Page;
  readonly list: Locator;
  /** The rows in view. */
  readonly rows: Locator;

  /** `name` is the view's, as in the manifest. */
  constructor(page: Page, name: string) {
    this.#page = page;
    this.list = page.locator('.part.sidebar').getByRole('tree', { name });
    this.rows = this.list.getByRole('treeitem');
  }

  /** The rows in view with exactly this label, whatever their description. */
  row(label: string | RegExp): Locator {
    const name = this.#page.locator('.label-name').getByText(label, { exact: true });
    return this.rows.filter({ has: name });
  }

  /** The labels in view, from the top. */
  async labels(): Promise<string[]> {
    const names = await this.rows.locator('.label-name').allInnerTexts();
    // VS Code shows spaces as such that do not break.
    return names.map((name) => name.replaceAll('\u00a0', ' '));
  }

  async click(label: string | RegExp): Promise<void> {
    await this.#select(this.row(label));
  }

  /** Clicks the row with this label below a parent: other parents may have an equal row. */
  async clickBelow(parent: string, label: string): Promise<void> {
    const above = this.row(parent);
    const level = Number(await above.getAttribute('aria-level')) + 1;
    const rows = this.row(label).and(this.#page.locator(`[aria-level="${level}"]`));
    await rows.first().waitFor();
    const after = Number(await above.getAttribute('data-index'));
    const places = await rows.evaluateAll((all) => all.map((row) => Number(row.dataset['index'])));
    const place = Math.min(...places.filter((each) => each > after));
    await this.#select(rows.and(this.#page.locator(`[data-index="${place}"]`)));
  }

  /** By a click. A row that VS Code redraws at that moment loses it, and is clicked again. */
  async #select(row: Locator): Promise<void> {
    const selected = row.and(this.#page.locator('.selected'));
    do await row.click();
    while (!(await selected.isVisible()));
  }

  async expand(label: string | RegExp): Promise<void> {
    await this.#setExpanded(label, true);
  }

  async collapse(label: string | RegExp): Promise<void> {
    await this.#setExpanded(label, false);
  }

  /** Closes all layers that are open: rows of two may have the same label. */
  async collapseLayers(): Promise<void> {
    const open = this.list.locator('[aria-level="2"][aria-expanded="true"]');
    for (let left = await open.count(); left > 0; left--) {
      await open.last().locator('.monaco-tl-twistie').click();
      await open.nth(left - 1).waitFor({ state: 'detached' });
    }
  }

  async #setExpanded(label: string | RegExp, expanded: boolean): Promise<void> {
    const row = this.row(label);
    await row.waitFor();
    if ((await row.getAttribute('aria-expanded')) === String(expanded)) return;
    await row.locator('.monaco-tl-twistie').click();
    await row.and(this.#page.locator(`[aria-expanded="${expanded}"]`)).waitFor();
    // Children that the extension has yet to say come later than the mark of being expanded.
    const next = Number(await row.getAttribute('data-index')) + 1;
    const level = Number(await row.getAttribute('aria-level')) + 1;
    const child = this.list.locator(`[data-index="${next}"][aria-level="${level}"]`);
    await child.waitFor({ state: expanded ? 'visible' : 'hidden' });
  }

  /** Moves the keyboard's focus to a row, from the top of the tree down. */
  async focusOn(label: string | RegExp): Promise<void> {
    await this.list.focus();
    await this.#page.keyboard.press('Home');
    await this.list.locator('[data-index="0"].focused').waitFor();
    while (!(await this.#isFocused(label))) {
      if (await this.list.locator('[data-last-element="true"].focused').isVisible())
        throw new Error(`The tree has no row ${String(label)}`);
      const before = await this.list.getAttribute('aria-activedescendant');
      await this.#page.keyboard.press('ArrowDown');
      await this.list
        .and(this.#page.locator(`:not([aria-activedescendant="${before}"])`))
        .waitFor();
    }
  }

  #isFocused(label: string | RegExp): Promise<boolean> {
    return this.row(label).and(this.#page.locator('.focused')).isVisible();
  }
}
