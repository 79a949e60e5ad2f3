import * as vscode from 'vscode';
import { ActiveNeuron } from './neuron/activeNeuron.ts';
import { registerNeuronCommands } from './neuron/neuronCommands.ts';
import { NeuronEditor } from './neuron/neuronEditor.ts';
import { NeuronPanels } from './neuron/neuronPanels.ts';
import { registerOverviewCommand } from './overview/overviewCommand.ts';
import { OverviewPanels } from './overview/overviewPanels.ts';
import { registerPaletteCommands } from './search/paletteCommands.ts';
import { NeuronTree } from './sidebar/neuronTree.ts';
import { registerSidebarCommands } from './sidebar/sidebarCommands.ts';
import { Catalogs } from './workspace/catalogs.ts';
import { Directories } from './workspace/directories.ts';

/** What tests in the editor's host look into: VS Code itself tells nobody what a tree shows. */
export interface Parts {
  readonly directories: Directories;
  readonly catalogs: Catalogs;
  readonly tree: NeuronTree;
  readonly panels: NeuronPanels;
}

export function activate(context: vscode.ExtensionContext): Parts {
  const { extensionUri, subscriptions, workspaceState } = context;
  const sample = vscode.Uri.joinPath(extensionUri, 'samples', 'explanations');
  const directories = new Directories(sample, workspaceState);
  const catalogs = new Catalogs();
  const tree = new NeuronTree(directories, catalogs);
  const panels = new NeuronPanels(extensionUri, directories);
  const overviews = new OverviewPanels(extensionUri, directories, catalogs, panels);
  const active = new ActiveNeuron(directories, panels);
  subscriptions.push(
    directories,
    catalogs,
    tree,
    panels,
    overviews,
    new NeuronEditor(extensionUri, directories).register(),
    registerNeuronCommands(directories, active, panels),
    registerSidebarCommands(directories, tree, active, panels),
    registerPaletteCommands(directories, panels),
    registerOverviewCommand(directories, overviews),
  );
  return { directories, catalogs, tree, panels };
}
