import type { DisagreementReason, UndefinedReason, Verdict } from '../../../analysis/verdict.ts';

const undefinedWhy: Readonly<Record<UndefinedReason, string>> = {
  noTokens: 'there are no tokens',
  lengths: 'there are not as many simulated as actual activations',
  missing: 'activations are missing or not finite',
  dead: 'the neuron is dead: all actual activations are 0',
  constantActual: 'the actual activations are constant',
  constantSimulation: 'the simulation is constant',
};

const disagreementWhy: Readonly<Record<DisagreementReason, string>> = {
  ...undefinedWhy,
  fewerSequences: 'the file’s score was taken over more sequences than it stores',
  calibrated: 'the file’s score is of the simulation in the neuron’s units',
  uncalibrated: 'the file’s score is of the uncalibrated simulation',
  anotherScale: 'the simulation is on 0–10, the file’s score likely of another scale',
  placeholder: 'the file’s 0 likely stands for a score that was not computed',
  onlyRecomputed: 'the file says that it is undefined',
  unknown: '',
};

/** The reason that goes with a verdict, as the end of a sentence; empty where there is none to give. */
export function verdictReason(verdict: Verdict): string {
  switch (verdict.kind) {
    case 'agree':
      return '';
    case 'disagree':
      return disagreementWhy[verdict.why];
    case 'undefined':
      return verdict.why === 'unknown' ? '' : undefinedWhy[verdict.why];
    case 'absent':
      return verdict.why === null ? '' : undefinedWhy[verdict.why];
  }
}
