import * as vscode from 'vscode';
import { isSkippedFolder } from '../catalog/build/discover.ts';
import type { ExplanationDirectory } from '../catalog/rows/explanationDirectory.ts';

/** Something of an explanation directory that is not as it was. */
export interface FileChange {
  readonly directory: ExplanationDirectory;
  /** The layer's folder. */
  readonly layerName: string;
  /** The neuron's file; undefined if it is the layer that came or went. */
  readonly fileName: string | undefined;
  /** `listing` if it came or went, `content` if it is another one now. */
  readonly kind: 'listing' | 'content';
}

export interface FileChangeListener {
  /** Changes within known directories, many at a time. */
  files(changes: readonly FileChange[]): void;
  /** Explanation directories may have come or gone. */
  directories(): void;
}

/** In milliseconds, by a clock that nobody sets. A run that goes on writes many files; a tree is slow when told of each by itself, and slow to list a large layer again. */
const delay = 200;
const rest = 1000;

/** Watches a folder and all below it. */
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
    const key = [change.directory.uri, change.layerName, change.fileName].join('\n');
    // What is new is written to as well.
    if (pending.get(key)?.kind !== 'listing') pending.set(key, change);
    timer ??= setTimeout(flush, Math.max(delay, flushed + rest - performance.now()));
  };
  const onEvent = (uri: vscode.Uri, kind: 'created' | 'changed' | 'deleted') => {
    const effect = effectOf(uri.toString(), kind, known());
    if (effect === 'directories') listener.directories();
    else if (effect) note(effect);
    // A layer that came or went may be the directory's first or last.
    if (typeof effect === 'object' && effect.fileName === undefined) listener.directories();
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
  const directory = known.find((candidate) => uri.startsWith(`${candidate.uri}/`));
  if (directory) {
    const [, layerName, fileName] =
      /^(\d+)(?:\/(\d+\.jsonl))?$/.exec(uri.slice(directory.uri.length + 1)) ?? [];
    if (layerName === undefined) return undefined;
    if (kind !== 'changed') return { directory, layerName, fileName, kind: 'listing' };
    return fileName ? { directory, layerName, fileName, kind: 'content' } : undefined;
  }
  if (kind === 'changed') return undefined;
  const holdsKnown = known.some((candidate) => `${candidate.uri}/`.startsWith(`${uri}/`));
  // A folder that is moved here comes as one event. The name of a file usually ends in a dot and letters.
  const mayBeFolder = !/\.[a-z]\w*$/i.test(uri) && !uri.split('/').some(isSkippedFolder);
  const isNeuron = /\/\d+\/\d+\.jsonl$/.test(uri);
  return holdsKnown || isNeuron || (mayBeFolder && kind === 'created') ? 'directories' : undefined;
}
