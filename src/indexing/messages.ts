import type { FileCheck } from '../check/checkFile.ts';
import type { FileReading, LayerListing } from '../catalog/catalogReader.ts';
import type { NeuronPlace, NeuronRow } from '../catalog/neuronRow.ts';
import type { FormatError } from '../format/errors.ts';
import type { NeuronAnswers, NeuronJob } from '../neuron/neuronJobs.ts';

/** What a worker is asked for by pages, or for the catalog. `folder` is a layer's, of the disk. */
export type Job = CatalogJob | NeuronJob;

export type CatalogJob =
  | { readonly type: 'list'; readonly folder: string }
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
  /** The bytes are of a file that only the host can read. */
  | { readonly type: 'decodeRow'; readonly bytes: Uint8Array; readonly place: NeuronPlace }
  | {
      readonly type: 'checkBytes';
      readonly bytes: Uint8Array;
      readonly place: NeuronPlace | undefined;
    };

/** What it answers, by the job's type. */
export interface Answers extends NeuronAnswers {
  readonly list: LayerListing;
  readonly read: readonly FileReading[];
  readonly check: readonly FileCheck[];
  readonly decodeRow: NeuronRow;
  readonly checkBytes: FileCheck;
}

export interface Request {
  readonly id: number;
  readonly job: Job;
}

/** A `fileError` is one of the file system, a `formatError` one of a file's content, both for people; any other `error` is a fault. */
export type Response =
  | { readonly id: number; readonly ok: Answers[Job['type']] }
  | { readonly id: number; readonly fileError: { readonly path: string; readonly reason: string } }
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
