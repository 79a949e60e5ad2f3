import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Frame, Locator, Page } from 'playwright-core';
import { addressOf } from '../../host/address.ts';
import { launchBrowser } from '../../host/browser.ts';
import { root } from '../../host/paths.ts';
import { type Server, type ServerOptions, startServer } from '../../host/server.ts';

/** The extension that the sidebar and the neuron are held against. */
const bare = join(import.meta.dirname, '../bare');
/** Longer than a VS Code takes to start, and a large catalog to be read. */
const patience = 180_000;

// As texts: what runs in a browser knows other globals than what is around it here.

/** When the next click or key comes. */
const nextInput = `new Promise((resolve) => {
  for (const type of ['mousedown', 'keydown'])
    document.addEventListener(type, () => resolve(Date.now()), { capture: true, once: true });
})`;

/** When that which is looked for has been painted. */
const paintOf = (selector: string, heading: string | undefined) => `new Promise((resolve) => {
  const heading = ${JSON.stringify(heading ?? null)};
  const look = () => {
    if (heading !== null && document.querySelector('.neuron-id')?.textContent !== heading) return;
    if (!document.querySelector(${JSON.stringify(selector)})) return;
    observer.disconnect();
    requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { subtree: true, childList: true, characterData: true });
  look();
})`;

/** When a token or the bare page's line is first painted. By a timer: VS Code replaces the page. */
const watchFirst = `
  globalThis.firstPainted = new Promise((resolve) => {
    const look = () => {
      if (document.querySelector('[data-token], #bare'))
        requestAnimationFrame(() => setTimeout(() => resolve(Date.now())));
      else setTimeout(look, 2);
    };
    look();
  });`;

/** A window of VS Code with this extension and the bare one, in a separate browser. */
export class BenchWindow {
  readonly page: Page;
  readonly #browser: Browser;
  readonly #server: Server;

  private constructor(page: Page, browser: Browser, server: Server) {
    this.page = page;
    this.#browser = browser;
    this.#server = server;
  }

  static async open(folder: string, options: Partial<ServerOptions> = {}) {
    const server = await startServer({ installed: [root, bare], ...options });
    const browser = await launchBrowser();
    const page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
    page.setDefaultTimeout(patience);
    await page.addInitScript(watchFirst);
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

  async runCommand(title: string): Promise<void> {
    await this.page.keyboard.press('F1');
    await this.page.keyboard.type(title);
    const entry = this.page.locator('.quick-input-list').getByRole('option', { name: title });
    await entry.first().waitFor();
    await this.page.keyboard.press('Enter');
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
    const tab = this.page.locator('.part.editor .tab').first();
    while (await tab.isVisible()) {
      // A page that has just come takes the focus, and with it the second key.
      await this.page.keyboard.press('Control+K');
      await this.page.keyboard.press('Control+W');
      await tab.waitFor({ state: 'detached', timeout: 2000 }).catch(() => undefined);
    }
  }

  /** What is inside the web page in front, which VS Code has in two frames. */
  webview(selector: string): Locator {
    const outer = this.page.locator('iframe.webview.ready').filter({ visible: true });
    return outer.contentFrame().locator('iframe#active-frame').contentFrame().locator(selector);
  }

  /** Focuses the visible page. One that VS Code has just opened may lose the focus once. */
  async focusPage(): Promise<void> {
    do await this.webview('h1').click();
    while (!(await (await this.frame()).evaluate<boolean>('document.hasFocus()')));
  }

  /** The same as a frame, to run something in. */
  async frame(): Promise<Frame> {
    const handle = await this.webview('body').elementHandle();
    const frame = await handle?.ownerFrame();
    if (!frame) throw new Error('There is no web page in front');
    return frame;
  }

  /**
   * Milliseconds from the next click or key until `to` has painted an element for the selector,
   * below `heading` if given. By clocks of the pages: a question from outside takes too long.
   */
  async untilPainted(
    act: () => Promise<unknown>,
    { to, selector, heading }: { to: Frame; selector: string; heading?: string },
  ): Promise<number> {
    // The focus may go back to VS Code's own page at any time; a key does the same in both.
    const frames = [this.page.mainFrame(), to];
    const began = Promise.race(frames.map((frame) => frame.evaluate<number>(nextInput)));
    const painted = to.evaluate<number>(paintOf(selector, heading));
    // A key would overtake what is still to be run.
    await Promise.all(frames.map((frame) => frame.evaluate('0')));
    await act();
    return (await painted) - (await began);
  }

  /** The same, until a new web page has first painted a token or the bare page's line. */
  async untilFirstPainted(act: () => Promise<unknown>): Promise<number> {
    const began = this.page.mainFrame().evaluate<number>(nextInput);
    await act();
    await this.webview('[data-token], #bare').first().waitFor();
    const painted = await (await this.frame()).evaluate<number>('firstPainted');
    return painted - (await began);
  }

  /** Milliseconds of each frame of the visible page meanwhile, after its earlier work is done. */
  async framesWhile(act: () => Promise<unknown>): Promise<number[]> {
    const frame = await this.frame();
    await frame.evaluate(`new Promise((done) => {
      let [last, quiet] = [performance.now(), 0];
      const next = (now) => {
        quiet = now - last < 20 ? quiet + 1 : 0;
        last = now;
        if (quiet === 20) done();
        else requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    })`);
    await frame.evaluate(`{
      globalThis.frameTimes = [];
      let last = performance.now();
      const next = (now) => {
        frameTimes.push(now - last);
        last = now;
        requestAnimationFrame(next);
      };
      requestAnimationFrame(next);
    }`);
    await act();
    return frame.evaluate<number[]>('frameTimes');
  }

  /** MB of the browser's pages after garbage collection. Only Linux counts shared parts once. */
  async memory(): Promise<number> {
    const page = await this.page.context().newCDPSession(this.page);
    await page.send('HeapProfiler.collectGarbage');
    await page.detach();
    const browser = await this.#browser.newBrowserCDPSession();
    const { processInfo } = await browser.send('SystemInfo.getProcessInfo');
    await browser.detach();
    const kilobytes = processInfo
      .filter(({ type }) => type === 'renderer')
      .map(({ id }) => readFileSync(`/proc/${id}/smaps_rollup`, 'utf8'))
      .map((text) => Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1]));
    return kilobytes.reduce((sum, each) => sum + each, 0) / 1000;
  }

  /** Until the page in front shows the tokens of this neuron. */
  async painted(layer: number, neuron: number): Promise<void> {
    const id = `.neuron-id:text-is("${layer}:${neuron}")`;
    await this.webview(`:is(body):has(${id}) [data-token]`).first().waitFor();
  }
}

/** How many milliseconds something takes. */
export async function took(run: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await run();
  return performance.now() - start;
}
