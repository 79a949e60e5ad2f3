import { FileError, type FileSource, type FileStamp, readBounded } from '../../files/fileSource.ts';
import { explainedUnit } from '../../dialects/openai/dialect.ts';
import { FormatError, inFile } from '../../format/errors.ts';
import type { NeuronRecord } from '../../format/schema.ts';
import { placeOfKey } from '../../dialects/openai/keys.ts';
import { decodeNeuronFile } from '../../format/neuronFile.ts';
import type { ExplainedUnit } from '../../model/explanation.ts';
import { type DecodedSibling, decodeSibling } from '../../format/siblingFile.ts';
import type { SiblingKind } from '../../format/siblingPaths.ts';
import { NotOpenError } from '../../workers/messages.ts';
import { activationsMessage } from './activations.ts';
import { analysisMessage, distributionAt, findIn } from './tokenAnswers.ts';
import type {
  ActivationsMessage,
  AnalysisMessage,
  Found,
  RowOrder,
  RowPage,
  NeuronDocument,
} from '../contract/protocol.ts';
import type { TokenDistribution, SequencePage, Order } from '../../tokens/contract.ts';
import { ComparedRows } from './comparedRows.ts';
import { type LocatedNeuron, neuronDocument, sequencePage } from './content.ts';
import type { Search, TokenPosition } from '../contract/contract.ts';

/** A path on the local disk, or the bytes if only the host can read the file. */
export interface FileToRead {
  readonly path: string;
  readonly bytes: Uint8Array | undefined;
}

/** A file with the stamp that it had when the host read it. */
export interface StampedFile extends FileToRead {
  readonly stamp: FileStamp | undefined;
}

/** One explanation of an open neuron. */
export interface OpenSide {
  readonly key: number;
  readonly explanation: number | null;
}

/** What pages need from the worker. `open` assigns a key that later jobs use. */
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
  | ({ readonly type: 'distribution'; readonly key: number } & TokenPosition)
  | ({ readonly type: 'find'; readonly key: number } & Search)
  | { readonly type: 'analysis'; readonly key: number; readonly explanation: number }
  | {
      readonly type: 'activations';
      readonly key: number;
      readonly explanation: number;
      /** The neuron's activation record. Null if there is none. */
      readonly record: FileToRead | null;
    }
  | {
      readonly type: 'rows';
      /** Null if the neuron could not be read. */
      readonly left: OpenSide | null;
      readonly right: OpenSide | null;
      readonly order: RowOrder;
      readonly from: number;
    }
  | { readonly type: 'relatedData'; readonly kind: SiblingKind; readonly file: FileToRead };

export interface OpenedNeuron {
  readonly document: NeuronDocument;
  /** First page of the best explanation, as stored. Null if there is none. */
  readonly first: SequencePage | null;
}

/** By type of job. Null if there is no such explanation, sequence or file. */
export interface NeuronAnswers {
  readonly open: OpenedNeuron;
  readonly close: null;
  readonly page: SequencePage;
  readonly distribution: TokenDistribution | null;
  readonly find: Found | null;
  readonly analysis: AnalysisMessage | null;
  readonly activations: ActivationsMessage | null;
  readonly rows: RowPage;
  readonly relatedData: DecodedSibling | null;
}

/** Limit of decoded neurons, in bytes of their files. The last two stay in any case. */
const mostBytes = 64e6;

interface Decoded {
  readonly unit: ExplainedUnit;
  readonly size: number;
}

/** The decoded neurons of all pages, in the worker that answers the pages' requests. */
export class DecodedNeurons {
  readonly #disk: FileSource | undefined;
  /** By key, least recently used first. */
  readonly #open = new Map<number, Decoded>();
  #compared:
    | {
        readonly id: string;
        readonly units: readonly (ExplainedUnit | undefined)[];
        readonly rows: ComparedRows;
      }
    | undefined;

  /** Without a disk, each job has the bytes of its file. */
  constructor(disk?: FileSource) {
    this.#disk = disk;
  }

  /** Rejects with a `FormatError` or `FileError` if a file cannot be read. */
  async run(job: NeuronJob): Promise<NeuronAnswers[NeuronJob['type']]> {
    switch (job.type) {
      case 'open':
        return this.#openFile(job.key, job.file, job.at);
      case 'close':
        return this.#close(job.key);
      case 'relatedData':
        return this.#readRelatedData(job.kind, job.file);
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
      case 'activations': {
        const record = job.record && (await this.#readRecord(job.record));
        return activationsMessage(this.#unit(job.key), job.explanation, record);
      }
    }
  }

  async #openFile(key: number, file: FileToRead, at: LocatedNeuron): Promise<OpenedNeuron> {
    const { path } = file;
    const bytes = await this.#bytesOf(file);
    if (!bytes) throw new FileError(path, 'no such file');
    const place = placeOfKey(at.unit.key);
    const { neuron, problems } = inFile(path, () => decodeNeuronFile(bytes, place));
    const unit = explainedUnit(neuron);
    this.#use(key, { unit, size: bytes.length });
    const document = neuronDocument(at, unit, problems);
    const [best] = document.explanations;
    return { document, first: best ? sequencePage(unit, best.index, 0, 'stored') : null };
  }

  async #readRelatedData(kind: SiblingKind, file: FileToRead): Promise<DecodedSibling | null> {
    const bytes = await this.#bytesOf(file);
    return bytes ? inFile(file.path, () => decodeSibling(kind, bytes)) : null;
  }

  async #bytesOf({ path, bytes }: FileToRead): Promise<Uint8Array | undefined> {
    return bytes ?? (this.#disk && readBounded(this.#disk, path));
  }

  /** Null if it cannot be read. The tab of the records says why. */
  async #readRecord(file: FileToRead): Promise<NeuronRecord | null> {
    try {
      const read = await this.#readRelatedData('records', file);
      return read?.kind === 'records' ? read.value : null;
    } catch (error) {
      if (error instanceof FormatError || error instanceof FileError) return null;
      throw error;
    }
  }

  #compare(left: OpenSide | null, right: OpenSide | null, order: RowOrder): ComparedRows {
    const id = JSON.stringify([left, right, order]);
    const units = [left, right].map((side) => (side ? this.#unit(side.key) : undefined));
    const known = this.#compared;
    // A neuron that was opened again may have changed.
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
    const decoded = this.#open.get(key);
    this.#open.delete(key);
    if (decoded && this.#compared?.units.includes(decoded.unit)) this.#compared = undefined;
    return null;
  }

  #use(key: number, decoded: Decoded): void {
    this.#open.delete(key);
    this.#open.set(key, decoded);
    let bytes = 0;
    for (const { size } of this.#open.values()) bytes += size;
    for (const [other, { size }] of this.#open) {
      if (bytes <= mostBytes || this.#open.size <= 2) break;
      this.#open.delete(other);
      bytes -= size;
    }
  }

  #unit(key: number): ExplainedUnit {
    const decoded = this.#open.get(key);
    if (!decoded) throw new NotOpenError(key);
    this.#use(key, decoded);
    return decoded.unit;
  }
}
