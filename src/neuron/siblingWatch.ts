import * as vscode from 'vscode';
import type { NeuronRef } from '../catalog/explanationDirectory.ts';
import { siblingPaths, type SiblingKind } from '../format/siblingFile.ts';
import { watchFile } from '../workspace/watchFile.ts';

/** Follows those files beside a neuron's explanations that its page has looked at, until it shows another neuron. */
export class SiblingWatch implements vscode.Disposable {
  readonly #changed: (kind: SiblingKind) => void;
  readonly #followed = new Map<SiblingKind, vscode.Disposable>();

  constructor(changed: (kind: SiblingKind) => void) {
    this.#changed = changed;
  }

  follow({ directory, layer, file }: NeuronRef, kind: SiblingKind): void {
    if (this.#followed.has(kind)) return;
    const beside = vscode.Uri.joinPath(vscode.Uri.parse(directory.uri), '..');
    const watchers = siblingPaths(directory.source, directory.path, layer.name, file.name)
      .filter((each) => each.kind === kind)
      .map(({ shown }) => watchFile(vscode.Uri.joinPath(beside, shown), () => this.#changed(kind)));
    this.#followed.set(kind, vscode.Disposable.from(...watchers));
  }

  clear(): void {
    for (const each of this.#followed.values()) each.dispose();
    this.#followed.clear();
  }

  dispose(): void {
    this.clear();
  }
}
