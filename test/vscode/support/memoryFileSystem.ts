import * as vscode from 'vscode';

const never = new Promise<never>(() => undefined);

/** A file system in memory, like that of an extension for a remote store. Read-only for users. */
export class MemoryFileSystem implements vscode.FileSystemProvider {
  readonly #scheme: string;
  readonly #files = new Map<string, Uint8Array>();
  readonly #changed = new vscode.EventEmitter<vscode.FileChangeEvent[]>();
  #registration: vscode.Disposable | undefined;
  /** The query that every URI must have. */
  query = '';
  /** Whether it answers nothing, ever. */
  isSilent = false;

  readonly onDidChangeFile = this.#changed.event;

  constructor(scheme: string) {
    this.#scheme = scheme;
  }

  register(): void {
    this.#registration = vscode.workspace.registerFileSystemProvider(this.#scheme, this, {
      isReadonly: true,
    });
  }

  dispose(): void {
    this.#registration?.dispose();
    this.#changed.dispose();
  }

  write(path: string, content: Uint8Array): void {
    this.#files.set(path, content);
  }

  watch(): vscode.Disposable {
    return new vscode.Disposable(() => undefined);
  }

  stat(uri: vscode.Uri): vscode.FileStat | Promise<never> {
    if (this.isSilent) return never;
    const content = this.#content(uri);
    if (content) return { type: vscode.FileType.File, ctime: 0, mtime: 0, size: content.length };
    if (this.#children(uri).size === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return { type: vscode.FileType.Directory, ctime: 0, mtime: 0, size: 0 };
  }

  readDirectory(uri: vscode.Uri): [string, vscode.FileType][] | Promise<never> {
    if (this.isSilent) return never;
    const children = this.#children(uri);
    if (children.size === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return [...children];
  }

  readFile(uri: vscode.Uri): Uint8Array | Promise<never> {
    if (this.isSilent) return never;
    const content = this.#content(uri);
    if (!content) throw vscode.FileSystemError.FileNotFound(uri);
    return content;
  }

  createDirectory(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  delete(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  rename(uri: vscode.Uri): never {
    throw vscode.FileSystemError.NoPermissions(uri);
  }

  #content({ path, query }: vscode.Uri): Uint8Array | undefined {
    return query === this.query ? this.#files.get(path) : undefined;
  }

  #children(uri: vscode.Uri): Map<string, vscode.FileType> {
    const prefix = `${uri.path.replace(/\/$/, '')}/`;
    const children = new Map<string, vscode.FileType>();
    if (uri.query !== this.query) return children;
    for (const path of this.#files.keys()) {
      if (!path.startsWith(prefix)) continue;
      const [name, ...rest] = path.slice(prefix.length).split('/');
      children.set(name!, rest.length > 0 ? vscode.FileType.Directory : vscode.FileType.File);
    }
    return children;
  }
}
