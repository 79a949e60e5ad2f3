import * as vscode from 'vscode';
import { isSkippedFolder } from '../catalog/build/discover.ts';
import { openai } from '../dialects/openai/dialect.ts';
import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';

/** A change in an explanation directory. */
export interface FileChange {
  readonly directory: ExplanationDirectory;
  readonly layerKey: string;
  /** The key of the neuron; undefined if the layer itself was created or deleted. */
  readonly key: string | undefined;
  /** `listing` if it was created or deleted, `content` if it was modified. */
  readonly kind: 'listing' | 'content';
}

export interface FileChangeListener {
  /** Batched changes within known directories. */
  files(changes: readonly FileChange[]): void;
  /** Explanation directories may have been created or deleted. */
  directories(): void;
}

/**
 * In milliseconds. A running job writes many files, and a tree is slow to handle each one and to
 * list a large layer again.
 */
const delay = 200;
const rest = 1000;

/** Watches a folder recursively. */
export function watchFolder(
  folder: vscode.Uri,
  known: () => readonly ExplanationDirectory[],
  listener: FileChangeListener,
): vscode.Disposable {
  const pending = new Map<string, FileChange>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let flushed = -Infinity;

  const flush = () => {
    timer = undefined;
    flushed = performance.now();
    const changes = [...pending.values()];
    pending.clear();
    listener.files(changes);
  };
  const note = (change: FileChange) => {
    const key = [change.directory.uri, change.layerKey, change.key].join('\n');
    // A new file is also reported as written.
    if (pending.get(key)?.kind !== 'listing') pending.set(key, change);
    timer ??= setTimeout(flush, Math.max(delay, flushed + rest - performance.now()));
  };
  const onEvent = (uri: vscode.Uri, kind: 'created' | 'changed' | 'deleted') => {
    const effect = effectOf(uri.toString(), kind, known());
    if (effect === 'directories') listener.directories();
    else if (effect) note(effect);
    // The directory may have gained its first or lost its last layer.
    if (typeof effect === 'object' && effect.key === undefined) listener.directories();
  };

  const watcher = vscode.workspace.createFileSystemWatcher(
    new vscode.RelativePattern(folder, '**/*'),
  );
  return vscode.Disposable.from(
    watcher,
    watcher.onDidCreate((uri) => onEvent(uri, 'created')),
    watcher.onDidChange((uri) => onEvent(uri, 'changed')),
    watcher.onDidDelete((uri) => onEvent(uri, 'deleted')),
    new vscode.Disposable(() => clearTimeout(timer)),
  );
}

function effectOf(
  uri: string,
  kind: 'created' | 'changed' | 'deleted',
  known: readonly ExplanationDirectory[],
): FileChange | 'directories' | undefined {
  const directory = known.find((candidate) => candidate.below(uri) !== undefined);
  const below = directory?.below(uri);
  if (directory && below !== undefined) {
    const { dialect } = directory;
    const key = dialect.isUnit(below) ? below : undefined;
    const layerKey = key === undefined ? dialect.group(below)?.key : dialect.groupKeyOf(key);
    if (layerKey === undefined) return undefined;
    if (kind !== 'changed') return { directory, layerKey, key, kind: 'listing' };
    return key === undefined ? undefined : { directory, layerKey, key, kind: 'content' };
  }
  if (kind === 'changed') return undefined;
  const holdsKnown = known.some((candidate) => `${candidate.uri}/`.startsWith(`${uri}/`));
  // A folder moved here gives one event. File names usually end in a dot and letters.
  const mayBeFolder = !/\.[a-z]\w*$/i.test(uri) && !uri.split('/').some(isSkippedFolder);
  const isNeuron = openai.split(uri) !== undefined;
  return holdsKnown || isNeuron || (mayBeFolder && kind === 'created') ? 'directories' : undefined;
}
