import { FileError, type FileSource, readBounded } from '../../files/fileSource.ts';
import { FormatError } from '../../format/errors.ts';
import { decodeNeuronFile } from '../../format/neuronFile.ts';
import { compareScores } from '../../format/preferredScore.ts';
import { formatPath, type Problem } from '../../format/problem.ts';
import type { ScoredExplanation } from '../../format/schema.ts';
import { wellFormed } from '../../text/visible.ts';

/** What the catalog keeps of a neuron: what is known of it without opening its file. */
export interface NeuronRow {
  /** Best first by the preferred score, those without one last, else in the file's order. */
  readonly explanations: readonly RowExplanation[];
  /** Why the file could not be read, in a sentence; undefined where it could. */
  readonly failure: string | undefined;
  /** What is wrong with the file otherwise, in sentences of one line with their places; the first few. */
  readonly problems: readonly string[];
  /** How many problems there are in all. */
  readonly problemCount: number;
}

/** Scores are null where the file has none, NaN (or an infinity) where they are undefined. */
export interface RowExplanation {
  /**
   * As in the file, with the space that it usually begins with; a lone surrogate is escaped
   * (`\ud83d`), as UTF-8 has none.
   */
  readonly text: string;
  /** The preferred score: the correlation of expected and true activations (`ev_correlation_score`). From -1 to 1. */
  readonly score: number | null;
  readonly rSquared: number | null;
  readonly absoluteDevExplained: number | null;
  /** How many sequences were simulated, and how many tokens they have together. */
  readonly sequences: number;
  readonly tokens: number;
}

/** Where a neuron's file is: the numbers of its folder and of its name. */
export interface NeuronPlace {
  readonly layer: number;
  readonly neuron: number;
}

/** How many problems of a file a row keeps: a file can have thousands, all alike. */
const problemsKept = 8;

/**
 * The row of a neuron whose file has these bytes, by the full decoder: the definition that faster ways must equal to the letter. Never
 * throws: a fault is in the row.
 */
export function decodeRow(bytes: Uint8Array, place: NeuronPlace): NeuronRow {
  try {
    const { neuron, problems } = decodeNeuronFile(bytes, place);
    return {
      explanations: rankExplanations(neuron.scoredExplanations.map(explanationOf)),
      failure: undefined,
      problems: problems.slice(0, problemsKept).map(describeProblem),
      problemCount: problems.length,
    };
  } catch (error) {
    return failedRow(error);
  }
}

/** The row of one neuron's file, which is at `path`. Never rejects. */
export async function readRow(
  source: FileSource,
  path: string,
  place: NeuronPlace,
): Promise<NeuronRow> {
  try {
    const bytes = await readBounded(source, path);
    return bytes ? decodeRow(bytes, place) : failedRow(new FileError(path, 'no such file'));
  } catch (error) {
    return failedRow(error);
  }
}

/** The row of a file that cannot be read, and why. */
export function failedRow(error: unknown): NeuronRow {
  const known = error instanceof FormatError || error instanceof FileError;
  // Any other is a fault of ours. It shows at this neuron, and does not stop who reads many.
  const failure = wellFormed(known ? error.reason : String(error));
  return { explanations: [], failure, problems: [], problemCount: 1 };
}

/** Best first; equals stay in their order. */
export function rankExplanations(explanations: RowExplanation[]): RowExplanation[] {
  return explanations.sort((a, b) => compareScores(a.score, b.score));
}

function explanationOf({ explanation, scoredSimulation }: ScoredExplanation): RowExplanation {
  const sequences = scoredSimulation.scoredSequenceSimulations;
  let tokens = 0;
  for (const { simulation } of sequences) tokens += simulation.tokens.length;
  return {
    text: wellFormed(explanation),
    score: scoredSimulation.evCorrelationScore,
    rSquared: scoredSimulation.rsquaredScore,
    absoluteDevExplained: scoredSimulation.absoluteDevExplainedScore,
    sequences: sequences.length,
    tokens,
  };
}

function describeProblem({ severity, path, message }: Problem): string {
  const place = path.length > 0 ? ` at ${formatPath(path)}` : '';
  return wellFormed(`${severity}${place}: ${message}`.replace(/\s+/g, ' '));
}
