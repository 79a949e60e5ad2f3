import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Sequence } from '../../protocol.ts';
import type { Rulers } from '../colour/scale.ts';
import { displayScore } from '../../../format/display.ts';
import { explainScore, formatCount, hasValue } from '../text/number.ts';
import { recomputedText } from '../text/recomputed.ts';
import { menuContext } from '../take/menu-context.ts';
import { SequenceText } from '../tokens/sequence-text.ts';

interface Props {
  readonly sequence: Sequence;
  readonly place: number;
  readonly rulers: Rulers;
}

/** One sequence: its number and score, and its tokens, which `SequenceText` makes. */
export function SequenceRow({ sequence, place, rulers }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const text = useRef<SequenceText | null>(null);
  const [shown, setShown] = useState(0);
  // Before the list's own effects, which look at the tokens.
  useLayoutEffect(() => {
    if (!container.current) return undefined;
    const made = new SequenceText(container.current, sequence, rulers, setShown);
    text.current = made;
    return () => made.dispose();
  }, [sequence, rulers]);
  const total = sequence.tokens.length;
  return (
    <li class="sequence" data-place={place} {...menuContext(sequence)}>
      <div class="gutter">
        <span class="sequence-number">
          <span class="sr-only">Sequence </span>
          {formatCount(sequence.index + 1)}
        </span>
        <SequenceScore sequence={sequence} />
      </div>
      <div class="sequence-body">
        <div class="tokens" dir="auto" ref={container} />
        {total === 0 && <p class="dim">no tokens</p>}
        {shown > 0 && shown < total && (
          <div class="rest">
            {formatCount(shown)} of {formatCount(total)} tokens shown{' '}
            <button type="button" class="link" onClick={() => text.current?.extend()}>
              Show more
            </button>{' '}
            <button type="button" class="link" onClick={() => text.current?.extendToEnd()}>
              Show all {formatCount(total)}
            </button>
          </div>
        )}
      </div>
    </li>
  );
}

function SequenceScore({ sequence }: { sequence: Sequence }) {
  const file = sequence.scores.evCorrelation;
  const other = recomputedText(file, sequence.recomputed.evCorrelation);
  const notes = [explainScore(file), other === null ? '' : `from its tokens: ${other}`];
  const title = ['EV correlation of this sequence', ...notes.filter((note) => note !== '')];
  return (
    <span
      class={`sequence-score number ${hasValue(file) ? '' : 'no-value dim'}`}
      title={title.join('; ')}
    >
      <span class="sr-only">EV correlation </span>
      {displayScore(file)}
    </span>
  );
}
