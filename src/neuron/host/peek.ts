import * as vscode from 'vscode';
import type { NeuronRef } from '../../catalog/rows/explanationDirectory.ts';
import type { NeuronPanels } from './neuronPanels.ts';

/** Shows neurons in the preview while someone looks through a list, and at the end what was there before. */
export class Peek {
  readonly #panels: NeuronPanels;
  /** What the preview showed before; null where there was none. Undefined until something was shown. */
  #before: NeuronPanels['preview'] | null;
  #last: Promise<void> = Promise.resolve();

  constructor(panels: NeuronPanels) {
    this.#panels = panels;
  }

  show(neuron: NeuronRef): void {
    if (this.#before === undefined) this.#before = this.#panels.preview ?? null;
    this.#last = this.#panels.open(neuron, { preserveFocus: true });
  }

  async undo(): Promise<void> {
    if (this.#before === undefined) return;
    await this.#last;
    if (!this.#before) {
      this.#panels.closePreview();
      return;
    }
    const { neuron, active } = this.#before;
    await this.#panels.open(neuron);
    // It was behind another tab, which was the one in front.
    if (!active)
      await vscode.commands.executeCommand(
        'workbench.action.openPreviousRecentlyUsedEditorInGroup',
      );
  }
}
