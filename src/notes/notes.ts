import * as vscode from 'vscode';
import {
  type ExplanationDirectory,
  type NeuronRef,
  neuronUri,
} from '../catalog/rows/explanationDirectory.ts';
import { type NeuronNote, noNote, type Verdict } from '../catalog/rows/neuronNotes.ts';
import type { Directories } from '../workspace/directories.ts';
import { wholePath } from '../workspace/place.ts';
import { addressOf, isInStore } from '../workspace/stores.ts';
import { tellOfFile } from './tellOfFile.ts';
import { FolderNotes, NotesError, UntrustedError } from './folderNotes.ts';
import { visible } from '../text/display.ts';

/** Notes of a directory that changed. */
export interface NotesChange {
  readonly directory: ExplanationDirectory;
  /** The names of the layers with changes. */
  readonly layerKeys: ReadonlySet<string>;
}

/**
 * The user's notes on neurons, saved in a file of the workspace folder. Those on neurons in stores
 * are saved in the extension's own storage, by address. Watches the files.
 */
export class Notes implements vscode.Disposable {
  readonly #directories: Directories;
  readonly #memento: vscode.Memento;
  readonly #folders = new Map<string, FolderNotes>();
  readonly #changed = new vscode.EventEmitter<readonly NotesChange[]>();
  readonly #subscriptions: vscode.Disposable;

  readonly #ofStores: FolderNotes;

  /** Fires with the changes in known directories. */
  readonly onDidChange = this.#changed.event;

  constructor(
    directories: Directories,
    {
      workspaceState,
      globalStorageUri,
    }: Pick<vscode.ExtensionContext, 'workspaceState' | 'globalStorageUri'>,
  ) {
    this.#directories = directories;
    this.#memento = workspaceState;
    // The notification of the first note says that they are in the workspace.
    const tellNothing = () => undefined;
    this.#ofStores = new FolderNotes(globalStorageUri, () => this.#apply(), tellNothing);
    this.#subscriptions = vscode.Disposable.from(
      this.#changed,
      vscode.workspace.onDidChangeWorkspaceFolders(() => this.#follow()),
      directories.onDidChange(() => this.#apply()),
    );
    this.#follow();
  }

  of(neuron: NeuronRef): NeuronNote {
    const place = this.#placeOf(neuron);
    return place?.folder.notes.get(place.path) ?? noNote;
  }

  /** Changes a neuron's note. Rejects with a `NotesError` that says why it cannot. */
  change(neuron: NeuronRef, change: Partial<NeuronNote>): Promise<void> {
    return this.changeAll([neuron], change);
  }

  /** The same for several neurons, each file once. None is changed if one cannot be. */
  async changeAll(neurons: readonly NeuronRef[], change: Partial<NeuronNote>): Promise<void> {
    const paths = new Map<FolderNotes, string[]>();
    for (const neuron of neurons) {
      const { folder, path } = this.#writable(neuron);
      paths.set(folder, [...(paths.get(folder) ?? []), path]);
    }
    for (const [folder, all] of paths) await folder.change(all, change);
  }

  /** Throws a `NotesError`. */
  #writable(neuron: NeuronRef): { folder: FolderNotes; path: string } {
    const place = this.#placeOf(neuron);
    if (!place) {
      throw new NotesError(
        vscode.l10n.t(
          'Notes are saved in the workspace folder of a neuron. Open a folder that contains {0}.',
          wholePath(vscode.Uri.parse(neuronUri(neuron))),
        ),
      );
    }
    if (!vscode.workspace.isTrusted) {
      throw new UntrustedError(vscode.l10n.t('Trust this workspace to edit notes.'));
    }
    if (vscode.workspace.fs.isWritableFileSystem(place.folder.uri.scheme) === false) {
      throw new NotesError(
        vscode.l10n.t(
          'Notes cannot be saved because the workspace folder is read-only: {0}',
          place.folder.uri.toString(true),
        ),
      );
    }
    return place;
  }

  /** Resolves when the file with the neuron's note has been read. */
  async ready(neuron: NeuronRef): Promise<void> {
    await this.#placeOf(neuron)?.folder.ready;
  }

  dispose(): void {
    this.#subscriptions.dispose();
    for (const folder of [...this.#folders.values(), this.#ofStores]) folder.dispose();
  }

  /** Keeps one `FolderNotes` per workspace folder. */
  #follow(): void {
    const folders = vscode.workspace.workspaceFolders ?? [];
    const wanted = new Map(folders.map(({ uri }) => [uri.toString(), uri]));
    for (const [key, folder] of this.#folders) {
      if (wanted.has(key)) continue;
      folder.dispose();
      this.#folders.delete(key);
    }
    const onChange = () => this.#apply();
    const onCreate = (file: vscode.Uri) => void tellOfFile(file, this.#memento);
    for (const [key, uri] of wanted) {
      if (!this.#folders.has(key)) this.#folders.set(key, new FolderNotes(uri, onChange, onCreate));
    }
    this.#apply();
  }

  /** Updates the notes of directories and reports the changes. */
  #apply(): void {
    const changes: NotesChange[] = [];
    for (const { directory } of this.#directories.all) {
      const place = this.#placeBelow(vscode.Uri.parse(directory.uri));
      const prefix = place?.path === '' ? '' : `${place?.path}/`;
      const notes = [...(place?.folder.notes ?? [])].flatMap(([path, note]) =>
        path.startsWith(prefix) ? [[path.slice(prefix.length), note] as const] : [],
      );
      const layerKeys = directory.notes.replace(notes);
      if (layerKeys.size > 0) changes.push({ directory, layerKeys });
    }
    this.#changed.fire(changes);
  }

  #placeOf(neuron: NeuronRef) {
    return this.#placeBelow(vscode.Uri.parse(neuronUri(neuron)));
  }

  /** Where notes of what is at a URI are saved, and under which path. */
  #placeBelow(uri: vscode.Uri): { folder: FolderNotes; path: string } | undefined {
    if (isInStore(uri)) return { folder: this.#ofStores, path: addressOf(uri) };
    const found = vscode.workspace.getWorkspaceFolder(uri);
    const folder = found && this.#folders.get(found.uri.toString());
    if (!folder) return undefined;
    return { folder, path: uri.path.slice(found.uri.path.length).replace(/^\/+/, '') };
  }
}

/** Looked up once for thousands of neurons. */
export const verdictNames: Readonly<Record<Verdict, string>> = {
  right: vscode.l10n.t('Right'),
  partly: vscode.l10n.t('Partly Right'),
  wrong: vscode.l10n.t('Wrong'),
};

export const starMark = '★';

/** One character each, as the icons of the page. */
export const verdictMarks: Readonly<Record<Verdict, string>> = {
  right: '✓',
  partly: '≈',
  wrong: '✗',
};

/** A note as lines of a tooltip. */
export function noteLines({ starred, verdict, note }: NeuronNote): string[] {
  return [
    ...(starred ? [`${starMark} ${vscode.l10n.t('starred')}`] : []),
    ...(verdict === null ? [] : [vscode.l10n.t('Your verdict: {0}', verdictNames[verdict])]),
    ...(note === ''
      ? []
      : [vscode.l10n.t('Your note: {0}', note.split(/\r?\n/).map(visible).join('\n'))]),
  ];
}
