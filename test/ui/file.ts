import { readFileSync } from 'node:fs';

interface SequenceInFile {
  readonly simulation: { readonly tokens: string[]; readonly expected_activations: number[] };
  readonly true_activations: number[];
}

interface ExplanationInFile {
  readonly explanation: string;
  readonly scored_simulation: {
    readonly scored_sequence_simulations: SequenceInFile[];
    readonly ev_correlation_score: number | null;
  };
}

/** A file's explanations as plain JSON: to compare the page with the file, not with our decoder. */
export function explanationsOf(path: string): ExplanationInFile[] {
  const file = JSON.parse(readFileSync(path, 'utf8')) as {
    scored_explanations: ExplanationInFile[];
  };
  return file.scored_explanations.toSorted(
    (a, b) =>
      (b.scored_simulation.ev_correlation_score ?? -2) -
      (a.scored_simulation.ev_correlation_score ?? -2),
  );
}

export function sequencesOf(explanation: ExplanationInFile): SequenceInFile[] {
  return explanation.scored_simulation.scored_sequence_simulations;
}
