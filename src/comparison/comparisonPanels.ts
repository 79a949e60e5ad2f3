import * as vscode from 'vscode';
import { type NeuronRef, neuronUri } from '../catalog/explanationDirectory.ts';
import { viewTypes } from '../names.ts';
import type { Directories } from '../workspace/directories.ts';
import { logRefused } from '../workspace/log.ts';
import type { Lookout } from '../workspace/lookout.ts';
import { mayLookAt, namedNeuron, neuronRef } from '../workspace/place.ts';
import { type Compared, ComparisonPanel } from './comparisonPanel.ts';
import { parsePageState } from './pageMessage.ts';

/** The panels with comparisons. */
export class ComparisonPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #directories: Directories;
  readonly #lookout: Lookout;
  readonly #open = new Set<ComparisonPanel>();
  readonly #serializer: vscode.Disposable;

  constructor(extensionUri: vscode.Uri, directories: Directories, lookout: Lookout) {
    this.#extensionUri = extensionUri;
    this.#directories = directories;
    this.#lookout = lookout;
    this.#serializer = vscode.window.registerWebviewPanelSerializer(viewTypes.comparison, this);
  }

  get all(): readonly ComparisonPanel[] {
    return [...this.#open];
  }

  /** Shows a comparison: in the panel that has it, else in a new one. */
  open(compared: Compared): void {
    const own = [...this.#open].find((open) => keyOf(open.compared) === keyOf(compared));
    if (own) {
      own.panel.reveal();
      return;
    }
    const panel = vscode.window.createWebviewPanel(
      viewTypes.comparison,
      '',
      vscode.ViewColumn.Active,
      { enableFindWidget: true },
    );
    this.#adopt(panel, compared);
  }

  deserializeWebviewPanel(panel: vscode.WebviewPanel, saved: unknown): Promise<void> {
    const state = parsePageState(saved);
    const left = state && this.#neuronAt(state.left.uri);
    const right = state && this.#neuronAt(state.right.uri);
    if (!left || !right) {
      logRefused('comparison', saved);
      panel.dispose();
    } else {
      this.#adopt(panel, {
        left: { neuron: left, explanation: state.left.explanation },
        right: { neuron: right, explanation: state.right.explanation },
      });
    }
    return Promise.resolve();
  }

  dispose(): void {
    this.#serializer.dispose();
    for (const open of this.#open) open.dispose();
  }

  #neuronAt(uri: string): NeuronRef | undefined {
    const place = namedNeuron(uri);
    if (!place || !mayLookAt(place.directory)) return undefined;
    return neuronRef(this.#directories.at(place.directory), place.layerName, place.fileName);
  }

  #adopt(panel: vscode.WebviewPanel, compared: Compared): void {
    panel.iconPath = {
      light: vscode.Uri.joinPath(this.#extensionUri, 'media', 'neuron-light.svg'),
      dark: vscode.Uri.joinPath(this.#extensionUri, 'media', 'neuron-dark.svg'),
    };
    const open = new ComparisonPanel(panel, this.#extensionUri, compared, this.#lookout);
    this.#open.add(open);
    panel.onDidDispose(() => {
      this.#open.delete(open);
      open.dispose();
    });
  }
}

function keyOf({ left, right }: Compared): string {
  const sides = [left, right].map(({ neuron, explanation }) => [neuronUri(neuron), explanation]);
  return JSON.stringify(sides);
}
