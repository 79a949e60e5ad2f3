import * as vscode from 'vscode';
import { type DirectoryEntry, FileError, type FileSource } from '../files/fileSource.ts';

/** Files on any file system that VS Code supports, by URI string. */
export const workspaceFileSource: FileSource = {
  async readFile(path) {
    try {
      return await vscode.workspace.fs.readFile(vscode.Uri.parse(path, true));
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound')
        return undefined;
      throw fileError(path, error);
    }
  },

  async readDirectory(path) {
    try {
      const entries = await vscode.workspace.fs.readDirectory(vscode.Uri.parse(path, true));
      return entries.flatMap(([name, type]): DirectoryEntry[] => {
        if (type & vscode.FileType.Directory) return [{ name, kind: 'directory' }];
        return type & vscode.FileType.File ? [{ name, kind: 'file' }] : [];
      });
    } catch (error) {
      throw fileError(path, error);
    }
  },

  async stat(path) {
    try {
      const { size, mtime } = await vscode.workspace.fs.stat(vscode.Uri.parse(path, true));
      return { size, modified: mtime * 1000 };
    } catch (error) {
      if (error instanceof vscode.FileSystemError && error.code === 'FileNotFound')
        return undefined;
      throw fileError(path, error);
    }
  },

  join: (folder, ...names) =>
    vscode.Uri.joinPath(vscode.Uri.parse(folder, true), ...names).toString(),
};

const reasons: Record<string, string> = {
  FileNotFound: 'no such file or folder',
  FileNotADirectory: 'it is not a folder',
  FileIsADirectory: 'it is a folder, not a file',
  NoPermissions: 'permission denied',
  Unavailable: 'its file system does not respond',
};

function fileError(path: string, error: unknown): FileError {
  const { code, message } = error as vscode.FileSystemError;
  const transient = code === 'Unavailable';
  return new FileError(path, reasons[code] ?? message, { cause: error, transient });
}
