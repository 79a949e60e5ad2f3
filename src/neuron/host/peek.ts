import * as vscode from 'vscode';
import type { NeuronRef } from '../../catalog/rows/explanationDirectory.ts';
import type { NeuronPanels } from './neuronPanels.ts';

/** Previews neurons while the user goes through a list. `undo` restores the preview. */
export class Peek {
  readonly #panels: NeuronPanels;
  /** The preview before. Null if there was none, undefined until a neuron is shown. */
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
    // The preview was behind another tab, which returns to the front.
    if (!active)
      await vscode.commands.executeCommand(
        'workbench.action.openPreviousRecentlyUsedEditorInGroup',
      );
  }
}
