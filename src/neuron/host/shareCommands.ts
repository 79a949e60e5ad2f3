import * as vscode from 'vscode';
import { neuronUri } from '../../catalog/rows/explanationDirectory.ts';
import { commands } from '../../names.ts';
import type { ActiveNeuron } from './activeNeuron.ts';
import { neuronLink } from './link.ts';
import { linkNames } from './linkTargets.ts';
import type { NeuronPanels } from './neuronPanels.ts';
import { sequenceOf } from '../contract/contract.ts';
import type { CopyFormat, FigureFormat } from '../contract/protocol.ts';
import type { Directories } from '../../workspace/directories.ts';
import { tell } from '../../workspace/tell.ts';

/** Commands that copy from the active page, export its figures, or copy a link. */
export function registerShareCommands(
  directories: Directories,
  active: ActiveNeuron,
  panels: NeuronPanels,
  extensionId: string,
): vscode.Disposable {
  const register = (command: string, run: (argument: unknown) => unknown) =>
    vscode.commands.registerCommand(command, run);
  const inView = (run: (view: NonNullable<NeuronPanels['active']>, argument: unknown) => void) => {
    return (argument: unknown) => {
      if (panels.active) run(panels.active, argument);
      else void tell(openFirst());
    };
  };
  const copy = (format: CopyFormat) =>
    inView((view, argument) =>
      view.tell({ type: 'copySequence', format, sequence: sequenceOf(argument) }),
    );
  const draw = (format: FigureFormat) =>
    inView((view, argument) =>
      view.tell({ type: 'exportFigure', format, sequence: sequenceOf(argument) }),
    );
  return vscode.Disposable.from(
    register(commands.copySequenceText, copy('text')),
    register(commands.copySequenceMarkdown, copy('markdown')),
    register(commands.copySequenceHtml, copy('html')),
    register(commands.exportFigureSvg, draw('svg')),
    register(commands.exportFigurePng, draw('png')),
    register(commands.copyLink, async (argument) => {
      const neuron = active.of(argument);
      if (!neuron) return tell(openFirst());
      const names = linkNames(neuron, directories);
      const link = neuronLink(vscode.env.uriScheme, extensionId, names);
      if (link === undefined)
        return tell(vscode.l10n.t('Could not create a link to this file: {0}', neuronUri(neuron)));
      await vscode.env.clipboard.writeText(link);
      vscode.window.setStatusBarMessage(vscode.l10n.t('Copied the link to this neuron'), 3000);
      return undefined;
    }),
  );
}

function openFirst(): string {
  return vscode.l10n.t('Open a neuron first. This command applies to the active editor.');
}
