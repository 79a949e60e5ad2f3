import { join } from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { addressOf } from '../../host/address.ts';
import { launchBrowser } from '../../host/browser.ts';
import { root } from '../../host/paths.ts';
import { type Server, startServer } from '../../host/server.ts';

/** The extension that the sidebar and the neuron are held against. */
const bare = join(import.meta.dirname, '../bare');
/** Longer than a VS Code takes to start, and a large catalog to be read. */
const patience = 180_000;

/** A window of the VS Code that the tests use, with this extension and the bare one, in a browser of its own. */
export class BenchWindow {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #server: Server;

  private constructor(page: Page, browser: Browser, server: Server) {
    this.page = page;
    this.#browser = browser;
    this.#server = server;
  }

  static async open(folder: string, env: NodeJS.ProcessEnv = {}, installed = [root, bare]) {
    const server = await startServer({ installed, env });
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
    page.setDefaultTimeout(patience);
    await page.goto(addressOf(server, folder));
    return new BenchWindow(page, browser, server);
  }

  async close(): Promise<void> {
    await this.#browser.close();
    this.#server.stop();
  }

  /** Shows a container of views in the sidebar. */
  async show(container: string): Promise<void> {
    const tab = this.page.locator('.part.activitybar').getByRole('tab', { name: container });
    await tab.waitFor();
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
  }

  tree(name: string): Locator {
    return this.page.locator('.part.sidebar').getByRole('tree', { name });
  }

  /** The rows of a tree with exactly this label. */
  row(tree: string, label: string): Locator {
    const name = this.page.locator('.label-name').getByText(label, { exact: true });
    return this.tree(tree).getByRole('treeitem').filter({ has: name });
  }

  async closeEditors(): Promise<void> {
    await this.page.keyboard.press('Control+K');
    await this.page.keyboard.press('Control+W');
    await this.page.locator('.part.editor .tab').first().waitFor({ state: 'detached' });
  }

  /** What is inside the web page in front, which VS Code has in two frames. */
  webview(selector: string): Locator {
    const outer = this.page.locator('iframe.webview.ready').filter({ visible: true });
    return outer.contentFrame().locator('iframe#active-frame').contentFrame().locator(selector);
  }

  /** The same as a frame, to run something in. */
  async frame(): Promise<Frame> {
    const handle = await this.webview('body').elementHandle();
    const frame = await handle?.ownerFrame();
    if (!frame) throw new Error('There is no web page in front');
    return frame;
  }

  /** Until the page in front shows the tokens of this neuron. */
  async painted(layer: number, neuron: number): Promise<void> {
    const heading = `h1:text-is("Layer ${layer} · Neuron ${neuron}")`;
    await this.webview(`:is(body):has(${heading}) [data-token]`).first().waitFor();
  }
}

/** How many milliseconds something takes. */
export async function took(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
