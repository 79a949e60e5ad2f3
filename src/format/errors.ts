import type { ProblemCode } from './problemCodes.ts';
import { visible } from '../text/display.ts';

interface Place {
  readonly file?: string | undefined;
  readonly offset?: number | undefined;
}

/** Text that violates the format, with the file, the reason and the place. */
export class FormatError extends Error {
  /** What is wrong, without the file's name. */
  readonly reason: string;
  /** The file, if known. */
  readonly file: string | undefined;
  /** Characters from the start of the text, if the fault has a place. */
  readonly offset: number | undefined;
  /** Which kind of problem it is. */
  readonly code: ProblemCode;

  constructor(reason: string, place: Place = {}, code: ProblemCode = 'not-a-neuron') {
    super(visible(place.file === undefined ? reason : `${place.file}: ${reason}`));
    this.name = 'FormatError';
    this.reason = visible(reason);
    this.file = place.file;
    this.offset = place.offset;
    this.code = code;
  }

  inFile(file: string): FormatError {
    return new FormatError(this.reason, { file, offset: this.offset }, this.code);
  }
}

/** Runs `decode` and adds the file name to any `FormatError`. */
export function inFile<T>(file: string, decode: () => T): T {
  try {
    return decode();
  } catch (error) {
    throw error instanceof FormatError ? error.inFile(file) : error;
  }
}
