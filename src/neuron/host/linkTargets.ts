import * as vscode from 'vscode';
import { type NeuronRef, neuronUri } from '../../catalog/rows/explanationDirectory.ts';
import { openai } from '../../dialects/openai/dialect.ts';
import { uriParts } from '../../workspace/directoryNames.ts';
import type { Directories } from '../../workspace/directories.ts';
import { directoryKey } from '../../workspace/place.ts';
import type { LinkedNeuron } from './link.ts';

/** Existing neurons that a link may refer to, in open folders and known directories. */
export interface LinkTargets {
  /** In a folder with the name in the link. */
  readonly exact: readonly NeuronRef[];
  /** At the same path in folders with other names. */
  readonly similar: readonly NeuronRef[];
}

/** A neuron's names for a link. The one that works in most places is first. */
export function linkNames(neuron: NeuronRef, directories: Directories): LinkedNeuron[] {
  const uri = vscode.Uri.parse(neuronUri(neuron));
  const folder = vscode.workspace.getWorkspaceFolder(uri);
  const below = folder && uri.path.slice(folder.uri.path.replace(/\/$/, '').length + 1);
  return [
    ...(folder && below ? [{ folder: folder.name, path: below }] : []),
    ...(neuron.directory.uri === directories.sample ? [{ sample: neuron.unit.key }] : []),
    { file: uri.toString() },
  ];
}

/** Searches only open folders and known directories. */
export async function linkTargets(
  { folder, path }: { readonly folder: string; readonly path: string },
  directories: Directories,
): Promise<LinkTargets> {
  const found = openai.split(`/${path}`);
  if (!found) return { exact: [], similar: [] };
  const below = found.directory.split('/').slice(1);
  const exact = new Set<string>();
  const similar = new Set<string>();
  for (const { name, uri } of vscode.workspace.workspaceFolders ?? [])
    (name === folder ? exact : similar).add(directoryKey(vscode.Uri.joinPath(uri, ...below)));
  for (const { directory } of directories.all) {
    const own = uriParts(directory.uri);
    if (endsWith(own, [folder, ...below])) exact.add(directory.uri);
    else if (below.length > 0 && endsWith(own, below)) similar.add(directory.uri);
  }
  const neuronsIn = async (uris: Iterable<string>) => {
    const all = [...uris].flatMap(
      (uri) => directories.at(vscode.Uri.parse(uri)).refTo(found.key) ?? [],
    );
    const there = await Promise.all(all.map(exists));
    return all.filter((_, i) => there[i]);
  };
  return {
    exact: await neuronsIn(exact),
    similar: await neuronsIn([...similar].filter((uri) => !exact.has(uri))),
  };
}

/** Whether the file of a neuron exists. False if that cannot be determined. */
export async function exists(neuron: NeuronRef): Promise<boolean> {
  const { directory } = neuron;
  const found = directory.source.stat(directory.pathOf(neuron));
  return (await found.catch(() => undefined)) !== undefined;
}

function endsWith(parts: readonly string[], end: readonly string[]): boolean {
  return parts.length >= end.length && end.every((part, i) => part === parts.at(i - end.length));
}
