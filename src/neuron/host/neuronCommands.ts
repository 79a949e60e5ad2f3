import * as vscode from 'vscode';
import { neuronId, type NeuronRef, neuronUri } from '../../catalog/rows/explanationDirectory.ts';
import { neighbour } from '../../catalog/rows/neighbours.ts';
import { commands } from '../../names.ts';
import type { Directories } from '../../workspace/directories.ts';
import { type ActiveNeuron, tellToOpen } from './activeNeuron.ts';
import { openJson } from './peek.ts';
import type { NeuronPanels } from './neuronPanels.ts';
import { wholePath } from '../../workspace/place.ts';
import { plainLabel } from '../../workspace/plainText.ts';
import { tellError } from '../../workspace/tell.ts';
import { saveFile } from '../../workspace/saveFile.ts';
import type { Figure } from '../contract/contract.ts';
import type { OpenFind, StepMiss } from '../contract/protocol.ts';

/** An order of neurons that the user sees. */
interface SeenOrder {
  /** Null at the ends, undefined for a neuron that is not in it. */
  beside(neuron: NeuronRef, step: 1 | -1): Promise<NeuronRef | null | undefined>;
}

/** Commands on one neuron: that of their argument, else the active one. */
export function registerNeuronCommands(
  directories: Directories,
  active: ActiveNeuron,
  panels: NeuronPanels,
  order: SeenOrder,
): vscode.Disposable {
  const register = (command: string, run: (neuron: NeuronRef) => unknown) =>
    vscode.commands.registerCommand(command, (argument: unknown) => {
      const neuron = active.of(argument);
      return neuron ? run(neuron) : tellToOpen();
    });
  /** For commands that also take several selected tree nodes. */
  const registerCopy = (command: string, textOf: (neuron: NeuronRef) => string) =>
    vscode.commands.registerCommand(command, (argument: unknown, selected: unknown) => {
      const neurons = active.all(argument, selected);
      if (neurons.length === 0) return tellToOpen();
      return vscode.env.clipboard.writeText(neurons.map(textOf).join('\n'));
    });

  const current = (neuron: NeuronRef) => ({
    ...neuron,
    directory: directories.current(neuron.directory),
  });
  const neuronBeside = async (neuron: NeuronRef, by: 1 | -1) => {
    const seen = await order.beside(neuron, by);
    return seen === undefined ? neighbour(neuron, by) : seen;
  };
  const step = async (neuron: NeuronRef, by: 1 | -1): Promise<void> => {
    const next = await neuronBeside(neuron, by);
    if (!next) {
      const title = plainLabel(directories.titleOf(neuron));
      const message =
        by > 0
          ? vscode.l10n.t('{0} is the last neuron', title)
          : vscode.l10n.t('{0} is the first neuron', title);
      vscode.window.setStatusBarMessage(message, 5000);
      return;
    }
    await panels.step(neuron, next);
    void readOn(next, by);
  };
  /** Whoever steps is likely to go on. Never rejects. */
  const readOn = async (neuron: NeuronRef, by: 1 | -1): Promise<void> => {
    const { active: view } = panels;
    const onward = await neuronBeside(neuron, by).catch(() => undefined);
    if (onward) await view?.readAhead(onward);
  };
  return vscode.Disposable.from(
    register(commands.openNeuron, (neuron) => panels.open(neuron)),
    register(commands.keepOpen, (neuron) => panels.keepOpen(neuron)),
    register(commands.openJson, (neuron) => openJson(uriOf(neuron), panels.faultOffset(neuron))),
    register(commands.nextNeuron, (neuron) => step(current(neuron), 1)),
    register(commands.previousNeuron, (neuron) => step(current(neuron), -1)),
    register(commands.revealInExplorer, (neuron) => revealInExplorer(uriOf(neuron))),
    registerCopy(commands.copyPath, (neuron) => wholePath(uriOf(neuron))),
    registerCopy(commands.copyNeuronId, neuronId),
  );
}

/** The Explorer only shows workspace folders. */
async function revealInExplorer(uri: vscode.Uri): Promise<void> {
  const inWorkspace = vscode.workspace.getWorkspaceFolder(uri) !== undefined;
  await vscode.commands.executeCommand(inWorkspace ? 'revealInExplorer' : 'revealFileInOS', uri);
}

function uriOf(neuron: NeuronRef): vscode.Uri {
  return vscode.Uri.parse(neuronUri(neuron));
}

/** Commands that the active page carries out: it knows what is in view. */
export function registerPageCommands(panels: NeuronPanels): vscode.Disposable {
  const register = (command: string, message: StepMiss | OpenFind) =>
    vscode.commands.registerCommand(command, () => {
      if (panels.active) return panels.active.tell(message);
      return tellToOpen();
    });
  return vscode.Disposable.from(
    register(commands.nextMiss, { type: 'miss', step: 1 }),
    register(commands.previousMiss, { type: 'miss', step: -1 }),
    register(commands.findInTokens, { type: 'find' }),
  );
}

/** Asks for a file and writes to it. Shows errors itself, as no caller waits for it. */
export async function saveFigure(neuron: NeuronRef, { format, content }: Figure) {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const name = `neuron-${neuron.group.label}-${neuron.unit.label}`;
  try {
    await saveFile(neuron.directory, name, format, () => bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    tellError(vscode.l10n.t('Could not save the figure: {0}', reason));
  }
}
