import * as Result from './wasm/resultWords.ts';
import { floatOfWord } from '../../format/floatWords.ts';
import { wellFormed } from '../../text/display.ts';
import type { NeuronPlace } from '../../dialects/openai/keys.ts';
import { decodeRow } from '../rows/decodeRow.ts';
import { type NeuronRow, rankExplanations, type RowExplanation } from '../rows/neuronRow.ts';

/** The parts in use of a global of all hosts, whose types are only in the DOM library. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array): Promise<{ instance: { exports: unknown } }>;
};

/** The exports of `wasm/index.ts`. Sizes, addresses and ranges are in bytes of its memory. */
interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer; grow(pages: number): number };
  inputStart(): number;
  memoryNeeded(length: number): number;
  results(): number;
  scan(length: number, layer: number, neuron: number): number;
}

const pageSize = 65_536;
/** The longest string in JavaScript. For a larger file, the decoder reports the error. */
const maximumSize = 0x1fffffe8;

/**
 * Makes rows of neuron files almost as fast as their bytes can be scanned. It checks valid files as
 * strictly as the decoder, but does not convert their numbers. Nearly all files are valid; the
 * decoder reads the others. So a row always equals that of `decodeRow`.
 *
 * Its memory grows to the largest file, and is released with the scanner.
 */
export class FileScanner {
  readonly #module: Exports;
  readonly #inputStart: number;
  readonly #utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  #input = new Uint8Array();
  #usedDecoder = false;

  private constructor(module: Exports) {
    this.#module = module;
    this.#inputStart = module.inputStart();
  }

  /**
   * Creates a scanner from the bytes of `scanner.wasm`. Rejects without WebAssembly or its SIMD.
   */
  static async create(wasm: Uint8Array): Promise<FileScanner> {
    const { instance } = await WebAssembly.instantiate(wasm);
    return new FileScanner(instance.exports as Exports);
  }

  /** Whether the last row came from the decoder. For tests and statistics. */
  get usedDecoder(): boolean {
    return this.#usedDecoder;
  }

  /**
   * A buffer for a file of `size` bytes, to be filled for `scan`. Valid until the next call. Bytes
   * beyond `size` belong to the scanner. Throws a RangeError if memory runs out.
   */
  buffer(size: number): Uint8Array {
    if (size > maximumSize) {
      this.#input = new Uint8Array(size);
      return this.#input;
    }
    const { memory } = this.#module;
    const missing = this.#module.memoryNeeded(size) - memory.buffer.byteLength;
    if (missing > 0) memory.grow(Math.ceil(missing / pageSize));
    this.#input = new Uint8Array(memory.buffer, this.#inputStart, size);
    return this.#input;
  }

  /**
   * The row of the neuron at `place`, whose file is the first `length` bytes of the last `buffer`.
   * Equals that of `decodeRow`. Never throws, unless `length` exceeds the buffer.
   */
  scan(length: number, place: NeuronPlace): NeuronRow {
    if (length > this.#input.length) throw new RangeError('the file is larger than its buffer');
    const isHere = this.#input.buffer === this.#module.memory.buffer;
    const found = isHere ? this.#module.scan(length, place.layer, place.neuron) : -1;
    this.#usedDecoder = found < 0;
    if (this.#usedDecoder) return decodeRow(this.#input.subarray(0, length), place);
    const words = new Uint32Array(
      this.#module.memory.buffer,
      this.#module.results(),
      found * Result.size,
    );
    const explanations: RowExplanation[] = [];
    for (let at = 0; at < words.length; at += Result.size) {
      explanations.push(this.#explanation(words.subarray(at, at + Result.size)));
    }
    return {
      explanations: rankExplanations(explanations),
      failure: undefined,
      problems: [],
      problemCount: 0,
    };
  }

  #explanation(words: Uint32Array): RowExplanation {
    return {
      text: this.#text(words),
      scores: [
        this.#score(words, Result.evCorrelationScore),
        this.#score(words, Result.rsquaredScore),
        this.#score(words, Result.absoluteDevExplainedScore),
      ],
      sequences: words[Result.sequences]!,
      tokens: words[Result.tokens]!,
    };
  }

  #text(words: Uint32Array): string {
    const start = words[Result.textStart]!;
    const end = words[Result.textEnd]!;
    if (words[Result.hasEscapes] === 0) return this.#decode(start + 1, end - 1);
    return wellFormed(JSON.parse(this.#decode(start, end)) as string);
  }

  #score(words: Uint32Array, first: number): number | null {
    const start = words[first]!;
    if (start === 0) return null;
    const text = this.#decode(start, words[first + 1]!);
    return text.startsWith('"') ? floatOfWord(text.slice(1, -1))! : Number(text);
  }

  #decode(start: number, end: number): string {
    return this.#utf8.decode(new Uint8Array(this.#module.memory.buffer, start, end - start));
  }
}
