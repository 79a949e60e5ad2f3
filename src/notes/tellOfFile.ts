import * as vscode from 'vscode';
import { tell } from '../workspace/tell.ts';

/** Memento key. */
const toldKey = 'notesFileTold';

/** Says where notes are saved, once per workspace. */
export async function tellOfFile(file: vscode.Uri, memento: vscode.Memento): Promise<void> {
  if (memento.get<boolean>(toldKey)) return;
  await memento.update(toldKey, true);
  const open = vscode.l10n.t('Open File');
  const answer = await tell(
    vscode.l10n.t(
      'Stars, verdicts and notes are saved in the workspace, in {0}.',
      vscode.workspace.asRelativePath(file),
    ),
    open,
  );
  if (answer === open) await vscode.window.showTextDocument(file);
}
