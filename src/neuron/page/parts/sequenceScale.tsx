import type { Extent } from '../../../analysis/points.ts';
import type { Sequence } from '../../contract/protocol.ts';
import { isConstant } from '../../../tokens/colour/scale.ts';
import type { Scheme } from '../../../tokens/colour/scheme.ts';
import { formatActivation } from '../../../text/number.ts';

/** The ranges of a sequence with its own scale. The style shows those of the current mode. */
export function SequenceScale({ sequence, scheme }: { sequence: Sequence; scheme: Scheme }) {
  if (scheme.scope !== 'sequence' || sequence.tokens.length === 0) return null;
  const { actual, simulated, difference } = scheme.scaleFor(sequence);
  const simulatedText = scheme.rulers.shared
    ? extentText(simulated)
    : `${extentText(simulated)} of 10`;
  return (
    <p class="sequence-scale dim">
      <span class="of-actual">actual {extentText(actual)}</span>
      <span class="of-simulated">simulated {simulatedText}</span>
      <span class="of-difference">simulated − actual {extentText(difference.extent)}</span>
    </p>
  );
}

function extentText(extent: Extent | null): string {
  if (extent === null) return 'none';
  if (isConstant(extent)) return `all ${formatActivation(extent.min)}`;
  return `${formatActivation(extent.min)} to ${formatActivation(extent.max)}`;
}
