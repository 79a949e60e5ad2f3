import type { FileSource } from '../../files/fileSource.ts';
import { explainedUnit } from '../../dialects/openai/read.ts';
import { inFile } from '../../format/errors.ts';
import { placeOfKey } from '../../dialects/openai/keys.ts';
import { decodeNeuronFile, readNeuronFile } from '../../format/neuronFile.ts';
import type { ExplainedUnit } from '../../model/explanation.ts';
import {
  type DecodedSibling,
  decodeSibling,
  readSibling,
  type SiblingKind,
} from '../../format/siblingFile.ts';
import { NotOpenError } from '../../workers/notOpen.ts';
import { analysisMessage } from './analysis.ts';
import type { AnalysisMessage } from '../contract/analysisProtocol.ts';
import { ComparedRows } from './comparedRows.ts';
import { neuronDocument, type LocatedNeuron, sequencePage } from './content.ts';
import type { NeuronDocument, SequencePage } from '../contract/protocol.ts';
import type { RowOrder, RowPage } from '../contract/rowProtocol.ts';
import { distributionAt, findIn } from './tokenAnswers.ts';
import type { Search, TokenPlace } from '../contract/contract.ts';
import type { Found, TokenDistribution } from '../contract/tokenProtocol.ts';
import type { Order } from '../contract/viewChoices.ts';

/** A file to read: of the disk, or its bytes where only the host can read it. */
export interface FileToRead {
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
}

/** One explanation of a neuron that has been opened. */
export interface OpenSide {
  readonly key: number;
  readonly explanation: number | null;
}

/** What pages need of neurons' files. A neuron is opened under a key, which later jobs name. */
export type NeuronJob =
  | {
      readonly type: 'open';
      readonly key: number;
      readonly file: FileToRead;
      readonly at: LocatedNeuron;
    }
  | { readonly type: 'close'; readonly key: number }
  | {
      readonly type: 'page';
      readonly key: number;
      readonly explanation: number;
      readonly from: number;
      readonly order: Order;
    }
  | ({ readonly type: 'distribution'; readonly key: number } & TokenPlace)
  | ({ readonly type: 'find'; readonly key: number } & Search)
  | { readonly type: 'analysis'; readonly key: number; readonly explanation: number }
  | {
      readonly type: 'rows';
      /** Null for a neuron that could not be read. */
      readonly left: OpenSide | null;
      readonly right: OpenSide | null;
      readonly order: RowOrder;
      readonly from: number;
    }
  | { readonly type: 'sibling'; readonly kind: SiblingKind; readonly file: FileToRead };

export interface OpenedNeuron {
  readonly document: NeuronDocument;
  /** The first sequences of the best explanation, as stored; null where there is none. */
  readonly first: SequencePage | null;
}

/** The answers, by the job's type; null where there is no such explanation, sequence or file. */
export interface NeuronAnswers {
  readonly open: OpenedNeuron;
  readonly close: null;
  readonly page: SequencePage;
  readonly distribution: TokenDistribution | null;
  readonly find: Found | null;
  readonly analysis: AnalysisMessage | null;
  readonly rows: RowPage;
  readonly sibling: DecodedSibling | null;
}

/** The file that a job is at, or its kind, for the log. */
export function describeNeuronJob(job: NeuronJob): string {
  return job.type === 'open' || job.type === 'sibling'
    ? `at ${job.file.path}`
    : `at a job “${job.type}”`;
}

/** How much of files is kept decoded, in bytes of the files, beside the two that were used last. */
const mostBytes = 64e6;

interface Kept {
  readonly unit: ExplainedUnit;
  readonly size: number;
}

/** The neurons that pages have open, decoded, in the thread that answers what pages ask. */
export class NeuronDesk {
  readonly #source: FileSource;
  /** By key, those used last at the end. */
  readonly #open = new Map<number, Kept>();
  #compared:
    | {
        readonly id: string;
        readonly units: readonly (ExplainedUnit | undefined)[];
        readonly rows: ComparedRows;
      }
    | undefined;

  /** `source` reads the files of the disk. */
  constructor(source: FileSource) {
    this.#source = source;
  }

  /** Rejects with a `FormatError` or a `FileError` where a file cannot be read. */
  async run(job: NeuronJob): Promise<NeuronAnswers[NeuronJob['type']]> {
    switch (job.type) {
      case 'open':
        return this.#openFile(job.key, job.file, job.at);
      case 'close':
        return this.#close(job.key);
      case 'sibling':
        return this.#readSibling(job.kind, job.file);
      case 'rows':
        return this.#compare(job.left, job.right, job.order).page(job.from);
      case 'page':
        return sequencePage(this.#unit(job.key), job.explanation, job.from, job.order);
      case 'distribution':
        return distributionAt(this.#unit(job.key), job);
      case 'find':
        return findIn(this.#unit(job.key), job);
      case 'analysis':
        return analysisMessage(this.#unit(job.key), job.explanation);
    }
  }

  async #openFile(key: number, file: FileToRead, at: LocatedNeuron): Promise<OpenedNeuron> {
    const { path, bytes } = file;
    const place = placeOfKey(at.unit.key);
    const { neuron, problems } = bytes
      ? inFile(path, () => decodeNeuronFile(bytes, place))
      : await readNeuronFile(this.#source, path, place);
    const unit = explainedUnit(neuron);
    const size = bytes?.length ?? (await this.#source.stat(path))?.size ?? 0;
    this.#keep(key, { unit, size });
    const document = neuronDocument(at, unit, problems);
    const [best] = document.explanations;
    return { document, first: best ? sequencePage(unit, best.index, 0, 'stored') : null };
  }

  async #readSibling(kind: SiblingKind, { path, bytes }: FileToRead) {
    if (bytes) return inFile(path, () => decodeSibling(kind, bytes));
    return (await readSibling(this.#source, { kind, path })) ?? null;
  }

  #compare(left: OpenSide | null, right: OpenSide | null, order: RowOrder): ComparedRows {
    const id = JSON.stringify([left, right, order]);
    const units = [left, right].map((side) => (side ? this.#unit(side.key) : undefined));
    const known = this.#compared;
    // A key that was opened again may have different content.
    if (known?.id === id && units.every((unit, i) => unit === known.units[i])) return known.rows;
    const [one, other] = [left, right].map((side, i) => ({
      unit: units[i],
      explanation: side?.explanation ?? null,
    }));
    const rows = new ComparedRows(one!, other!, order);
    this.#compared = { id, units, rows };
    return rows;
  }

  #close(key: number): null {
    const kept = this.#open.get(key);
    this.#open.delete(key);
    if (kept && this.#compared?.units.includes(kept.unit)) this.#compared = undefined;
    return null;
  }

  #keep(key: number, kept: Kept): void {
    this.#open.delete(key);
    this.#open.set(key, kept);
    let bytes = 0;
    for (const { size } of this.#open.values()) bytes += size;
    for (const [other, { size }] of this.#open) {
      if (bytes <= mostBytes || this.#open.size <= 2) break;
      this.#open.delete(other);
      bytes -= size;
    }
  }

  #unit(key: number): ExplainedUnit {
    const kept = this.#open.get(key);
    if (!kept) throw new NotOpenError(key);
    this.#keep(key, kept);
    return kept.unit;
  }
}
