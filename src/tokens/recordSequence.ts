import type { Sequence, ActivationText } from './contract.ts';

/** An activation record as a sequence without simulation. */
export function recordSequence({ tokens, actual }: ActivationText, index: number): Sequence {
  return {
    index,
    tokens,
    actual,
    simulated: new Float64Array(0),
    uncalibrated: null,
    predicted: null,
    scores: [],
  };
}

/** Whether a sequence has no simulation at all, rather than one with gaps. */
export function isRecord({ tokens, simulated }: Sequence): boolean {
  return simulated.length === 0 && tokens.length > 0;
}
