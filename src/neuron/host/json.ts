import * as vscode from 'vscode';
import { locateAll } from '../../format/locate.ts';
import type { JsonPath } from '../../format/pythonJson.ts';

/** Opens a neuron's file as text, with the value at `path` selected; where it has none, the nearest value around it. */
export async function openJson(uri: vscode.Uri, path: JsonPath = []): Promise<void> {
  if (path.length === 0) {
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default', { preview: true });
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const { start, end, exact } = locateAll(document.getText(), [path])[0]!;
  // The start of a value leads there; a selection of megabytes would not.
  const selection = new vscode.Range(
    document.positionAt(start),
    document.positionAt(exact ? end : start),
  );
  await vscode.window.showTextDocument(document, {
    preview: true,
    selection,
  });
}
