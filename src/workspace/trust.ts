import * as vscode from 'vscode';
import { tell } from './tell.ts';

/** Says what Restricted Mode does not allow, and offers to trust the workspace. */
export async function tellRestricted(message: string): Promise<void> {
  const manage = vscode.l10n.t('Manage Workspace Trust');
  if ((await tell(message, manage)) === manage)
    await vscode.commands.executeCommand('workbench.trust.manage');
}
