import * as vscode from 'vscode';
import { type NeuronNote, noNote } from '../catalog/rows/neuronNotes.ts';
import { FileError } from '../files/fileSource.ts';
import { coalesce } from '../workspace/coalesce.ts';
import { log, warn } from '../workspace/tell.ts';
import { placeOf } from '../workspace/place.ts';
import type { NotesFault, NotesText } from './notesFile.ts';
import { tellRestricted } from '../workspace/trust.ts';
import { writeUri } from '../workspace/saveFile.ts';

/** Relative to the workspace folder. */
export const notesPath = ['.vscode', 'neuron-notes.json'] as const;

const delay = 100;

const noNotes: NotesText = { notes: new Map(), fault: undefined };

/** Why notes cannot be edited, as a sentence for users. */
export class NotesError extends Error {
  /** The file to open, if any. */
  readonly file: vscode.Uri | undefined;

  constructor(message: string, file?: vscode.Uri) {
    super(message);
    this.name = 'NotesError';
    this.file = file;
  }
}

/** Notes cannot be edited in Restricted Mode. */
export class UntrustedError extends NotesError {}

/** The notes of one workspace folder. Watches their file. */
export class FolderNotes implements vscode.Disposable {
  readonly uri: vscode.Uri;
  readonly #onChange: () => void;
  readonly #onCreate: (file: vscode.Uri) => void;
  readonly #subscriptions: vscode.Disposable;
  readonly #reload = coalesce(() => this.#load(), delay);
  #notes: ReadonlyMap<string, NeuronNote> = new Map();
  #fault: NotesError | undefined;
  /** Changes run in sequence, since each builds on the previous one. */
  #last: Promise<void> = Promise.resolve();

  /** Resolves when the file has been read. */
  readonly ready: Promise<void>;

  /** `onCreate` is called when the first note creates the file. */
  constructor(folder: vscode.Uri, onChange: () => void, onCreate: (file: vscode.Uri) => void) {
    this.uri = vscode.Uri.joinPath(folder, ...notesPath);
    this.#onChange = onChange;
    this.#onCreate = onCreate;
    const watcher = vscode.workspace.createFileSystemWatcher(
      new vscode.RelativePattern(folder, notesPath.join('/')),
    );
    const reload = () => this.#reload.soon();
    this.#subscriptions = vscode.Disposable.from(
      watcher,
      this.#reload,
      watcher.onDidCreate(reload),
      watcher.onDidChange(reload),
      watcher.onDidDelete(reload),
    );
    this.ready = this.#reload.now();
  }

  /** By neuron path, relative to the folder. */
  get notes(): ReadonlyMap<string, NeuronNote> {
    return this.#notes;
  }

  /** Why the notes cannot be edited, if the file is the cause. */
  get fault(): NotesError | undefined {
    return this.#fault;
  }

  /** Changes the notes of neurons. Rejects with a `NotesError`. */
  change(paths: readonly string[], change: Partial<NeuronNote>): Promise<void> {
    const changing = this.#last.then(() => this.#change(paths, change));
    this.#last = changing.catch(() => undefined);
    return changing;
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  async #load(): Promise<void> {
    const before = this.#fault?.message;
    try {
      const text = await this.#read();
      // Most folders have no notes.
      const { notes, fault } =
        text === '' ? noNotes : (await import('./notesFile.ts')).parseNotes(text);
      this.#notes = notes;
      this.#fault = fault && this.#faulty(fault);
    } catch (error) {
      if (!(error instanceof NotesError)) throw error;
      // Keep the last known notes if the file becomes unreadable.
      this.#fault = error;
    }
    if (this.#fault && this.#fault.message !== before) void tellOf(this.#fault);
    this.#onChange();
  }

  async #change(paths: readonly string[], change: Partial<NeuronNote>): Promise<void> {
    const open = vscode.workspace.textDocuments.find(
      ({ uri, isDirty }) => isDirty && uri.toString() === this.uri.toString(),
    );
    if (open) {
      throw new NotesError(
        vscode.l10n.t(
          'The notes have unsaved changes in an editor: {0}. Save or revert them, then try again.',
          this.#name,
        ),
        this.uri,
      );
    }
    // Read the file again: another window or a person may have changed it.
    const text = await this.#read();
    const { parseNotes, withNotes } = await import('./notesFile.ts');
    const { notes, fault } = parseNotes(text);
    if (fault) throw this.#faulty(fault);
    const changes = paths.map(
      (path) => [path, { ...(notes.get(path) ?? noNote), ...change }] as const,
    );
    const changed = withNotes(text, changes);
    if (changed !== text) await this.#write(changed);
    if (text === '') this.#onCreate(this.uri);
    await this.#reload.now();
  }

  /** The text of the file; empty if there is none. */
  async #read(): Promise<string> {
    const { source, path } = placeOf(this.uri);
    try {
      const bytes = await source.readFile(path);
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch (error) {
      const reason = error instanceof FileError ? error.reason : vscode.l10n.t('it is not UTF-8');
      throw new NotesError(
        vscode.l10n.t('Could not read notes from {0}: {1}.', this.#name, reason),
        this.uri,
      );
    }
  }

  async #write(text: string): Promise<void> {
    try {
      await writeUri(this.uri, new TextEncoder().encode(text));
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      throw new NotesError(vscode.l10n.t('Could not save notes to {0}: {1}', this.#name, reason));
    }
  }

  #faulty({ where, expected, found }: NotesFault): NotesError {
    const text =
      where === ''
        ? vscode.l10n.t('Error in {0}. Expected: {1}. Found: {2}.', this.#name, expected, found)
        : vscode.l10n.t(
            'Error in {0} at {1}. Expected: {2}. Found: {3}.',
            this.#name,
            where,
            expected,
            found,
          );
    const help = vscode.l10n.t(
      'Notes cannot be edited until the file is fixed and saved. Readable notes are shown.',
    );
    return new NotesError(`${text} ${help}`, this.uri);
  }

  get #name(): string {
    return vscode.workspace.asRelativePath(this.uri);
  }
}

/** Shows an error, with a button to open the file or to trust the workspace. */
export async function tellOf(error: NotesError): Promise<void> {
  const { message, file } = error;
  log.warn(message);
  if (error instanceof UntrustedError) return tellRestricted(message);
  const open = vscode.l10n.t('Open File');
  const answer = await warn(message, ...(file ? [open] : []));
  if (answer === open && file) await vscode.window.showTextDocument(file);
}
