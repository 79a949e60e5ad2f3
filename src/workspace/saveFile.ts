import { disk } from '#platform/disk.ts';
import * as vscode from 'vscode';
import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';
import { wholePath } from './place.ts';
import { isInStore } from './stores.ts';
import { confirm } from './tell.ts';
import { tellRestricted } from './trust.ts';

/** A file type, by extension. */
export type FileKind = 'csv' | 'json' | 'parquet' | 'png' | 'svg';

const kindNames: Readonly<Record<FileKind, string>> = {
  csv: 'CSV',
  json: 'JSON',
  parquet: 'Parquet',
  png: 'PNG',
  svg: 'SVG',
};

/**
 * Saves a file at a place that the user selects, by default beside the explanation directory if
 * that is not in a store. The
 * first of several types is proposed; the selected extension decides. Resolves with whether it was
 * written.
 */
export async function saveFile<K extends FileKind>(
  directory: ExplanationDirectory,
  name: string,
  kinds: K | readonly [K, ...K[]],
  content: (kind: K) => Promise<Uint8Array> | Uint8Array,
): Promise<boolean> {
  const all = typeof kinds === 'string' ? ([kinds] as const) : kinds;
  if (!vscode.workspace.isTrusted) {
    void tellRestricted(vscode.l10n.t('Trust this workspace to save files.'));
    return false;
  }
  const folder = vscode.Uri.parse(directory.uri);
  const proposed = proposedFolder(folder);
  const target = await vscode.window.showSaveDialog({
    ...(proposed && { defaultUri: vscode.Uri.joinPath(proposed, `${name}.${all[0]}`) }),
    filters: Object.fromEntries(all.map((kind) => [kindNames[kind], [kind]])),
  });
  if (!target || !(await mayWrite(folder, target))) return false;
  const kind = all.find((each) => target.path.toLowerCase().endsWith(`.${each}`)) ?? all[0];
  await vscode.workspace.fs.writeFile(target, await content(kind));
  return true;
}

/** Beside the directory, or in the workspace if the directory's file system only reads. */
function proposedFolder(directory: vscode.Uri): vscode.Uri | undefined {
  const { fs, workspaceFolders = [] } = vscode.workspace;
  const places = [vscode.Uri.joinPath(directory, '..'), ...workspaceFolders.map(({ uri }) => uri)];
  // What VS Code does not know yet may well be writable.
  return places.find((uri) => !isInStore(uri) && fs.isWritableFileSystem(uri.scheme) !== false);
}

/** Ask before writing among the explanations. */
async function mayWrite(directory: vscode.Uri, target: vscode.Uri): Promise<boolean> {
  if (!isInside(directory, target)) return true;
  return confirm(
    vscode.l10n.t('This location is inside the explanation directory. Save anyway?'),
    wholePath(target),
    vscode.l10n.t('Save Anyway'),
  );
}

function isInside(folder: vscode.Uri, file: vscode.Uri): boolean {
  const sameSource = folder.scheme === file.scheme && folder.authority === file.authority;
  const path = (uri: vscode.Uri) => uri.path.toLowerCase();
  return sameSource && path(file).startsWith(`${path(folder).replace(/\/+$/, '')}/`);
}

/** Writes a file, and its folder if there is none. On disk, completely or not at all. */
export async function writeUri(uri: vscode.Uri, bytes: Uint8Array): Promise<void> {
  if (disk && uri.scheme === 'file') return disk.write(uri.fsPath, bytes);
  await vscode.workspace.fs.createDirectory(vscode.Uri.joinPath(uri, '..'));
  await vscode.workspace.fs.writeFile(uri, bytes);
}
