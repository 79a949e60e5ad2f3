import * as vscode from 'vscode';
import type { ExplanationDirectory, NeuronRef } from '../catalog/rows/explanationDirectory.ts';
import { settings } from '../names.ts';
import { resolvePath } from './configured.ts';
import {
  matchesGlob,
  neuronpediaAddress,
  type NeuronpediaSource,
  neuronpediaSources,
} from './neuronpediaSource.ts';

/** Which directories Neuronpedia has, by the setting. */
export class Neuronpedia implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<void>();
  readonly #subscriptions: vscode.Disposable;
  /** By the URI of the directory, as the tree asks for thousands of neurons. */
  readonly #known = new Map<string, NeuronpediaSource | undefined>();

  /** The setting changed, or the folders that its paths are relative to. */
  readonly onDidChange = this.#changed.event;

  constructor() {
    const forget = () => {
      this.#known.clear();
      this.#changed.fire();
    };
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidChangeWorkspaceFolders(forget),
      vscode.workspace.onDidGrantWorkspaceTrust(forget),
      vscode.workspace.onDidChangeConfiguration((change) => {
        if (change.affectsConfiguration(`${settings.section}.${settings.neuronpedia}`)) forget();
      }),
    );
  }

  has({ uri }: ExplanationDirectory): boolean {
    return this.#sourceOf(uri) !== undefined;
  }

  /** The address of a neuron. Undefined if no entry of the setting is for its directory. */
  addressOf(neuron: NeuronRef): string | undefined {
    const source = this.#sourceOf(neuron.directory.uri);
    return source && neuronpediaAddress(source, neuron);
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #sourceOf(uri: string): NeuronpediaSource | undefined {
    if (!this.#known.has(uri)) this.#known.set(uri, findSource(vscode.Uri.parse(uri)));
    return this.#known.get(uri);
  }
}

/** That of the longest path or glob that matches: the default entry is a short one. */
function findSource(directory: vscode.Uri): NeuronpediaSource | undefined {
  const { section, neuronpedia } = settings;
  const setting: unknown = vscode.workspace.getConfiguration(section).get(neuronpedia);
  const [found] = neuronpediaSources(setting)
    .filter(([path]) => globsOf(path).some((glob) => matchesGlob(placeText(directory), glob)))
    .sort(([a], [b]) => b.length - a.length);
  return found?.[1];
}

/** With two stars first, it is anywhere, also outside of the workspace folders. */
function globsOf(path: string): string[] {
  return path.startsWith('**/') ? [path] : resolvePath(path).map(placeText);
}

function placeText(uri: vscode.Uri): string {
  // Once to text and back: drive letters are spelled alike.
  const { scheme, authority, path } = vscode.Uri.parse(uri.toString());
  return scheme === 'file' && authority === '' ? path : `${scheme}://${authority}${path}`;
}
