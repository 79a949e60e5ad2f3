import { bareItems } from '../data/bareItems.ts';
import { ensureWide, wideRows, wideSize } from '../data/wide.ts';
import type { Measure } from '../measure.ts';
import { BenchWindow, took } from './benchWindow.ts';

const runs = 15;
const warmUps = 2;

/** In the VS Code that the tests use. */
export const treeMeasures: readonly Measure[] = [
  // A click on a layer until its first neuron shows.
  measure('opening a layer of 6,400', 'first', { must: 1.3, aim: 1.05 }),
  // Until one can scroll to the last.
  measure('all rows of a layer of 6,400', 'all', {}),
];

function measure(
  name: string,
  until: keyof Opened,
  limits: Pick<Measure, 'must' | 'aim'>,
): Measure {
  return {
    name,
    unit: 'ms',
    ...limits,
    runs,
    warmUps,
    prepare: async () => {
      // No more layers than are opened.
      const env = { BARE_TREE_ITEMS: bareItems(runs + warmUps) };
      const window = await BenchWindow.open(ensureWide(), { env });
      const ours = new Opener(window, 'Neurons', 'Neurons');
      const theirs = new Opener(window, 'Bare', 'Bare Tree');
      await window.show('Neurons');
      // All is read: what is measured is the tree.
      const neurons = `${wideRows.toLocaleString('en')} neurons`;
      await window.page.getByText(neurons, { exact: true }).first().waitFor();
      return {
        sample: async () => (await ours.open())[until],
        peer: {
          name: 'a bare tree that shows the same',
          sample: async () => (await theirs.open())[until],
        },
        close: () => window.close(),
      };
    },
  };
}

interface Opened {
  readonly first: number;
  readonly all: number;
}

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

  async open(): Promise<Opened> {
    await this.#window.show(this.#container);
    const layer = this.#window.row(this.#view, `Layer ${this.#next++}`);
    await layer.waitFor();
    const level = Number(await layer.getAttribute('aria-level')) + 1;
    const children = this.#window
      .tree(this.#view)
      .locator(`[role="treeitem"][aria-level="${level}"]`);
    const twistie = layer.locator('.monaco-tl-twistie');
    const rows = this.#window.tree(this.#view).locator('.monaco-list-rows').first();
    let first = NaN;
    const all = await took(async () => {
      first = await took(async () => {
        await twistie.click();
        await children.first().waitFor();
      });
      // The list is as high as all its rows, seen or not.
      const list = await rows.elementHandle();
      const { height } = (await layer.boundingBox())!;
      const isWhole = ([list, least]: readonly [HTMLElement | SVGElement, number]) =>
        list.clientHeight >= least;
      await this.#window.page.waitForFunction(isWhole, [list, height * wideSize.neurons] as const);
    });
    await twistie.click();
    await children.first().waitFor({ state: 'detached' });
    return { first, all };
  }
}
