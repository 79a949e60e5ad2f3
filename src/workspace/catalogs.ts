import * as vscode from 'vscode';
import type { ExplanationDirectory } from '../catalog/explanationDirectory.ts';

/** Rows of a directory's catalog that are not as they were. */
export interface CatalogChange {
  readonly directory: ExplanationDirectory;
  /** The names of the layers in which they are. */
  readonly layerNames: ReadonlySet<string>;
}

/** How far a directory's catalog is. */
export interface CatalogProgress {
  /** Neurons whose rows are exact, of how many that are listed so far. */
  readonly exact: number;
  readonly total: number;
  /** Whether all layers have been listed, so that `total` is that. */
  readonly listed: boolean;
  readonly state: 'reading' | 'paused' | 'done';
}

/** Keeps the catalogs of all known directories: read from the disk, built in the background, brought up to date. */
export class Catalogs implements vscode.Disposable {
  readonly #changed = new vscode.EventEmitter<readonly CatalogChange[]>();
  readonly #progressed = new vscode.EventEmitter<void>();

  /** Rows came, went or are others; told from time to time, not for each. */
  readonly onDidChange = this.#changed.event;
  readonly onDidProgress = this.#progressed.event;

  progress(_directory: ExplanationDirectory): CatalogProgress | undefined {
    return undefined;
  }

  /** Reads a layer before the rest, because someone looks at it. */
  want(_directory: ExplanationDirectory, _layerName: string): void {}

  dispose(): void {
    this.#changed.dispose();
    this.#progressed.dispose();
  }
}
