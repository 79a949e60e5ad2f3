import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator, Locator, Page } from 'playwright-core';
import { temporaryFolder } from '../host/cleanup.ts';
import { out, root } from '../host/paths.ts';
import { runsInWeb } from '../host/web.ts';
import { copyFolder } from '../host/workspace.ts';
import { Palette } from './workbench/palette.ts';
import { themes, type Theme } from './workbench/themes.ts';
import { Tree } from './workbench/tree.ts';
import { openWindow, type WindowKind } from './workbench/window.ts';

/** A window of VS Code with the extension installed, driven as a person drives it. */
export class Workbench {
  /** The windows that are open. */
  static readonly all = new Set<Workbench>();
  /** What their consoles have said, of pages inside too: a violation of a CSP is among it. */
  static readonly console: string[] = [];
  static #samples: Promise<Workbench> | undefined;
  static #scratch: Promise<Workbench> | undefined;

  readonly page: Page;
  readonly palette: Palette;
  /** The view of the extension, once `openNeurons` has shown it. */
  readonly tree: Tree;
  readonly #folder: string | undefined;

  private constructor(page: Page, folder: string | undefined) {
    this.page = page;
    this.#folder = folder;
    this.palette = new Palette(page);
    this.tree = new Tree(page, 'Neuron');
    page.on('console', (message) => Workbench.console.push(message.text()));
  }

  /** A window of the test's own, ready: on a folder, or on none. */
  static async open(folder?: string, kind: WindowKind = {}): Promise<Workbench> {
    const workbench = new Workbench(await openWindow(folder, kind), folder);
    Workbench.all.add(workbench);
    await workbench.#ready();
    return workbench;
  }

  /**
   * The window on a copy of the samples, without editors and with the extension's view in sight.
   * Tests share it, one after another: they change no file, and bring back settings they change.
   */
  static async samples(): Promise<Workbench> {
    if (!Workbench.#samples) {
      const folder = join(temporaryFolder().path, 'samples');
      copyFolder(join(root, 'samples'), folder);
      Workbench.#samples = Workbench.open(folder);
    }
    const workbench = await Workbench.#samples;
    await workbench.#tidy();
    return workbench;
  }

  /** The like on an empty folder, for tests to put into it what they need. */
  static async scratch(): Promise<Workbench> {
    Workbench.#scratch ??= Workbench.open(temporaryFolder().path);
    const workbench = await Workbench.#scratch;
    await workbench.#tidy();
    for (const entry of readdirSync(workbench.folder))
      rmSync(join(workbench.folder, entry), { recursive: true });
    await workbench.sidebar().getByText('No neuron explanations found in this workspace').waitFor();
    return workbench;
  }

