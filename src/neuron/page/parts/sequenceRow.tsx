import * as l10n from '@vscode/l10n';
import { useMemo } from 'preact/hooks';
import type { Sequence, Context } from '../../../tokens/contract.ts';
import type { Scheme } from '../../../tokens/colour/scheme.ts';
import { menuContext } from '../share/share.ts';
import { foldsOf } from '../../../tokens/elements/folds.ts';
import { formatActivation, formatCount } from '../../../text/number.ts';
import { useSequenceText } from '../../../tokens/elements/useSequenceText.ts';
import type { Extent } from '../../../analysis/points.ts';
import { isConstant } from '../../../tokens/colour/scale.ts';
import { preferred } from '../../../model/score.ts';
import { displayScore } from '../../../text/display.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useAnalysisPanel } from '../analysis/useAnalysisPanel.ts';
import { strongestText } from '../../../tokens/text/strongest.ts';
import { hasValue } from '../../../tokens/text/units.ts';
import { sequenceScoreText, sequenceWarning } from '../text/scoreText.ts';

/** As many as a window shows at first. Their tokens are in the first frame. */
const drawnAtOnce = 10;

interface Props {
  readonly sequence: Sequence;
  readonly position: number;
  readonly scheme: Scheme;
  readonly context: Context;
}

export function SequenceRow({ sequence, position, scheme, context }: Props) {
  // A change of scale must not change what is folded.
  const folds = useMemo(() => foldsOf(sequence, scheme.rulers, context), [sequence, context]);
  const { container, shown, extend, extendToEnd } = useSequenceText(
    sequence,
    scheme.rulersFor(sequence),
    { folds, atOnce: position < drawnAtOnce },
  );
  const total = sequence.tokens.length;
  const strongest = useMemo(() => strongestText(sequence), [sequence]);
  const id = `strongest-${position}`;
  return (
    <li
      class="sequence"
      data-sequence={position}
      aria-describedby={strongest === '' ? undefined : id}
      {...menuContext(sequence)}
    >
      <div class="gutter">
        <span class="sequence-number">
          <span class="sr-only">{l10n.t('Sequence')} </span>
          {formatCount(sequence.index + 1)}
        </span>
        <SequenceScore sequence={sequence} />
        {strongest !== '' && (
          <span class="sr-only" id={id}>
            {strongest}
          </span>
        )}
      </div>
      <div class="sequence-body">
        <div class="tokens" dir="auto" ref={container} />
        <SequenceScale sequence={sequence} scheme={scheme} />
        {total === 0 && <p class="dim">{l10n.t('No tokens')}</p>}
        {shown > 0 && shown < total && (
          <div class="rest">
            {l10n.t('{0} of {1} tokens shown', formatCount(shown), formatCount(total))}{' '}
            <button type="button" class="link" onClick={extend}>
              {l10n.t('Show more')}
            </button>{' '}
            <button type="button" class="link" onClick={extendToEnd}>
              {l10n.t('Show all {0}', formatCount(total))}
            </button>
          </div>
        )}
      </div>
    </li>
  );
}

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

/** The score and its check. The tooltip has the neuron's score without this sequence. */
export function SequenceScore({ sequence }: { readonly sequence: Sequence }) {
  const panel = useAnalysisPanel();
  const file = preferred(sequence.scores);
  const warning = sequenceWarning(sequence);
  // Updated on hover: the score without it arrives later, and rows are not drawn again.
  const title = () => sequenceScoreText(sequence, panel?.scoreWithout(sequence.index));
  return (
    <span
      class={`sequence-score number ${hasValue(file) ? '' : 'no-value dim'}`}
      title={title()}
      onPointerEnter={({ currentTarget }) => (currentTarget.title = title())}
    >
      {warning !== '' && <Icon name="warning" class="severity-warning" />}
      <span aria-hidden="true">{displayScore(file)}</span>
      <span class="sr-only"> {sequenceScoreText(sequence, undefined)} </span>
    </span>
  );
}
