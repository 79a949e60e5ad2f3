import * as vscode from 'vscode';
import type { NeuronRef } from '../../catalog/rows/explanationDirectory.ts';
import type { NeuronPanels } from './neuronPanels.ts';
import type { JsonPath } from '../../format/pythonJson.ts';

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

/**
 * Opens a file as text and selects the value at a path, or goes to the nearest enclosing one. A
 * number is the position of a character to select.
 */
export async function openJson(uri: vscode.Uri, at: JsonPath | number = []): Promise<void> {
  if (typeof at !== 'number' && at.length === 0) {
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default', { preview: true });
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const [start, end] =
    typeof at === 'number' ? [at, at + 1] : await placeOf(document.getText(), at);
  const selection = new vscode.Range(document.positionAt(start), document.positionAt(end));
  await vscode.window.showTextDocument(document, {
    preview: true,
    selection,
  });
}

async function placeOf(text: string, path: JsonPath): Promise<[start: number, end: number]> {
  const { locateAll } = await import('../../format/locate.ts');
  const { start, end, exact } = locateAll(text, [path])[0]!;
  // An enclosing value may be megabytes long, so only its start is shown.
  return [start, exact ? end : start];
}
