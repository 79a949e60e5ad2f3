import * as vscode from 'vscode';
import type { ExplanationDirectory } from '../catalog/explanationDirectory.ts';

/** A kind of file to save, by the ending of its name. */
export type FileKind = 'csv' | 'svg' | 'png';

const kindNames: Readonly<Record<FileKind, string>> = {
  csv: 'CSV',
  svg: 'SVG',
  png: 'PNG',
};

/** Writes a file where the reader says; beside the explanation directory if nothing else is said. Resolves with whether it was written. */
export async function saveFile(
  directory: ExplanationDirectory,
  name: string,
  kind: FileKind,
  content: () => Promise<Uint8Array> | Uint8Array,
): Promise<boolean> {
  const folder = vscode.Uri.parse(directory.uri);
  const target = await vscode.window.showSaveDialog({
    defaultUri: vscode.Uri.joinPath(folder, '..', `${name}.${kind}`),
    filters: { [kindNames[kind]]: [kind] },
  });
  if (!target || !(await mayWrite(folder, target))) return false;
  await vscode.workspace.fs.writeFile(target, await content());
  return true;
}

/** Nothing is written among explanations unless someone means it. */
async function mayWrite(directory: vscode.Uri, target: vscode.Uri): Promise<boolean> {
  if (!isInside(directory, target)) return true;
  const save = vscode.l10n.t('Save There');
  const answer = await vscode.window.showWarningMessage(
    vscode.l10n.t('This place is inside the explanation directory. Save there nevertheless?'),
    { modal: true, detail: target.fsPath },
    save,
  );
  return answer === save;
}

function isInside(folder: vscode.Uri, file: vscode.Uri): boolean {
  const sameSource = folder.scheme === file.scheme && folder.authority === file.authority;
  const path = (uri: vscode.Uri) => uri.path.toLowerCase();
  return sameSource && path(file).startsWith(`${path(folder).replace(/\/+$/, '')}/`);
}
