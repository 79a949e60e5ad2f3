import type { FileCheck } from '../check/checkFile.ts';
import type { FileReading, LayerListing } from '../catalog/build/catalogReader.ts';
import type { NeuronPlace, NeuronRow } from '../catalog/rows/neuronRow.ts';
import type { FileError } from '../files/fileSource.ts';
import type { FormatError } from '../format/errors.ts';

/** The jobs of a worker. Each kind has its own type of answer. */
export interface Job {
  readonly type: string;
}

/** The answers to jobs, by their types. */
export type AnswersTo<J extends Job> = Readonly<Record<J['type'], unknown>>;

/** The catalog's jobs. `folder` is a layer's, on the disk. */
export type CatalogJob =
  | {
      readonly type: 'list';
      readonly folder: string;
      /** The digest of a listing that is known already. */
      readonly known?: number;
    }
  | {
      readonly type: 'read';
      readonly folder: string;
      readonly layer: number;
      readonly fileNames: readonly string[];
      readonly how: 'exact' | 'provisional';
    }
  | {
      readonly type: 'check';
      readonly folder: string;
      readonly layer: number;
      readonly fileNames: readonly string[];
    }
  /** The bytes of a file that only the host can read. */
  | { readonly type: 'decodeRow'; readonly bytes: Uint8Array; readonly place: NeuronPlace }
  | {
      readonly type: 'checkBytes';
      readonly bytes: Uint8Array;
      readonly place: NeuronPlace | undefined;
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
 * `fileError`: from the file system. `formatError`: from a file's content. Both are for people; any
 * other `error` is a bug.
 */
export type Response =
  | { readonly id: number; readonly ok: unknown }
  | { readonly id: number; readonly fileError: Pick<FileError, 'path' | 'reason' | 'transient'> }
  | {
      readonly id: number;
      readonly formatError: Pick<FormatError, 'reason' | 'file' | 'offset' | 'code'>;
    }
  | { readonly id: number; readonly notOpen: number }
  | { readonly id: number; readonly error: string };

/** What a worker is started with: where the compiled scanner is. */
export interface WorkerOptions {
  readonly scanner: string;
}
