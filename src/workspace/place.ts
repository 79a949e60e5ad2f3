import * as vscode from 'vscode';
import { ExplanationDirectory, type NeuronRef } from '../catalog/rows/explanationDirectory.ts';
import type { FileSource } from '../files/fileSource.ts';
import { localFileSource } from '../files/localFileSource.ts';
import { workspaceFileSource } from '../files/workspaceFileSource.ts';
import { visible } from '../text/visible.ts';
import { shortestEnds, uriParts } from './directoryNames.ts';

/** A file or folder as a source and the path that it knows it by. */
export interface Place {
  readonly source: FileSource;
  readonly path: string;
}

export function placeOf(uri: vscode.Uri): Place {
  return uri.scheme === 'file'
    ? { source: localFileSource, path: uri.fsPath }
    : { source: workspaceFileSource, path: uri.toString() };
}

export function uriOf({ source, path }: Place): vscode.Uri {
  return source === localFileSource ? vscode.Uri.file(path) : vscode.Uri.parse(path, true);
}

/**
 * A path to show: below the workspace folder, if it is in one; of several folders it says which.
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

/** The directory's identity: its URI without a slash at the end. */
export function directoryKey(uri: vscode.Uri): string {
  return uri.with({ path: uri.path.replace(/(?<=.)\/+$/, '') }).toString();
}

export function openDirectory(uri: vscode.Uri): ExplanationDirectory {
  const { source, path } = placeOf(uri);
  return new ExplanationDirectory(directoryKey(uri), source, path);
}

/** What the path of a neuron's file says of it; undefined for a path that is no neuron's. */
export function parseNeuronUri(
  uri: vscode.Uri,
): { directory: vscode.Uri; layerName: string; fileName: string } | undefined {
  const [, path, layerName, fileName] = /^(.*)\/(\d+)\/(\d+\.jsonl)$/.exec(uri.path) ?? [];
  if (path === undefined || !layerName || !fileName) return undefined;
  return {
    directory: uri.with({ path: path || '/', query: '', fragment: '' }),
    layerName,
    fileName,
  };
}

/** What a text names that comes from anywhere: a neuron's place, if it is the URI of its file and may be looked at. */
export function namedNeuron(text: string): ReturnType<typeof parseNeuronUri> {
  const uri = namedUri(text);
  return uri && parseNeuronUri(uri);
}

/** The URI that such a text is; undefined for one that is none, or that leads elsewhere on its way. */
export function namedUri(text: string): vscode.Uri | undefined {
  try {
    const uri = vscode.Uri.parse(text, true);
    return /(^|[\\/])\.\.?([\\/]|$)/.test(uri.path) ? undefined : uri;
  } catch {
    return undefined;
  }
}

/** Whether it is a place of this machine, or where the workspace is. One of another host would be asked for over the network. */
export function mayLookAt({ scheme, authority, path }: vscode.Uri): boolean {
  const folders = vscode.workspace.workspaceFolders ?? [];
  const isLocal = scheme === 'file' && authority === '' && !path.startsWith('//');
  const isBesides = ({ uri }: vscode.WorkspaceFolder) =>
    uri.scheme === scheme && uri.authority === authority;
  return isLocal || (folders.some(isBesides) && !path.startsWith('//'));
}

/** The neuron whose file has this path, in `directory`, whether or not the file exists. */
export function neuronRef(
  directory: ExplanationDirectory,
  layerName: string,
  fileName: string,
): NeuronRef {
  return {
    directory,
    layer: { layer: Number(layerName), name: layerName },
    file: { neuron: parseInt(fileName, 10), name: fileName },
  };
}
