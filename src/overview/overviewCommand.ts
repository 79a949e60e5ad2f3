import * as vscode from 'vscode';
import type { ExplanationDirectory } from '../catalog/explanationDirectory.ts';
import { commands } from '../names.ts';
import type { Node } from '../sidebar/nodes.ts';
import type { Directories } from '../workspace/directories.ts';
import type { OverviewPanels } from './overviewPanels.ts';
import { plainLabel } from '../workspace/plainText.ts';
import { tell } from '../workspace/tell.ts';

/** Opens the overview of the directory or layer that was clicked; from the palette, of the only directory or the one that is chosen. */
export function registerOverviewCommand(
  directories: Directories,
  overviews: OverviewPanels,
): vscode.Disposable {
  return vscode.commands.registerCommand(commands.openOverview, async (argument: unknown) => {
    const node = argument as Node | undefined;
    if (node?.kind === 'directory') return overviews.open(node.known.directory);
    if (node?.kind === 'layer') {
      return overviews.open(node.parent.known.directory, node.layer.name);
    }
    const directory = await choose(directories);
    return directory && overviews.open(directory);
  });
}

async function choose(directories: Directories): Promise<ExplanationDirectory | undefined> {
  await directories.ready;
  const { all } = directories;
  if (all.length === 0) {
    void tell(vscode.l10n.t('There are no explanation directories in this window.'));
  }
  if (all.length <= 1) return all[0]?.directory;
  const items = all.map(({ label, description, directory }) => ({
    label: plainLabel(label),
    description: plainLabel(description),
    directory,
  }));
  const placeHolder = vscode.l10n.t('The overview of which directory?');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.directory;
}
