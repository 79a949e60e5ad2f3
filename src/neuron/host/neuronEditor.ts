import * as vscode from 'vscode';
import { viewTypes } from '../../names.ts';
import type { Directories } from '../../workspace/directories.ts';
import type { NeuronPanels } from './neuronPanels.ts';

/** Shows a neuron's file as an editor: from the Explorer, a link, or the command line. It cannot change the file. */
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
      webviewOptions: { enableFindWidget: true },
    });
  }

  openCustomDocument(uri: vscode.Uri): vscode.CustomDocument {
    // The file is read for the editor, which also follows its changes.
    return { uri, dispose() {} };
  }

  resolveCustomEditor({ uri }: vscode.CustomDocument, panel: vscode.WebviewPanel): void {
    const neuron = this.#directories.neuronAt(uri);
    if (!neuron) {
      throw new Error(
        vscode.l10n.t(
          '{0}: expected the path of a neuron, which ends in layer/neuron.jsonl with both in digits',
          uri.fsPath,
        ),
      );
    }
    this.#panels.addEditor(panel, neuron);
  }
}
