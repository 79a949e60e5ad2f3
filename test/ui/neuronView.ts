import type { Locator } from 'playwright-core';
import type { Workbench } from './workbench.ts';

/** A token as the page paints it: CSS colours as the browser computes them. */
export interface PaintedToken {
  readonly text: string;
  /** The box of the token, which shows one quantity. */
  readonly fill: string;
  /** The bar below the box, which shows another. */
  readonly bar: string;
}

/** The neuron that the workbench shows. */
export class NeuronView {
  readonly #workbench: Workbench;

  constructor(workbench: Workbench) {
    this.#workbench = workbench;
  }

  /** Opens a neuron from the tree by a click. */
  async open(layer: number, neuron: number): Promise<void> {
    await this.#workbench.tree.expand(`Layer ${layer}`);
    await this.#workbench.tree.clickBelow(`Layer ${layer}`, String(neuron));
    await this.shows(layer, neuron);
  }

  /** The same where several directories are in the tree. */
  async openBelow(directory: string, layer: number, neuron: number): Promise<void> {
    await this.#workbench.tree.expand(directory);
    await this.open(layer, neuron);
    await this.#workbench.tree.collapse(directory);
  }

  find(selector: string, options?: Parameters<Locator['locator']>[1]): Locator {
    return this.#workbench.webview().locator(selector, options);
  }

  byRole(...args: Parameters<Locator['getByRole']>): Locator {
    return this.#workbench.webview().getByRole(...args);
  }

  /** Waits until this neuron is shown, with its tokens. */
  async shows(layer: number, neuron: number): Promise<void> {
    await this.find(`.neuron-id:text-is("${layer}:${neuron}")`).waitFor();
    await this.find('[data-token]').first().waitFor();
  }

  /** The explanation that is chosen, or the only one. */
  get chosen(): Locator {
    return this.find('.claim-text');
  }

  /** Focuses the page. VS Code may take the focus back once, just after a page has opened. */
  async focus(): Promise<void> {
    do await this.find('h1').click();
    while (!(await this.find('body').evaluate(() => document.hasFocus())));
  }

  /** Chooses in one of the page's menus. */
  async choose(name: string, label: string): Promise<void> {
    await this.byRole('combobox', { name }).selectOption({ label });
  }

  setMode(label: string): Promise<void> {
    return this.choose('Colour tokens by', label);
  }

  token(sequence: number, index: number): Locator {
    return this.find(`.sequence[data-sequence="${sequence}"] [data-token="${index}"]`);
  }

  /** The tokens of a sequence, by its place on the page. */
  tokens(sequence: number): Promise<PaintedToken[]> {
    return this.find(`.sequence[data-sequence="${sequence}"] [data-token]`).evaluateAll(
      (elements) =>
        elements.map((element) => {
          const style = getComputedStyle(element);
          const text = element.textContent ?? '';
          return { text, fill: style.backgroundColor, bar: style.borderBottomColor };
        }),
    );
  }

  card(): Locator {
    return this.find('.card');
  }
}
