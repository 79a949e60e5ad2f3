import type { Sequence } from '../../contract/protocol.ts';
import { preferredName } from '../../../dialects/scoreKinds.ts';
import { preferred } from '../../../model/score.ts';
import { displayScore } from '../../../text/display.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useAnalysisPanel } from '../analysis/useAnalysisPanel.ts';
import { hasValue } from '../../../tokens/text/scoreValue.ts';
import { sequenceScoreText, sequenceWarning } from '../text/sequenceScoreText.ts';

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
      <span class="sr-only">{preferredName(sequence.scores)} </span>
      {warning !== '' && <Icon name="warning" class="severity-warning" />}
      {displayScore(file)}
      {warning !== '' && <span class="sr-only">. {warning}</span>}
    </span>
  );
}
