import { FileError } from '../../files/fileSource.ts';
import { FormatError } from '../../format/errors.ts';
import { compareScores } from '../../format/preferredScore.ts';
import { wellFormed } from '../../text/display.ts';

/** Problems stored per file. A file can have thousands of the same kind. */
export const problemsKept = 8;

/** What the catalog stores of a neuron, so that its file need not be opened. */
export interface NeuronRow {
  /** Best first by preferred score, then those without one. Ties keep the file order. */
  readonly explanations: readonly RowExplanation[];
  /** Why the file could not be read, as a sentence; undefined if it could. */
  readonly failure: string | undefined;
  /** The first few other problems of the file, each a sentence on one line with its place. */
  readonly problems: readonly string[];
  /** The total number of problems. Notices are none. */
  readonly problemCount: number;
}

export interface RowExplanation {
  /**
   * As in the file, with its usual leading space. Lone surrogates are escaped (`\ud83d`), since
   * UTF-8 cannot encode them.
   */
  readonly text: string;
  /**
   * One per kind of score, in the order of the catalog's `scoreKinds`. Null if missing, NaN or
   * infinite if undefined.
   */
  readonly scores: readonly (number | null)[];
  /** The number of simulated sequences, and of all their tokens. */
  readonly sequences: number;
  readonly tokens: number;
}

/** The row of an unreadable file, with the reason. */
export function failedRow(error: unknown): NeuronRow {
  const known = error instanceof FormatError || error instanceof FileError;
  // Any other error is a bug. It is shown for this neuron and does not stop the others.
  const failure = wellFormed(known ? error.reason : String(error));
  return { explanations: [], failure, problems: [], problemCount: 1 };
}

/** The row of a neuron that its directory declares and does not have, which is no problem. */
export const missingRow: NeuronRow = {
  explanations: [],
  failure: 'not in this data set',
  problems: [],
  problemCount: 0,
};

/** The score for ranking. */
export function preferredScore({ scores }: RowExplanation): number | null {
  return scores[0] ?? null;
}

/** Best first. Stable. */
export function rankExplanations(explanations: RowExplanation[]): RowExplanation[] {
  return explanations.sort((a, b) => compareScores(preferredScore(a), preferredScore(b)));
}
