import type { Locator } from 'playwright-core';
import type { HostMessage, PageState } from '../../../src/neuron/contract/protocol.ts';
import type { Sequence } from '../../../src/tokens/contract.ts';
import type { Requests } from '../../../src/neuron/contract/contract.ts';
import type { Asked } from '../../../src/panels/contract.ts';
import { ExtensionPage, pagesOf } from './extensionPage.ts';
import { showMessage, type HostNeuron } from './messages.ts';

/** Pages that no test has. */
const spare: NeuronPage[] = [];

/** The neuron's pages for the tests of a `describe`. */
export function neuronPages() {
  return pagesOf('neuron', (page) => new NeuronPage(page), spare);
}

/** The neuron's page in a browser, with a host that the test plays. */
export class NeuronPage extends ExtensionPage<Requests, HostMessage, PageState> {
  /** Shows a neuron, and answers requests for more sequences, `pageSize` at a time. */
  async show(
    neuron: HostNeuron,
    { explanation, pageSize = 50, pinned = false }: ShowOptions = {},
  ): Promise<void> {
    const { document, sequences } = neuron;
    const index = explanation ?? document.explanations[0]?.index ?? 0;
    const pageOf = (of: number, from: number) => {
      const all: readonly Sequence[] = sequences.get(of) ?? [];
      const page = all.slice(from, from + pageSize);
      return { explanation: of, from, total: all.length, sequences: page };
    };
    this.host = ({ name, argument }) => {
      if (name === 'analysis') return { ok: neuron.analysis(argument.explanation) };
      if (name === 'activations') return { ok: neuron.activations(argument.explanation) };
      if (name !== 'sequences') return { ok: null };
      return { ok: { ...pageOf(argument.explanation, argument.from), order: argument.order } };
    };
    const { sequences: first, total } = pageOf(index, 0);
    await this.send(showMessage(document, first, { explanation: index, total, pinned }));
    await this.page.locator('h1').waitFor();
  }

  token(index: number, place = 0): Locator {
    return this.page.locator(`[data-sequence="${place}"] [data-token="${index}"]`);
  }

  /** All tokens but one cannot be focused otherwise: as a click does, which pins the card, too. */
  focusToken(index: number, place = 0): Promise<void> {
    return this.token(index, place).evaluate((token) => {
      (token as HTMLElement).tabIndex = 0;
      (token as HTMLElement).focus();
    });
  }

  /** Moves the pointer over some unfocused token in sight. The page sees it move. */
  async moveOverSomeToken(): Promise<void> {
    const { x, y } = await this.page.evaluate(() => {
      for (const token of document.querySelectorAll('.t')) {
        const { left, top, width, height } = token.getBoundingClientRect();
        const [x, y] = [left + width / 2, top + height / 2];
        const there = width > 16 && document.elementFromPoint(x, y);
        if (there && token.contains(there) && token !== document.activeElement) return { x, y };
      }
      throw new Error('No token is in sight');
    });
    await this.page.mouse.move(x - 4, y);
    await this.page.mouse.move(x + 4, y);
  }

  async setMode(name: ModeName): Promise<void> {
    await this.choose('Colour tokens by', name);
  }

  /** Chooses in one of the page's selects. */
  async choose(name: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name }).selectOption({ label: option });
    await this.settle();
  }

  /** Types into the field that searches the tokens, and waits for the answer. */
  async find(text: string): Promise<void> {
    const asked = this.requests.length;
    await (await this.openFind()).fill(text);
    while (!this.requests.slice(asked).some(({ name }) => name === 'find')) await this.settle();
    await this.settle();
  }

  /** Opens the find widget. Returns its field. */
  async openFind(): Promise<Locator> {
    await this.page.keyboard.press('Control+f');
    const field = this.page.getByRole('textbox', { name: 'Find in tokens' });
    await field.waitFor();
    return field;
  }

  /** Opens what the scores mean and whether they hold. Returns it. */
  async openScores(): Promise<Locator> {
    await this.page.locator('.score-button').click();
    return this.page.getByRole('dialog', { name: 'Scores' });
  }

  /** Opens the table of many explanations. */
  async openTable(): Promise<void> {
    await this.page.getByRole('button', { name: /^\d+ explanations$/ }).click();
  }

  /** Requests that come from the reader. The page requests the others by itself. */
  get asked(): readonly Asked<Requests>[] {
    return this.requests.filter(({ name }) => name !== 'analysis' && name !== 'activations');
  }

  get legend(): Promise<string> {
    return this.page
      .locator('.legend')
      .innerText()
      .then((text) => text.replace(/\s+/g, ' ').trim());
  }

  get card(): Locator {
    return this.page.locator('.card');
  }
}

export const modeNames = ['Overlay', 'Stacked', 'Actual', 'Simulated', 'Difference'] as const;
export type ModeName = (typeof modeNames)[number];

interface ShowOptions {
  readonly explanation?: number;
  readonly pageSize?: number;
  readonly pinned?: boolean;
}
