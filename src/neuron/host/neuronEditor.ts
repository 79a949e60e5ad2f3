import * as vscode from 'vscode';
import { viewTypes } from '../../names.ts';
import type { Directories } from '../../workspace/directories.ts';
import { wholePath } from '../../workspace/place.ts';
import type { NeuronPanels } from './neuronPanels.ts';

/** A read-only editor of a neuron's file, for the Explorer, links and the command line. */
export class NeuronEditor implements vscode.CustomReadonlyEditorProvider {
  readonly #directories: Directories;
  readonly #panels: NeuronPanels;

  constructor(directories: Directories, panels: NeuronPanels) {
    this.#directories = directories;
    this.#panels = panels;
  }

  register(): vscode.Disposable {
    return vscode.window.registerCustomEditorProvider(viewTypes.editor, this, {
      supportsMultipleEditorsPerDocument: true,
    });
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    // The page reads the file and follows its changes.
    return { uri, dispose() {} };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): Promise<void> {
    const neuron = this.#directories.neuronAt(uri);
    if (!neuron) {
      throw new Error(
        vscode.l10n.t(
          '{0}: expected a path that ends in layer/neuron.jsonl, as in 5/131.jsonl',
          wholePath(uri),
        ),
      );
    }
    return this.#panels.addEditor(panel, neuron);
  }
}
