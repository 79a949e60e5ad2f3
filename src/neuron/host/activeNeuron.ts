import * as vscode from 'vscode';
import type { NeuronRef } from '../../catalog/rows/explanationDirectory.ts';
import type { Directories } from '../../workspace/directories.ts';
import type { NeuronPanels } from './neuronPanels.ts';

/** Which neuron a command applies to. */
export class ActiveNeuron {
  readonly #directories: Directories;
  readonly #panels: NeuronPanels;

  constructor(directories: Directories, panels: NeuronPanels) {
    this.#directories = directories;
    this.#panels = panels;
  }

  /** The command's argument (a neuron, tree node or URI of a file), else the active editor. */
  of(argument: unknown): NeuronRef | undefined {
    return this.#named(argument) ?? this.#panels.active?.neuron ?? this.#asText();
  }

  /** Like `of`, but while the active editor loads another neuron, the one that is still visible. */
  seen(argument: unknown): NeuronRef | undefined {
    return this.#named(argument) ?? this.#panels.active?.shown ?? this.#asText();
  }

  #named(argument: unknown): NeuronRef | undefined {
    // From the title bar of a panel, the URI is not of a file.
    const atUri = argument instanceof vscode.Uri ? this.#directories.neuronAt(argument) : undefined;
    if (atUri) return atUri;
    if (typeof argument === 'object' && argument !== null) {
      if ('neuron' in argument && 'kind' in argument) return argument.neuron as NeuronRef;
      if ('directory' in argument && 'unit' in argument) return argument as NeuronRef;
    }
    return undefined;
  }

  /** A neuron's file that is open as text. */
  #asText(): NeuronRef | undefined {
    const input = vscode.window.tabGroups.activeTabGroup.activeTab?.input;
    return input instanceof vscode.TabInputText ? this.#directories.neuronAt(input.uri) : undefined;
  }
}
