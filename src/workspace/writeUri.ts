import * as vscode from 'vscode';
import { writeWhole } from '../platform/writeWhole.ts';

/** Writes a file, and its folder if there is none. On disk, completely or not at all. */
export async function writeUri(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  if (uri.scheme === 'file') return writeWhole(uri.fsPath, bytes);
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
  await vscode.workspace.fs.writeFile(uri, bytes);
}
