import * as vscode from 'vscode';
import { type JsonPath, locate } from '../format/pythonJson.ts';

/** Opens a neuron's file as text, with the value at `path` selected; where it has none, the nearest value around it. */
export async function openJson(uri: vscode.Uri, path: JsonPath = []): Promise<void> {
  if (path.length === 0) {
    await vscode.commands.executeCommand('vscode.openWith', uri, 'default', { preview: true });
    return;
  }
  const document = await vscode.workspace.openTextDocument(uri);
  const place = locateNearest(document.getText(), path);
  const selection =
    place && new vscode.Range(document.positionAt(place.start), document.positionAt(place.end));
  await vscode.window.showTextDocument(document, {
    preview: true,
    ...(selection && { selection }),
  });
}

function locateNearest(text: string, path: JsonPath) {
  for (let length = path.length; length >= 0; length--) {
    const place = locate(text, path.slice(0, length));
    // The start of a value leads there; a selection of megabytes would not.
    if (place) return length === path.length ? place : { start: place.start, end: place.start };
  }
  return undefined;
}
