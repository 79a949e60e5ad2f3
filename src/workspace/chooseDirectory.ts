import * as vscode from 'vscode';
import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';
import { commands } from '../names.ts';
import type { Directories, KnownDirectory } from './directories.ts';
import { plainLabel } from './plainText.ts';
import { tell } from './tell.ts';

/**
 * The directory of the command's argument (a tree node), else the only one that is meant, else one
 * that the user selects.
 */
export async function chooseDirectory(
  directories: Directories,
  argument: unknown,
  isMeant: (directory: ExplanationDirectory) => boolean = () => true,
): Promise<KnownDirectory | undefined> {
  if (typeof argument === 'object' && argument !== null && 'known' in argument)
    return argument.known as KnownDirectory;
  await directories.ready;
  const all = directories.all.filter(({ directory }) => isMeant(directory));
  if (all.length === 0) {
    const [sample, add] = [vscode.l10n.t('Open Sample Data'), vscode.l10n.t('Add Directory…')];
    const none = vscode.l10n.t('No explanation directories in this window.');
    const answer = await tell(none, sample, add);
    if (answer === sample) await vscode.commands.executeCommand(commands.openSample);
    if (answer === add) await vscode.commands.executeCommand(commands.addDirectory);
    return undefined;
  }
  if (all.length === 1) return all[0];
  const items = all.map((known) => ({ ...directoryPickItem(known), known }));
  const placeHolder = vscode.l10n.t('Select a directory');
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.known;
}

export function directoryPickItem({
  label,
  description,
}: Pick<KnownDirectory, 'label' | 'description'>): vscode.QuickPickItem {
  return { label: plainLabel(label), description: plainLabel(description) };
}
