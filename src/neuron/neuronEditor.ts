import * as vscode from 'vscode';
import { viewTypes } from '../names.ts';
import type { Directories } from '../workspace/directories.ts';
import { neuronRef, parseNeuronUri } from '../workspace/place.ts';
import { NeuronWebview } from './neuronWebview.ts';

/** Shows a neuron's file as an editor: from the Explorer, a link, or the command line. It cannot change the file. */
export class NeuronEditor implements vscode.CustomReadonlyEditorProvider {
  readonly #extensionUri: vscode.Uri;
  readonly #directories: Directories;
  readonly #open = new Map<vscode.WebviewPanel, NeuronWebview>();

  constructor(extensionUri: vscode.Uri, directories: Directories) {
    this.#extensionUri = extensionUri;
    this.#directories = directories;
  }

  /** What the editor in front shows, if it is one of these. */
  get activeView(): NeuronWebview | undefined {
    return [...this.#open].find(([panel]) => panel.active)?.[1];
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
    const place = parseNeuronUri(uri);
    if (!place) {
      throw new Error(
        vscode.l10n.t(
          '{0}: expected the path of a neuron, which ends in layer/neuron.jsonl with both in digits',
          uri.fsPath,
        ),
      );
    }
    const directory = this.#directories.at(place.directory);
    const neuron = neuronRef(directory, place.layerName, place.fileName);
    const view = new NeuronWebview(panel.webview, this.#extensionUri, neuron, { kept: true });
    this.#open.set(panel, view);
    panel.onDidDispose(() => {
      this.#open.delete(panel);
      view.dispose();
    });
  }
}
