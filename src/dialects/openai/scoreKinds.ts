import type { ScoreKind, StoredScore } from '../../model/score.ts';

const evCorrelation: ScoreKind = {
  key: 'evCorrelation',
  field: 'ev_correlation_score',
  name: 'EV correlation',
  shortName: 'EV correlation',
  about:
    'Pearson’s correlation of the actual with the simulated (expected) activations over all tokens: 1 is perfect, 0 is chance. The preferred score.',
  range: [-1, 1],
  higherIsBetter: true,
  grades: { good: 0.7, fair: 0.4 },
  measure: 'correlation',
  needsUnits: false,
};

const rSquared: ScoreKind = {
  key: 'rSquared',
  field: 'rsquared_score',
  name: 'R²',
  shortName: 'R²',
  about:
    '1 − mean squared error / mean squared activation. Not centred on the mean, so it is not the usual R². Meaningful where the simulation is in the neuron’s units.',
  range: [-Infinity, 1],
  higherIsBetter: true,
  grades: null,
  measure: 'squaredError',
  needsUnits: true,
};

const absoluteDevExplained: ScoreKind = {
  key: 'absoluteDevExplained',
  field: 'absolute_dev_explained_score',
  name: 'absolute deviation explained',
  shortName: 'Abs. dev.',
  about:
    '1 − mean absolute error / mean absolute activation. Meaningful where the simulation is in the neuron’s units.',
  range: [-Infinity, 1],
  higherIsBetter: true,
  grades: null,
  measure: 'absoluteError',
  needsUnits: true,
};

/** The reference's scores. */
export const openaiScoreKinds: readonly ScoreKind[] = [
  evCorrelation,
  rSquared,
  absoluteDevExplained,
];

/** The scores of a decoded simulation or of one of its sequences. */
export function storedScores(of: {
  readonly evCorrelationScore: number | null;
  readonly rsquaredScore: number | null;
  readonly absoluteDevExplainedScore: number | null;
}): StoredScore[] {
  return [
    { kind: evCorrelation, value: of.evCorrelationScore },
    { kind: rSquared, value: of.rsquaredScore },
    { kind: absoluteDevExplained, value: of.absoluteDevExplainedScore },
  ];
}
