import { explainedUnit } from '../../dialects/openai/dialect.ts';
import type { NeuronPlace } from '../../dialects/openai/keys.ts';
import { FileError, type FileSource, readBounded } from '../../files/fileSource.ts';
import { decodeNeuronFile } from '../../format/neuronFile.ts';
import { formatPath, type Problem } from '../../format/problem.ts';
import { isProblem } from '../../format/problemCodes.ts';
import type { Explanation } from '../../model/explanation.ts';
import { wellFormed } from '../../text/display.ts';
import {
  failedRow,
  type NeuronRow,
  problemsKept,
  rankExplanations,
  type RowExplanation,
} from './neuronRow.ts';

/**
 * Makes the row of a neuron file with the full decoder. This is the definition: faster ways must
 * return exactly the same. Never throws: a fault is part of the row.
 */
export function decodeRow(bytes: Uint8Array, place: NeuronPlace): NeuronRow {
  try {
    const { neuron, problems: found } = decodeNeuronFile(bytes, place);
    const problems = found.filter(isProblem);
    return {
      explanations: rankExplanations(explainedUnit(neuron).explanations.map(rowOf)),
      failure: undefined,
      problems: problems.slice(0, problemsKept).map(describeProblem),
      problemCount: problems.length,
    };
  } catch (error) {
    return failedRow(error);
  }
}

/** The row of the neuron file at `path`. Never rejects. */
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

function rowOf({ text, scores, sequences }: Explanation): RowExplanation {
  const tokens = sequences.reduce((sum, each) => sum + each.tokens.length, 0);
  return {
    text: wellFormed(text),
    scores: scores.map(({ value }) => value),
    sequences: sequences.length,
    tokens,
  };
}

function describeProblem({ severity, path, message }: Problem): string {
  const place = path.length > 0 ? ` at ${formatPath(path)}` : '';
  return wellFormed(`${severity}${place}: ${message}`.replace(/\s+/g, ' '));
}
