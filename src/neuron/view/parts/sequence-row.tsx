import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Sequence } from '../../protocol.ts';
import type { Context } from '../../viewChoices.ts';
import type { Scheme } from '../colour/scheme.ts';
import { menuContext } from '../take/menu-context.ts';
import { foldsOf } from '../tokens/folds.ts';
import { SequenceScale } from './sequence-scale.tsx';
import { formatCount } from '../text/number.ts';
import { SequenceText } from '../tokens/sequence-text.ts';
import { SequenceScore } from './sequence-score.tsx';

interface Props {
  readonly sequence: Sequence;
  readonly place: number;
  readonly scheme: Scheme;
  readonly context: Context;
}

/** One sequence: its number and score, and its tokens, which `SequenceText` makes. */
export function SequenceRow({ sequence, place, scheme, context }: Props) {
  const container = useRef<HTMLDivElement>(null);
  const text = useRef<SequenceText | null>(null);
  const [shown, setShown] = useState(0);
  // Before the list's own effects, which look at the tokens.
  useLayoutEffect(() => {
    if (!container.current) return undefined;
    const folds = foldsOf(sequence, scheme.rulers, context);
    const rulers = scheme.rulersFor(sequence);
    const made = new SequenceText(container.current, sequence, rulers, setShown, folds);
    text.current = made;
    return () => made.dispose();
    // Another scale is another paint of the same tokens.
  }, [sequence, context]);
  useLayoutEffect(() => text.current?.repaint(scheme.rulersFor(sequence)), [sequence, scheme]);
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
        <SequenceScale sequence={sequence} scheme={scheme} />
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