  /** Loads a window again that takes no command, as after it has lost its server. */
  async #tidy(): Promise<void> {
    // The browser draws pages behind others but now and then.
    await this.page.bringToFront();
    try {
      await this.#closeEverything();
    } catch (error) {
      console.log(
        `A window is loaded again. It shows: ${await this.#whatIsShown()}. ${String(error)}`,
      );
      await this.page.reload();
      await this.#ready();
      await this.#closeEverything();
    }
  }

  /** What may be in the way of commands, for the log: dialogs, messages, focus, lost keys. */
  async #whatIsShown(): Promise<string> {
    const messages = this.page.locator('.monaco-dialog-box, .notification-list-item-message');
    await this.page.evaluate(() => {
      const count = () => (document.body.dataset['heard'] = 'yes');
      document.addEventListener('keydown', count, { capture: true, once: true });
    });
    await this.page.keyboard.press('Shift');
    const state = await this.page.evaluate(() => ({
      hearsKeys: document.body.dataset['heard'] === 'yes',
      hasFocus: document.hasFocus(),
      visible: document.visibilityState,
      focused: document.activeElement?.className,
      picks: [...document.querySelectorAll<HTMLElement>('.quick-input-widget')].map(
        ({ style, innerText }) => `${style.display} ${innerText.slice(0, 80)}`,
      ),
    }));
    return JSON.stringify({ messages: await messages.allInnerTexts(), ...state });
  }

  async #closeEverything(): Promise<void> {
    await this.runCommand('View: Close All Editors');
    await this.tabs().first().waitFor({ state: 'detached' });
    await this.openNeurons();
    await this.tree.collapseLayers();
  }

  async close(): Promise<void> {
    Workbench.all.delete(this);
    await this.page.close();
  }

  /** Absolute. */
  get folder(): string {
    if (this.#folder === undefined) throw new Error('This window has no folder');
    return this.#folder;
  }

  /** Copies a folder into the one that is open; returns where it is now. */
  put(source: string, name: string): string {
    const path = join(this.folder, name);
    copyFolder(source, path);
    return path;
  }

  /** Reloads by VS Code's command, which saves state first. The browser's reload does not wait. */
  async reload(): Promise<void> {
    const loaded = this.page.waitForEvent('domcontentloaded');
    await this.runCommand('Developer: Reload Window');
    await loaded;
    await this.#ready();
  }

  /**
   * Until commands, menus and editors of extensions are known: what VS Code shows of them before
   * that, it remembers of the window before. The mark is among those of its own start.
   */
  async #ready(): Promise<void> {
    // A machine that is busy with other things takes its time.
    const timeout = 90_000;
    const mark = 'code/didHandleExtensionPoints';
    const marked = (name: string) => performance.getEntriesByName(name).length > 0;
    await this.page.waitForFunction(marked, mark, { timeout });
    await this.#neurons.waitFor({ timeout });
  }

  get #neurons(): Locator {
    return this.page.locator('.part.activitybar').getByRole('tab', { name: /^Neuron(s|en)/ });
  }

  /** Shows the extension's view. */
  async openNeurons(): Promise<void> {
    // A click on what is shown already would hide it.
    if ((await this.#neurons.getAttribute('aria-selected')) !== 'true') await this.#neurons.click();
    await this.sidebar()
      .getByText(/^Neuron(s|en)/)
      .first()
      .waitFor();
  }

  async runCommand(title: string): Promise<void> {
    await this.palette.runCommand(title);
  }

  /** Chooses from what a right click on `target` offers: an item, or submenus and an item. */
  async chooseFromMenu(target: Locator, ...names: readonly string[]): Promise<void> {
    await target.click({ button: 'right' });
    for (const name of names) {
      // Not by a click: VS Code takes none in a menu's first tenth of a second.
      await this.menuItem(name).hover();
      await this.page.keyboard.press('Enter');
    }
  }

  /** An item of the menus that are open. */
  menuItem(name: string): Locator {
    // The item's own name has its key as well.
    const label = this.page.locator('.action-label').getByText(name, { exact: true });
    return this.page.getByRole('menuitem').filter({ has: label });
  }

  /** One of them, by the start of its name, which has its key as well. */
  titleButton(name: string): Locator {
    return this.titleButtons().and(this.page.locator(`[aria-label^="${name}"]`));
  }

  /** The buttons in the title bar of the editor in front, with VS Code's own. */
  readonly titleButtons = () =>
    this.page.locator('.part.editor .editor-group-container.active .editor-actions .action-label');

  readonly sidebar = () => this.page.locator('.part.sidebar');

  /** Makes the sidebar this wide, in pixels, by dragging its edge. */
  async setSidebarWidth(width: number): Promise<void> {
    const { x, y, width: now, height } = (await this.sidebar().boundingBox())!;
    const middle = y + height / 2;
    await this.page.mouse.move(x + now, middle);
    await this.page.mouse.down();
    await this.page.mouse.move(x + width, middle, { steps: 5 });
    await this.page.mouse.up();
    await this.page.mouse.move(x + width + 200, middle);
  }

  /** The titles of the open editors, in order; the one in front. */
  readonly tabs = () => this.page.locator('.part.editor .tab');
  readonly activeTab = () => this.page.locator('.part.editor .tab.active');

  /** Closes the editor in front. */
  async closeTab(): Promise<void> {
    await this.activeTab()
      .getByRole('button', { name: /^Close/ })
      .click();
  }

  /** The messages that VS Code shows in its corner. */
  notifications(): Locator {
    return this.page.locator('.notification-toast .notification-list-item-message');
  }

  /** What is inside the web page in sight, whichever it is at the time; the hidden ones are not. */
  webview(): FrameLocator {
    return this.#inner.contentFrame();
  }

  /** VS Code has each page in two frames; the inner one is named so when its content is loaded. */
  get #inner(): Locator {
    const outer = this.page.locator('iframe.webview.ready').filter({ visible: true });
    return outer.contentFrame().locator('iframe#active-frame');
  }

  /** Chooses a colour theme, which pages that are open take up, too. */
  async setTheme(theme: Theme): Promise<void> {
    const { label, mark } = themes[theme];
    await this.runCommand('Preferences: Color Theme');
    await this.palette.type(label);
    await this.palette.pick(label);
    await this.page.locator(`.monaco-workbench[class*="${mark}"]`).waitFor();
  }

  /** A picture of all of VS Code in `out/screenshots/` or `web/` there; returns where. */
  async screenshot(name: string): Promise<string> {
    const path = join(out, 'screenshots', runsInWeb ? 'web' : '', `${name}.png`);
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }
}
