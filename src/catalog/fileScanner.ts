import { decodeRow, type NeuronPlace, type NeuronRow } from './neuronRow.ts';
export class FileScanner {
  static async create(_wasm: Uint8Array): Promise<FileScanner> {
    return new FileScanner();
  }
  #buffer = new Uint8Array(0);
  buffer(size: number): Uint8Array {
    return (this.#buffer = new Uint8Array(size));
  }
  scan(length: number, place: NeuronPlace): NeuronRow {
    return decodeRow(this.#buffer.subarray(0, length), place);
  }
}
