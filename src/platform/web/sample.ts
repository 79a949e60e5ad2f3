import * as vscode from 'vscode';
import type { Sample } from '../interfaces.ts';
import { ReadOnlyFileSystem } from '../readOnlyFileSystem.ts';

/** As in “activationEvents” in `package.json`: an editor may show a file of it at the start. */
const scheme = 'neuron-sample';

/**
 * The sample that ships with the extension, as a read-only file system. The extension's own files
 * may be on a web server, which lists none.
 */
export function provideSample(extensionUri: vscode.Uri): Sample {
  const registration = new SampleFiles(extensionUri).register(scheme);
  const uri = vscode.Uri.from({ scheme, path: '/explanations' });
  return { uri, dispose: () => void registration.dispose() };
}

/** The sizes of all files, by path below `samples`. The build writes it. */
type Sizes = Readonly<Record<string, number>>;

class SampleFiles extends ReadOnlyFileSystem {
  readonly #extensionUri: vscode.Uri;
  #sizes: Promise<Sizes> | undefined;

  constructor(extensionUri: vscode.Uri) {
    super();
    this.#extensionUri = extensionUri;
  }

  async stat(uri: vscode.Uri): Promise<vscode.FileStat> {
    const path = pathIn(uri);
    const sizes = await this.#load();
    const isFile = Object.hasOwn(sizes, path);
    if (!isFile && entriesIn(sizes, path).length === 0)
      throw vscode.FileSystemError.FileNotFound(uri);
    const type = isFile ? vscode.FileType.File : vscode.FileType.Directory;
    return { type, size: sizes[path] ?? 0, ctime: 0, mtime: 0 };
  }

  async readDirectory(uri: vscode.Uri): Promise<[string, vscode.FileType][]> {
    const entries = entriesIn(await this.#load(), pathIn(uri));
    if (entries.length === 0) throw vscode.FileSystemError.FileNotFound(uri);
    return entries;
  }

  async readFile(uri: vscode.Uri): Promise<Uint8Array> {
    const path = pathIn(uri);
    if (!Object.hasOwn(await this.#load(), path)) throw vscode.FileSystemError.FileNotFound(uri);
    return this.#read('samples', path);
  }

  #load(): Promise<Sizes> {
    const sizes = (this.#sizes ??= this.#read('dist', 'web', 'samples.json').then(
      (bytes) => JSON.parse(new TextDecoder().decode(bytes)) as Sizes,
    ));
    // A later read may succeed.
    sizes.catch(() => (this.#sizes = undefined));
    return sizes;
  }

  async #read(...path: string[]): Promise<Uint8Array> {
    return vscode.workspace.fs.readFile(vscode.Uri.joinPath(this.#extensionUri, ...path));
  }
}

const pathIn = ({ path }: vscode.Uri) => path.split('/').filter(Boolean).join('/');

function entriesIn(sizes: Sizes, folder: string): [string, vscode.FileType][] {
  const start = folder && `${folder}/`;
  const types = new Map<string, vscode.FileType>();
  for (const path of Object.keys(sizes)) {
    if (!path.startsWith(start)) continue;
    const [name = '', below] = path.slice(start.length).split('/');
    types.set(name, below === undefined ? vscode.FileType.File : vscode.FileType.Directory);
  }
  return [...types];
}
