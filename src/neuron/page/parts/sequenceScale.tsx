import * as l10n from '@vscode/l10n';
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
    : l10n.t('{0} of 10', extentText(simulated));
  return (
    <p class="sequence-scale dim">
      <span class="of-actual">{l10n.t('actual {0}', extentText(actual))}</span>
      <span class="of-simulated">{l10n.t('simulated {0}', simulatedText)}</span>
      <span class="of-difference">
        {l10n.t('simulated − actual {0}', extentText(difference.extent))}
      </span>
    </p>
  );
}

function extentText(extent: Extent | null): string {
  if (extent === null) return l10n.t('none');
  if (isConstant(extent)) return l10n.t('all {0}', formatActivation(extent.min));
  return l10n.t('{0} to {1}', formatActivation(extent.min), formatActivation(extent.max));
}
