import type { Judgement, Verdicts } from '../../../../src/analysis/judgement.ts';

/** Of scores that a file does not have. */
const absent = { kind: 'absent', why: null } as const;
export const noVerdicts: Verdicts = {
  evCorrelation: absent,
  rSquared: absent,
  absoluteDevExplained: absent,
};
export const noJudgement: Judgement = { verdicts: noVerdicts, groups: null };
