import * as vscode from 'vscode';
import {
  type ExplanationDirectory,
  neuronId,
  type NeuronRef,
} from '../catalog/rows/explanationDirectory.ts';
import { publicDataAt, wholePath } from './place.ts';
import { type DirectoryNames, nameDirectories } from './directoryNames.ts';

/** The names of these directories in this window, in their order. `sample` is the URI of one. */
export function namesOf(
  directories: readonly ExplanationDirectory[],
  sample: string,
): DirectoryNames[] {
  const places = directories.map(({ uri: text }) => {
    const uri = vscode.Uri.parse(text);
    const folder = vscode.workspace.getWorkspaceFolder(uri);
    const path = wholePath(uri);
    const label = text === sample ? vscode.l10n.t('Sample') : publicDataAt(uri)?.label;
    return {
      uri: text,
      path,
      ...(label !== undefined && { label }),
      ...(folder && { folder: { uri: folder.uri.toString(), name: folder.name } }),
    };
  });
  return nameDirectories(places, (vscode.workspace.workspaceFolders?.length ?? 0) > 1);
}

/** A neuron with the name of its directory. */
export function neuronTitle(neuron: NeuronRef, directoryName: string): string {
  return `${neuronId(neuron)} · ${directoryName}`;
}
