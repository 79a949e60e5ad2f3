import { disk } from '#platform/disk.ts';
import * as vscode from 'vscode';
import { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';
import { openai } from '../dialects/openai/dialect.ts';
import type { FileSource } from '../files/fileSource.ts';
import { workspaceFileSource } from '../platform/workspaceFileSource.ts';
import { visible } from '../text/display.ts';
import { shortestEnds, uriParts } from './directoryNames.ts';

/** A file or folder: its source, and the path in that source. */
export interface Place {
  readonly source: FileSource;
  readonly path: string;
}

export function placeOf(uri: vscode.Uri): Place {
  return disk && uri.scheme === 'file'
    ? { source: disk.source, path: uri.fsPath }
    : { source: workspaceFileSource, path: uri.toString() };
}

export function uriOf({ source, path }: Place): vscode.Uri {
  return source.onDisk ? vscode.Uri.file(path) : vscode.Uri.parse(path, true);
}

/**
 * A path for display: relative to the workspace folder, with the folder's name if there are
 * several.
 */
export function shownPath(text: string): string {
  const { workspaceFolders: folders = [], getWorkspaceFolder, asRelativePath } = vscode.workspace;
  const uri = vscode.Uri.parse(text);
  const folder = getWorkspaceFolder(uri);
  if (!folder || folders.length === 1) return visible(asRelativePath(uri));
  const alike = folders.filter(({ name }) => name === folder.name);
  const names = shortestEnds(alike.map((each) => uriParts(each.uri.toString())));
  const name = alike.length === 1 ? folder.name : (names[alike.indexOf(folder)] ?? folder.name);
  const below = asRelativePath(uri, false);
  return visible(below === uri.fsPath ? name : `${name}/${below}`);
}

/** The identity of a directory: its URI without a trailing slash. */
export function directoryKey(uri: vscode.Uri): string {
  return uri.with({ path: uri.path.replace(/(?<=.)\/+$/, '') }).toString();
}

export function openDirectory(uri: vscode.Uri): ExplanationDirectory {
  const { source, path } = placeOf(uri);
  return new ExplanationDirectory(directoryKey(uri), source, path, openai);
}

/** The directory and key of the neuron in a file; undefined if it is not the file of a neuron. */
export function parseNeuronUri(
  uri: vscode.Uri,
): { directory: vscode.Uri; key: string } | undefined {
  const found = openai.split(uri.path);
  if (!found) return undefined;
  const path = found.directory || '/';
  return { directory: uri.with({ path, query: '', fragment: '' }), key: found.key };
}

/** The URI in an untrusted string; undefined if it is invalid or has relative segments. */
export function namedUri(text: string): vscode.Uri | undefined {
  try {
    const uri = vscode.Uri.parse(text, true);
    return /(^|[\\/])\.\.?([\\/]|$)/.test(uri.path) ? undefined : uri;
  } catch {
    return undefined;
  }
}

/**
 * Whether the place is on this machine or in the workspace. Other hosts would cause network
 * requests.
 */
export function mayLookAt({ scheme, authority, path }: vscode.Uri): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const isLocal = scheme === 'file' && authority === '' && !path.startsWith('//');
  const isBesides = ({ uri }: vscode.WorkspaceFolder) =>
    uri.scheme === scheme && uri.authority === authority;
  return isLocal || (folders.some(isBesides) && !path.startsWith('//'));
}
