import { disk } from '#platform/disk.ts';
import * as vscode from 'vscode';
import type { OwnFolder } from '../platform/interfaces.ts';
import { placeOf } from './place.ts';
import { writeUri } from './saveFile.ts';

/** A folder in VS Code's storage for the extension. A browser keeps it in its database. */
export function ownFolder(uri: vscode.Uri): OwnFolder {
  if (disk && uri.scheme === 'file') return disk.folder(uri.fsPath);
  const { source, path } = placeOf(uri);
  return {
    read: (name) => source.readFile(source.join(path, name)),
    write: (name, bytes) => writeUri(vscode.Uri.joinPath(uri, name), bytes),
    tidy: () => Promise.resolve(),
  };
}
