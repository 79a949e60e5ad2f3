import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { addressOf } from '../../host/address.ts';
import { launchBrowser } from '../../host/browser.ts';
import { root } from '../../host/paths.ts';
import { startServer } from '../../host/server.ts';
import { bareItems } from '../data/bareItems.ts';
import { ensureWide, wideSize } from '../data/wide.ts';
import type { Measure } from '../measure.ts';

const bare = join(import.meta.dirname, '../bareTree');
/** Longer than a VS Code takes to start, and a catalog to be read. */
const patience = 180_000;

const runs = 15;
const warmUps = 2;

/** A click on a layer until its first neuron shows, in the VS Code that the tests use. */
export const treeMeasures: readonly Measure[] = [
  {
    name: 'opening a layer of 6,400',
    unit: 'ms',
    must: 1.2,
    runs,
    warmUps,
    prepare: async () => {
      const folder = ensureWide();
      // No more layers than are opened.
      const env = { BARE_TREE_ITEMS: bareItems(runs + warmUps) };
      const server = await startServer({ installed: [root, bare], env });
      const browser = await launchBrowser();
      const page = await browser.newPage({ viewport: { width: 1280, height: 1600 } });
      page.setDefaultTimeout(patience);
      await page.goto(addressOf(server, folder));
      const ours = new Opener(page, 'Neurons', 'Neurons');
      const theirs = new Opener(page, 'Bare Tree', 'Bare Tree');
      await ours.show();
      await ours.layer(0).waitFor();
      // All is read: what is measured is the tree.
      const neurons = (wideSize.layers * wideSize.neurons).toLocaleString('en');
      await page.getByText(`${neurons} neurons`, { exact: true }).first().waitFor();
      return {
        sample: () => ours.open(),
        peer: { name: 'a bare tree that shows the same', sample: () => theirs.open() },
        close: async () => {
          await browser.close();
          server.stop();
        },
      };
    },
  },
];

/** Opens the next layer of a view, and closes it. */
class Opener {
  readonly #page: Page;
  readonly #container: string;
  readonly #view: string;
  #next = 0;

  constructor(page: Page, container: string, view: string) {
    this.#page = page;
    this.#container = container;
    this.#view = view;
  }

  async show(): Promise<void> {
    const tab = this.#page.locator('.part.activitybar').getByRole('tab', { name: this.#container });
    await tab.waitFor();
    if ((await tab.getAttribute('aria-selected')) !== 'true') await tab.click();
  }

  layer(number: number) {
    const label = this.#page.locator('.label-name').getByText(`Layer ${number}`, { exact: true });
    return this.#tree.getByRole('treeitem').filter({ has: label });
  }

  async open(): Promise<number> {
    await this.show();
    const layer = this.layer(this.#next++);
    await layer.waitFor();
    const level = Number(await layer.getAttribute('aria-level')) + 1;
    const child = this.#tree.locator(`[role="treeitem"][aria-level="${level}"]`).first();
    const twistie = layer.locator('.monaco-tl-twistie');
    const start = performance.now();
    await twistie.click();
    await child.waitFor();
    const took = performance.now() - start;
    await twistie.click();
    await child.waitFor({ state: 'detached' });
    return took;
  }

  get #tree() {
    return this.#page.locator('.part.sidebar').getByRole('tree', { name: this.#view });
  }
}
