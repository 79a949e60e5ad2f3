import { bareItems } from '../data/bareItems.ts';
import { ensureWide, wideRows } from '../data/wide.ts';
import type { Measure } from '../measure.ts';
import { BenchWindow, took } from './benchWindow.ts';

const runs = 15;
const warmUps = 2;

/** A click on a layer until its first neuron shows, in the VS Code that the tests use. */
export const treeMeasures: readonly Measure[] = [
  {
    name: 'opening a layer of 6,400',
    unit: 'ms',
    must: 1.3,
    aim: 1.05,
    runs,
    warmUps,
    prepare: async () => {
      // No more layers than are opened.
      const env = { BARE_TREE_ITEMS: bareItems(runs + warmUps) };
      const window = await BenchWindow.open(ensureWide(), env);
      const ours = new Opener(window, 'Neurons', 'Neurons');
      const theirs = new Opener(window, 'Bare', 'Bare Tree');
      await window.show('Neurons');
      // All is read: what is measured is the tree.
      const neurons = `${wideRows.toLocaleString('en')} neurons`;
      await window.page.getByText(neurons, { exact: true }).first().waitFor();
      return {
        sample: () => ours.open(),
        peer: { name: 'a bare tree that shows the same', sample: () => theirs.open() },
        close: () => window.close(),
      };
    },
  },
];

/** Opens the next layer of a view, and closes it. */
class Opener {
  readonly #window: BenchWindow;
  readonly #container: string;
  readonly #view: string;
  #next = 0;

  constructor(window: BenchWindow, container: string, view: string) {
    this.#window = window;
    this.#container = container;
    this.#view = view;
  }

  async open(): Promise<number> {
    await this.#window.show(this.#container);
    const layer = this.#window.row(this.#view, `Layer ${this.#next++}`);
    await layer.waitFor();
    const level = Number(await layer.getAttribute('aria-level')) + 1;
    const children = this.#window
      .tree(this.#view)
      .locator(`[role="treeitem"][aria-level="${level}"]`);
    const twistie = layer.locator('.monaco-tl-twistie');
    const time = await took(async () => {
      await twistie.click();
      await children.first().waitFor();
    });
    await twistie.click();
    await children.first().waitFor({ state: 'detached' });
    return time;
  }
}
