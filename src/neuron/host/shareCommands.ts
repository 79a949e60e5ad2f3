import * as vscode from 'vscode';
import { neuronUri } from '../../catalog/rows/explanationDirectory.ts';
import { commands } from '../../names.ts';
import type { ActiveNeuron } from './activeNeuron.ts';
import { linkNames } from './linkTargets.ts';
import type { NeuronPanels } from './neuronPanels.ts';
import type { CopyFormat, FigureFormat, ShareMessage } from '../contract/protocol.ts';
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
  const inView = (message: (sequence: number | null) => ShareMessage) => {
    return async (argument: unknown) => {
      const { active } = panels;
      if (!active) return tell(openFirst());
      const { sequenceOf } = await import('../contract/contract.ts');
      active.tell(message(sequenceOf(argument)));
      return undefined;
    };
  };
  const copy = (format: CopyFormat) =>
    inView((sequence) => ({ type: 'copySequence', format, sequence }));
  const draw = (format: FigureFormat) =>
    inView((sequence) => ({ type: 'exportFigure', format, sequence }));
  return vscode.Disposable.from(
    register(commands.copySequenceText, copy('text')),
    register(commands.copySequenceMarkdown, copy('markdown')),
    register(commands.copySequenceHtml, copy('html')),
    register(commands.exportFigureSvg, draw('svg')),
    register(commands.exportFigurePng, draw('png')),
    register(commands.copyLink, async (argument) => {
      const neuron = active.of(argument);
      if (!neuron) return tell(openFirst());
      const { neuronLink } = await import('./link.ts');
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
