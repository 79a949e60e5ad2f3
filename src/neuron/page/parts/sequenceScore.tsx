import type { Sequence } from '../../contract/protocol.ts';
import { preferredName } from '../../../dialects/scoreKinds.ts';
import { preferred } from '../../../model/score.ts';
import { displayScore } from '../../../text/display.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useJudge } from '../analysis/useJudge.ts';
import { hasValue } from '../../../tokens/text/scoreValue.ts';
import { sequenceScoreText, sequenceWarning } from '../text/sequenceScoreText.ts';

/** A sequence's own score, the verdict on it, and in the tooltip what it does to the whole's. */
export function SequenceScore({ sequence }: { readonly sequence: Sequence }) {
  const judge = useJudge();
  const file = preferred(sequence.scores);
  const warning = sequenceWarning(sequence);
  // The host tells the score without it later than it tells the sequence, and no row is drawn again for it.
  const title = () => sequenceScoreText(sequence, judge?.scoreWithout(sequence.index));
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
