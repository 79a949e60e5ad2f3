import type { FileCheck } from '../check/fileCheck.ts';
import type { FileReading, LayerListing } from '../catalog/build/catalogReader.ts';
import type { NeuronRow } from '../catalog/rows/neuronRow.ts';
import type { FileError } from '../files/fileSource.ts';
import type { FormatError } from '../format/errors.ts';

/** A worker's job. Each type has its own answer type. */
export interface Job {
  readonly type: string;
}

/** Answer types by job type. */
export type AnswersTo<J extends Job> = Readonly<Record<J['type'], unknown>>;

export type CatalogJob = DiskJob | BytesJob;

/** `directory` is a directory on disk, and keys are those of its neurons. */
export type DiskJob =
  | {
      readonly type: 'list';
      readonly directory: string;
      readonly layerKey: string;
      /** The digest of the known listing. */
      readonly known?: number;
    }
  | {
      readonly type: 'read';
      readonly directory: string;
      readonly keys: readonly string[];
      readonly how: 'exact' | 'provisional';
    }
  | {
      readonly type: 'check';
      readonly directory: string;
      readonly keys: readonly string[];
    };

/** The bytes of a file that only the extension host can read. */
export type BytesJob =
  | { readonly type: 'decodeRow'; readonly bytes: Uint8Array; readonly key: string }
  | {
      readonly type: 'checkBytes';
      readonly bytes: Uint8Array;
      /** Undefined if the file is not in a directory. */
      readonly key: string | undefined;
    };

export interface CatalogAnswers {
  /** Undefined if the listing is unchanged. */
  readonly list: LayerListing | undefined;
  readonly read: readonly FileReading[];
  readonly check: readonly FileCheck[];
  readonly decodeRow: NeuronRow;
  readonly checkBytes: FileCheck;
}

/**
 * `ready`: the worker has started. `fileError`: from the file system. `formatError`: from a file's
 * content. Both are shown to users. Any other `error` is a bug.
 */
export type Response =
  | { readonly ready: true }
  | { readonly id: number; readonly ok: unknown }
  | { readonly id: number; readonly fileError: Pick<FileError, 'path' | 'reason' | 'transient'> }
  | {
      readonly id: number;
      readonly formatError: Pick<FormatError, 'reason' | 'file' | 'offset' | 'code'>;
    }
  | { readonly id: number; readonly notOpen: number }
  | { readonly id: number; readonly error: string };

/**
 * A neuron is no longer open: the thread restarted or had too many open. It can be opened again.
 */
export class NotOpenError extends Error {
  readonly key: number;

  constructor(key: number) {
    super(`neuron ${key} is not open`);
    this.key = key;
  }
}
