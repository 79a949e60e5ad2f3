import * as vscode from 'vscode';
import type { ExplanationDirectory } from '../catalog/explanationDirectory.ts';

/** Something of an explanation directory that is not as it was. */
export interface FileChange {
  readonly directory: ExplanationDirectory;
  /** The layer's folder; undefined if layers came or went. */
  readonly layerName: string | undefined;
  /** The neuron's file, if only its content changed. */
  readonly fileName: string | undefined;
}

export interface FileChangeListener {
  /** Changes within known directories, many at a time. */
  files(changes: readonly FileChange[]): void;
  /** Explanation directories may have come or gone. */
  directories(): void;
}

/** A run that goes on writes many files; a tree is slow when told of each by itself. */
const delay = 200;

/** Watches a folder and all below it, and makes the directories forget what has changed. */
export function watchFolder(
  folder: vscode.Uri,
  known: () => readonly ExplanationDirectory[],
  listener: FileChangeListener,
): vscode.Disposable {
  const pending = new Map<string, FileChange>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const flush = () => {
    timer = undefined;
    const changes = [...pending.values()];
    pending.clear();
    for (const change of changes) {
      change.directory.changed(change.layerName, change.fileName);
    }
    listener.files(changes);
  };
  const note = (change: FileChange) => {
    pending.set([change.directory.uri, change.layerName, change.fileName].join('\n'), change);
    timer ??= setTimeout(flush, delay);
  };
  const onEvent = (uri: vscode.Uri, kind: 'created' | 'changed' | 'deleted') => {
    const effect = effectOf(uri.toString(), kind, known());
    if (effect === 'directories') listener.directories();
    else if (effect) note(effect);
    // A layer that came or went may be the directory's first or last.
    if (typeof effect === 'object' && effect.layerName === undefined) listener.directories();
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
    if (kind === 'changed') return fileName ? { directory, layerName, fileName } : undefined;
    return { directory, layerName: fileName && layerName, fileName: undefined };
  }
  if (kind === 'changed') return undefined;
  const holdsKnown = known.some((candidate) => `${candidate.uri}/`.startsWith(`${uri}/`));
  const mayBeFolder = !/\.[^/]*$/.test(uri);
  const isNeuron = /\/\d+\/\d+\.jsonl$/.test(uri);
  return holdsKnown || isNeuron || (mayBeFolder && kind === 'created') ? 'directories' : undefined;
}
