import { disk } from '#platform/disk.ts';
import * as vscode from 'vscode';
import { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';
import type { DeclaredRange } from '../dialects/openai/declaredFiles.ts';
import { openai } from '../dialects/openai/dialect.ts';
import type { FileSource } from '../files/fileSource.ts';
import { workspaceFileSource } from '../platform/workspaceFileSource.ts';
import { visible } from '../text/display.ts';
import { type PublicData, publicData } from './publicData.ts';
import { addressOf, isInStore, storeFiles, uriOfAddress } from './stores.ts';
import { shortestEnds, uriParts } from './directoryNames.ts';

/** A file or folder: its source, and the path in that source. */
export interface Place {
  readonly source: FileSource;
  readonly path: string;
}

export function placeOf(uri: vscode.Uri): Place {
  if (disk && uri.scheme === 'file') return { source: disk.source, path: uri.fsPath };
  if (isInStore(uri)) return { source: storeFiles, path: addressOf(uri) };
  return { source: workspaceFileSource, path: uri.toString() };
}

export function uriOf({ source, path }: Place): vscode.Uri {
  if (source.onDisk) return vscode.Uri.file(path);
  return source.isRemote ? uriOfAddress(path) : vscode.Uri.parse(path, true);
}

/** The whole path for display: as the system spells it, or an address. */
export function wholePath(uri: vscode.Uri): string {
  if (uri.scheme === 'file') return uri.fsPath;
  return isInStore(uri) ? addressOf(uri) : uri.toString(true);
}

/**
 * A path for display: relative to the workspace folder, with the folder's name if there are
 * several.
 */
export function shownPath(text: string): string {
  const { workspaceFolders: folders = [], getWorkspaceFolder, asRelativePath } = vscode.workspace;
  const uri = vscode.Uri.parse(text);
  const folder = getWorkspaceFolder(uri);
  if (!folder) return visible(wholePath(uri));
  if (folders.length === 1) return visible(asRelativePath(uri));
  const alike = folders.filter(({ name }) => name === folder.name);
  const names = shortestEnds(alike.map((each) => uriParts(each.uri.toString())));
  const name = alike.length === 1 ? folder.name : (names[alike.indexOf(folder)] ?? folder.name);
  const below = asRelativePath(uri, false);
  return visible(uri.toString() === folder.uri.toString() ? name : `${name}/${below}`);
}

/** The identity of a directory: its URI without a trailing slash. */
export function directoryKey(uri: vscode.Uri): string {
  return uri.with({ path: uri.path.replace(/(?<=.)\/+$/, '') }).toString();
}

/** The public data set at this URI, if there is one. */
export function publicDataAt(uri: vscode.Uri): PublicData | undefined {
  const key = directoryKey(uri);
  return publicData.find(({ address }) => directoryKey(uriOfAddress(address)) === key);
}

/** `declared` is what a directory contains that cannot be listed. */
export function openDirectory(uri: vscode.Uri, declared?: DeclaredRange): ExplanationDirectory {
  const key = directoryKey(uri);
  const { source, path } = placeOf(vscode.Uri.parse(key));
  return new ExplanationDirectory(key, source, path, openai, declared);
}

/** The directory and key of the neuron in a file; undefined if it is not the file of a neuron. */
export function parseNeuronUri(
  uri: vscode.Uri,
): { directory: vscode.Uri; key: string } | undefined {
  const found = openai.split(uri.path);
  if (!found) return undefined;
  const path = found.directory || '/';
  // Some extensions have the account in the query.
  return { directory: uri.with({ path, fragment: '' }), key: found.key };
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
export function mayLookAt({ scheme, authority, path, query }: vscode.Uri): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const isLocal = scheme === 'file' && authority === '' && !path.startsWith('//');
  const isBesides = ({ uri }: vscode.WorkspaceFolder) =>
    uri.scheme === scheme && uri.authority === authority && uri.query === query;
  return isLocal || (folders.some(isBesides) && !path.startsWith('//'));
}
