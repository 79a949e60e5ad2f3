import * as l10n from '@vscode/l10n';
import { useMemo } from 'preact/hooks';
import type { Sequence } from '../../contract/protocol.ts';
import type { Context } from '../../contract/viewChoices.ts';
import type { Scheme } from '../../../tokens/colour/scheme.ts';
import { menuContext } from '../share/menuContext.ts';
import { foldsOf } from '../../../tokens/elements/folds.ts';
import { SequenceScale } from './sequenceScale.tsx';
import { formatCount } from '../../../text/number.ts';
import { useSequenceText } from '../../../tokens/elements/useSequenceText.ts';
import { SequenceScore } from './sequenceScore.tsx';

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
  return (
    <li class="sequence" data-sequence={position} {...menuContext(sequence)}>
      <div class="gutter">
        <span class="sequence-number">
          <span class="sr-only">{l10n.t('Sequence')} </span>
          {formatCount(sequence.index + 1)}
        </span>
        <SequenceScore sequence={sequence} />
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
