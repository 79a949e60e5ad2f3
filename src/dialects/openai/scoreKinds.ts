import * as l10n from '@vscode/l10n';
import type { ScoreKind, StoredScore } from '../../model/score.ts';

// Getters: this may be loaded before the language is known.

const evCorrelation: ScoreKind = {
  key: 'evCorrelation',
  field: 'ev_correlation_score',
  get name() {
    return l10n.t('EV correlation');
  },
  get shortName() {
    return l10n.t('EV correlation');
  },
  get about() {
    return l10n.t(
      'Pearson correlation of actual and simulated (expected) activations over all tokens. 1 is perfect, 0 is chance. The preferred score.',
    );
  },
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
  get about() {
    return l10n.t(
      '1 − mean squared error / mean squared activation. Not centred on the mean, so not the usual R². Only meaningful if the simulation is in the neuron’s units.',
    );
  },
  range: [-Infinity, 1],
  higherIsBetter: true,
  grades: null,
  measure: 'squaredError',
  needsUnits: true,
};

const absoluteDevExplained: ScoreKind = {
  key: 'absoluteDevExplained',
  field: 'absolute_dev_explained_score',
  get name() {
    return l10n.t('absolute deviation explained');
  },
  get shortName() {
    return l10n.t('Abs. dev.');
  },
  get about() {
    return l10n.t(
      '1 − mean absolute error / mean absolute activation. Only meaningful if the simulation is in the neuron’s units.',
    );
  },
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
