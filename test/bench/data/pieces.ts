import { randomOf, shuffled } from '../../samples/random.ts';
import { readWindows } from '../../samples/corpus.ts';
import { write } from '../../samples/style.ts';
import { integer, type Random } from './choose.ts';
import { activations, type Detail, scoredSequence } from './sequence.ts';

/** How a file is written: as the public ones are, or as the released serialiser does. */
export type Spelling = 'public' | 'released';

/** Encoded sequences to compose files from, in variants, as encoding each file takes too long. */
export interface Pieces {
  readonly top: readonly (readonly Buffer[])[];
  readonly random: readonly (readonly Buffer[])[];
}

export const variants = 3;

/** Files of about 300 KB, as real ones: full doubles are long, so fewer of them are listed. */
const listed: Readonly<Record<Spelling, number>> = { public: 11, released: 6 };

/** Pieces of sequences of 64 tokens. */
export function longPieces(spelling: Spelling, kind: number): Pieces {
  const random = randomOf(`long ${spelling} ${kind}`);
  const detail: Detail = {
    listed: listed[spelling],
    slope: 0.15 + 0.3 * random(),
    intercept: -0.2 * random(),
  };
  const windows = shuffled(readWindows(), random).map(({ tokens }) => tokens);
  const make = (tokens: readonly string[], active: boolean) => {
    const actual = activations(tokens.length, active, random);
    const pieces = Array.from({ length: variants }, () =>
      written(scoredSequence(tokens, actual, detail, random), spelling),
    );
    return { pieces, peak: Math.max(...actual) };
  };
  const top = windows.slice(0, 12).map((tokens) => make(tokens, true));
  return {
    top: top.sort((a, b) => b.peak - a.peak).map(({ pieces }) => pieces),
    random: windows.slice(12, 36).map((tokens) => make(tokens, false).pieces),
  };
}

/** A sequence of a few tokens, and how many. */
export interface ShortPiece {
  readonly tokens: number;
  readonly piece: Buffer;
}

/** Of 4 to 8 tokens, with few values each. */
export function shortPieces(spelling: Spelling): ShortPiece[] {
  const random = randomOf(`short ${spelling}`);
  return readWindows().map(({ tokens }) => {
    const some = tokens.slice(0, 4 + integer(random, 5));
    const actual = activations(some.length, true, random);
    const sequence = scoredSequence(
      some,
      actual,
      { listed: 3, slope: 0.3, intercept: -0.1 },
      random,
    );
    return { tokens: some.length, piece: written(sequence, spelling) };
  });
}

/** Some of the pieces of a list, in its order. */
export function chooseSome<T>(from: readonly T[], count: number, random: Random): T[] {
  const chosen: T[] = [];
  for (const [i, item] of from.entries()) {
    const left = from.length - i;
    if (random() * left < count - chosen.length) chosen.push(item);
  }
  return chosen;
}

/** A sequence as it stands in a file. */
export function written(sequence: ReturnType<typeof scoredSequence>, spelling: Spelling): Buffer {
  return Buffer.from(write(sequence, spelling).trimEnd());
}
