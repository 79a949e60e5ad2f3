import type { FileSource } from '../files/fileSource.ts';
import { FileError } from '../files/fileSource.ts';
import { FormatError } from '../format/errors.ts';
import { readNeuronFile } from '../format/neuronFile.ts';
import { compareScores, getPreferredScore } from '../format/preferredScore.ts';

/** What is known of a neuron without opening it. */
export interface NeuronRow {
  /** Best first, those without a score last, else in the file's order. */
  readonly explanations: readonly RowExplanation[];
  /** Why the file could not be read, in a sentence; undefined where it could. */
  readonly failure: string | undefined;
  readonly problems: number;
}

export interface RowExplanation {
  /** As in the file, with the space that it usually begins with. */
  readonly text: string;
  /** The preferred score: null where the file has none, NaN where it is undefined. */
  readonly score: number | null;
}

/** The row of one neuron's file, which is at `path` and by its place `place`. Never rejects: a fault is in the row. */
export async function readRow(
  source: FileSource,
  path: string,
  place: { layer: number; neuron: number },
): Promise<NeuronRow> {
  try {
    const { neuron, problems } = await readNeuronFile(source, path, place);
    const explanations = neuron.scoredExplanations
      .map((scored) => ({ text: scored.explanation, score: getPreferredScore(scored) }))
      .sort((a, b) => compareScores(a.score, b.score));
    return { explanations, failure: undefined, problems: problems.length };
  } catch (error) {
    return { explanations: [], failure: reasonOf(error), problems: 1 };
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof FormatError || error instanceof FileError) return error.reason;
  // A fault of ours. It shows at this neuron, and does not stop who reads many.
  return String(error);
}
