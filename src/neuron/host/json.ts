import * as vscode from 'vscode';
import { locateAll } from '../../format/locate.ts';
import type { JsonPath } from '../../format/pythonJson.ts';

/** Opens a file as text and selects the value at `path`, or goes to the nearest enclosing one. */
export async function openJson(uri: vscode.Uri, path: JsonPath = []): Promise<void> {
  if (path.length === 0) {
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default', { preview: true });
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const { start, end, exact } = locateAll(document.getText(), [path])[0]!;
  // An enclosing value may be megabytes long, so only its start is shown.
  const selection = new vscode.Range(
    document.positionAt(start),
    document.positionAt(exact ? end : start),
  );
  await vscode.window.showTextDocument(document, {
    preview: true,
    selection,
  });
}
