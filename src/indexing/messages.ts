import type { FileCheck } from '../check/checkFile.ts';
import type { FileReading, LayerListing } from '../catalog/catalogReader.ts';
import type { FileError } from '../files/fileSource.ts';

/** What a worker is asked for. `folder` is a layer's, of the disk. */
export type Job =
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
    };

/** What it answers, by the job's type. */
export interface Answers {
  /** Undefined if it is the listing that is known. */
  readonly list: LayerListing | undefined;
  readonly read: readonly FileReading[];
  readonly check: readonly FileCheck[];
}

export interface Request {
  readonly id: number;
  readonly job: Job;
}

/** A `fileError` is one of the file system, for people; any other `error` is a fault. */
export type Response =
  | { readonly id: number; readonly ok: Answers[Job['type']] }
  | { readonly id: number; readonly fileError: Pick<FileError, 'path' | 'reason' | 'transient'> }
  | { readonly id: number; readonly error: string };

/** What a worker is started with: where the compiled scanner is. */
export interface WorkerOptions {
  readonly scanner: string;
}
