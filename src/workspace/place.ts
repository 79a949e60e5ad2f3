import * as vscode from 'vscode';
import { ExplanationDirectory, type NeuronRef } from '../catalog/explanationDirectory.ts';
import type { FileSource } from '../files/fileSource.ts';
import { localFileSource } from '../files/localFileSource.ts';
import { workspaceFileSource } from '../files/workspaceFileSource.ts';

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
