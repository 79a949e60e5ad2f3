import * as vscode from 'vscode';
import { type NeuronRef, neuronUri } from '../../catalog/rows/explanationDirectory.ts';
import type { Directories } from '../../workspace/directories.ts';
import { tell } from '../../workspace/tell.ts';
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

  /**
   * The neurons of several selected tree nodes, which VS Code passes as the second argument, each
   * once. Else the neuron of `seen`, if any.
   */
  all(argument: unknown, selected: unknown): readonly NeuronRef[] {
    const nodes: readonly unknown[] = Array.isArray(selected) ? selected : [];
    const named = nodes.flatMap((node) => this.#named(node) ?? []);
    const one = this.seen(argument);
    if (named.length === 0) return one ? [one] : [];
    return [...new Map(named.map((neuron) => [neuronUri(neuron), neuron])).values()];
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

/** Says that a command needs a neuron. */
export function tellToOpen(): Thenable<string | undefined> {
  return tell(vscode.l10n.t('Open a neuron first. This command applies to the active editor.'));
}
