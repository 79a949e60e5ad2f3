import { join } from 'node:path';
import type { Frame, FrameLocator, Locator, Page } from 'playwright-core';
import { out } from '../host/paths.ts';
import type { Workspace } from '../host/workspace.ts';
import { Palette } from './workbench/palette.ts';
import { Session, type Opening } from './workbench/session.ts';
import { themes, type Theme } from './workbench/themes.ts';
import { Tree } from './workbench/tree.ts';

/** A window of VS Code with the extension installed, driven as a person drives it. */
export class Workbench {
  /** The windows that are open. */
  static readonly all = new Set<Workbench>();
  static #samples: Promise<Workbench> | undefined;

  readonly page: Page;
  readonly palette: Palette;
  /** The view of the extension, once `openNeurons` has shown it. */
  readonly tree: Tree;
  /** What the console has said, of pages inside too: a violation of their CSP is among it. */
  readonly console: string[] = [];
  readonly #session: Session;

  private constructor(session: Session) {
    const { page } = session;
    this.page = page;
    this.#session = session;
    this.palette = new Palette(page);
    this.tree = new Tree(page, 'Neurons');
    page.on('console', (message) => this.console.push(message.text()));
  }

  /** A window of the test's own, ready; `close` gives back all that it took. */
  static async open(opening: Opening): Promise<Workbench> {
    const session = await Session.open(opening);
    try {
      const workbench = new Workbench(session);
      await workbench.#ready();
      Workbench.all.add(workbench);
      return workbench;
    } catch (error) {
      await session.close();
      throw error;
    }
  }

  /**
   * The window on the samples, without editors and with the extension's view in sight. Tests share
   * it, one after another: they change no file, and bring back the settings that they change.
   */
  static async samples(): Promise<Workbench> {
    Workbench.#samples ??= Workbench.open(({ folders }) => folders['samples']);
    const workbench = await Workbench.#samples;
    await workbench.runCommand('View: Close All Editors');
    await workbench.tabs().first().waitFor({ state: 'detached' });
    await workbench.openNeurons();
    return workbench;
  }

  async close(): Promise<void> {
    Workbench.all.delete(this);
    await this.#session.close();
  }

  /** The copies of data that were made for this window; they go with it. */
  get workspace(): Workspace {
    return this.#session.workspace;
  }

  /** As VS Code's own command does it, which saves what is open first: the browser's reload does not wait for that. */
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
    return this.page.locator('.part.activitybar').getByRole('tab', { name: 'Neurons' });
  }

  /** Shows the extension's view. */
  async openNeurons(): Promise<void> {
    // A click on what is shown already would hide it.
    if ((await this.#neurons.getAttribute('aria-selected')) !== 'true') await this.#neurons.click();
    await this.page.locator('.part.sidebar').getByText('Neurons').first().waitFor();
  }

  async runCommand(title: string): Promise<void> {
    await this.palette.runCommand(title);
  }

  /** Chooses from what a right click on `target` offers. */
  async chooseFromMenu(target: Locator, name: string): Promise<void> {
    await target.click({ button: 'right' });
    // Not by a click: VS Code takes none in a menu's first tenth of a second.
    await this.page.getByRole('menuitem', { name, exact: true }).hover();
    await this.page.keyboard.press('Enter');
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

  /** The same page as a frame, to evaluate code in: it is another one after a reload. */
  async webviewFrame(): Promise<Frame> {
    const frame = await (await this.#inner.elementHandle())?.contentFrame();
    if (!frame) throw new Error('The web page in sight has no content');
    return frame;
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

  /** A picture of all of VS Code in `out/screenshots/`; returns where. */
  async screenshot(name: string): Promise<string> {
    const path = join(out, 'screenshots', `${name}.png`);
    await this.page.screenshot({ path, animations: 'disabled' });
    return path;
  }
}
