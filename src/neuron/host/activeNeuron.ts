import * as vscode from 'vscode';
import type { NeuronRef } from '../../catalog/rows/explanationDirectory.ts';
import type { Directories } from '../../workspace/directories.ts';
import type { NeuronPanels } from './neuronPanels.ts';

/** Which neuron a command is about. */
export class ActiveNeuron {
  readonly #directories: Directories;
  readonly #panels: NeuronPanels;

  constructor(directories: Directories, panels: NeuronPanels) {
    this.#directories = directories;
    this.#panels = panels;
  }

  /** That of the command's argument (a neuron, a tree's node, a file's URI), else that of the active editor. */
  of(argument: unknown): NeuronRef | undefined {
    return this.#named(argument) ?? this.#panels.active?.neuron ?? this.#asText();
  }

  /** As `of`, but of an editor that is about to show another neuron, the one that is seen in it. */
  seen(argument: unknown): NeuronRef | undefined {
    return this.#named(argument) ?? this.#panels.active?.shown ?? this.#asText();
  }

  #named(argument: unknown): NeuronRef | undefined {
    // The title bar of a panel gives a URI that is no file's.
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
