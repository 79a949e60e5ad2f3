import * as vscode from 'vscode';
import { ActiveNeuron } from './neuron/activeNeuron.ts';
import { registerNeuronCommands } from './neuron/neuronCommands.ts';
import { NeuronEditor } from './neuron/neuronEditor.ts';
import { NeuronPanels } from './neuron/neuronPanels.ts';
import { registerPaletteCommands } from './search/paletteCommands.ts';
import { NeuronTree } from './sidebar/neuronTree.ts';
import { registerSidebarCommands } from './sidebar/sidebarCommands.ts';
import { Directories } from './workspace/directories.ts';

export function activate({ extensionUri, subscriptions, workspaceState }: vscode.ExtensionContext) {
  const sample = vscode.Uri.joinPath(extensionUri, 'samples', 'explanations');
  const directories = new Directories(sample, workspaceState);
  const tree = new NeuronTree(directories);
  const panels = new NeuronPanels(extensionUri, directories);
  const active = new ActiveNeuron(directories, panels);
  subscriptions.push(
    directories,
    tree,
    panels,
    new NeuronEditor(extensionUri, directories).register(),
    registerNeuronCommands(active, panels),
    registerSidebarCommands(directories, tree, active),
    registerPaletteCommands(directories, panels),
  );
  void directories.refresh();
}
