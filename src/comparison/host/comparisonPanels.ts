import * as vscode from 'vscode';
import { type NeuronRef, neuronUri } from '../../catalog/rows/explanationDirectory.ts';
import { viewTypes } from '../../names.ts';
import { logRefused } from '../../workspace/log.ts';
import { mayLookAt, namedNeuron, neuronRef } from '../../workspace/place.ts';
import { type Compared, ComparisonPanel, type ComparisonParts } from './comparisonPanel.ts';
import { parsePageState } from '../contract/contract.ts';
import type { RowOrder } from '../contract/protocol.ts';

/** The panels with comparisons. */
export class ComparisonPanels implements vscode.WebviewPanelSerializer, vscode.Disposable {
  readonly #extensionUri: vscode.Uri;
  readonly #parts: ComparisonParts;
  readonly #open = new Set<ComparisonPanel>();
  readonly #serializer: vscode.Disposable;

  constructor(extensionUri: vscode.Uri, parts: ComparisonParts) {
    this.#extensionUri = extensionUri;
    this.#parts = parts;
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
      const compared = {
        left: { neuron: left, explanation: state.left.explanation },
        right: { neuron: right, explanation: state.right.explanation },
      };
      this.#adopt(panel, compared, state.order);
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
    return neuronRef(this.#parts.directories.at(place.directory), place.layerName, place.fileName);
  }

  #adopt(panel: vscode.WebviewPanel, compared: Compared, order?: RowOrder): void {
    panel.iconPath = {
      light: vscode.Uri.joinPath(this.#extensionUri, 'media', 'neuron-light.svg'),
      dark: vscode.Uri.joinPath(this.#extensionUri, 'media', 'neuron-dark.svg'),
    };
    const open = new ComparisonPanel(panel, this.#extensionUri, this.#parts, compared, order);
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
