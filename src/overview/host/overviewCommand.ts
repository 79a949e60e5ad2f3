import * as vscode from 'vscode';
import { commands } from '../../names.ts';
import type { Node } from '../../sidebar/nodes.ts';
import { chooseDirectory } from '../../workspace/chooseDirectory.ts';
import type { Directories } from '../../workspace/directories.ts';
import type { OverviewPanels } from './overviewPanels.ts';

/** Opens the clicked directory or layer; from the palette, the only or selected directory. */
export function registerOverviewCommand(
  directories: Directories,
  overviews: OverviewPanels,
): vscode.Disposable {
  return vscode.commands.registerCommand(commands.openOverview, async (argument: unknown) => {
    const node = argument as Node | undefined;
    if (node?.kind === 'layer') {
      return overviews.open(node.parent.known.directory, node.layer.key);
    }
    const known = await chooseDirectory(directories, argument);
    return known && overviews.open(known.directory);
  });
}
