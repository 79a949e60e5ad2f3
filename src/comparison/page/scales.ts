import { noDifference } from '../../tokens/colour/scale.ts';
import type { Extent } from '../../analysis/points.ts';
import type { ExplanationScale } from '../../tokens/contract.ts';
import type { ExplanationSummary } from '../../neuron/contract/protocol.ts';

/** With the same activations, both sides share the scale of the neuron's units. */
export function comparedScales(
  left: ExplanationSummary | null,
  right: ExplanationSummary | null,
  together: boolean,
): { left: ExplanationScale; right: ExplanationScale } {
  const scales = { left: left?.scale ?? none, right: right?.scale ?? none };
  if (!together) return scales;
  const actual = union([scales.left.actual, scales.right.actual]);
  const simulated = union(
    [scales.left, scales.right]
      .filter(({ simulatedUnits }) => simulatedUnits === 'neuron')
      .map((scale) => scale.simulated),
  );
  const joined = (scale: ExplanationScale): ExplanationScale => ({
    ...scale,
    actual,
    simulated: scale.simulatedUnits === 'neuron' ? simulated : scale.simulated,
  });
  return { left: joined(scales.left), right: joined(scales.right) };
}

const none: ExplanationScale = {
  simulatedUnits: 'neuron',
  actual: null,
  simulated: null,
  difference: noDifference,
  uncalibrated: null,
};

function union(extents: readonly (Extent | null)[]): Extent | null {
  return extents.reduce((all, each) => {
    if (!all || !each) return all ?? each;
    return { min: Math.min(all.min, each.min), max: Math.max(all.max, each.max) };
  }, null);
}
