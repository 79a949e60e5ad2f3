import * as vscode from 'vscode';
import { FileError, type FileStamp } from '../files/fileSource.ts';
import { parseAddress } from '../files/stores/address.ts';
import { ReadOnlyFileSystem } from '../platform/readOnlyFileSystem.ts';
import { addressOf, storeFiles } from './stores.ts';

const schemes = ['az', 'gs', 's3'];

/**
 * Stores as file systems that only read, for editors, the Explorer and other extensions. What this
 * extension shows does not go through it.
 */
export function registerStoreFileSystems(): vscode.Disposable {
  return vscode.Disposable.from(...schemes.map((scheme) => new StoreFileSystem().register(scheme)));
}

/** What a store does not say. */
const unknownStamp: FileStamp = { size: 0, modified: 0 };

class StoreFileSystem extends ReadOnlyFileSystem {
  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const address = addressOf(uri);
    return translated(async () => {
      const { rest } = parseAddress(address)!.address;
      const isFolder = rest === '' || rest.endsWith('/');
      const stamp = isFolder ? undefined : await storeFiles.stat(address);
      if (stamp) return statOf(stamp, vscode.FileType.File);
      // Folders are only parts of names. One that may not be listed may as well not be there.
      await storeFiles.readDirectory(address).catch((error: unknown) => {
        throw error instanceof FileError && !error.transient
          ? vscode.FileSystemError.FileNotFound(error.message)
          : error;
      });
      return statOf(unknownStamp, vscode.FileType.Directory);
    });
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const entries = await translated(() => storeFiles.readDirectory(addressOf(uri)));
    // A file and a folder can have the same name. VS Code knows one of each.
    const types = new Map<string, vscode.FileType>();
    for (const { name, kind } of entries)
      if (kind === 'directory') types.set(name, vscode.FileType.Directory);
      else if (!types.has(name)) types.set(name, vscode.FileType.File);
    return [...types];
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const bytes = await translated(() => storeFiles.readFile(addressOf(uri)));
    if (!bytes) throw vscode.FileSystemError.FileNotFound(uri);
    return bytes;
  }
}

function statOf({ size, modified }: FileStamp, type: vscode.FileType): vscode.FileStat {
  const mtime = Math.floor(modified / 1000);
  return { type, size, ctime: mtime, mtime, permissions: vscode.FilePermission.Readonly };
}

async function translated<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    throw error.transient
      ? vscode.FileSystemError.Unavailable(error.message)
      : vscode.FileSystemError.NoPermissions(error.message);
  }
}
