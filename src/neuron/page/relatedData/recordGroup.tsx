import * as l10n from '@vscode/l10n';
import { useLayoutEffect, useMemo, useState } from 'preact/hooks';
import type { Sequence } from '../../../tokens/contract.ts';
import type { RecordGroup } from '../../contract/relatedDataProtocol.ts';
import type { Rulers } from '../../../tokens/colour/scale.ts';
import { formatActivation, formatCount } from '../../../text/number.ts';
import { strongestText } from '../../../tokens/text/strongest.ts';
import { useSequenceText } from '../../../tokens/elements/useSequenceText.ts';

/** How many are drawn before the user asks for all. */
const shownFirst = 5;

interface Props {
  readonly group: RecordGroup;
  readonly sequences: readonly Sequence[];
  /** Position of the first record among those of all groups. */
  readonly first: number;
  readonly rulers: Rulers;
  readonly extended: () => void;
}

export function RecordGroupList({ group, sequences, first, rulers, extended }: Props) {
  const [all, setAll] = useState(false);
  const shown =
    all || sequences.length <= shownFirst + 1 ? sequences : sequences.slice(0, shownFirst);
  useLayoutEffect(extended, [shown.length]);
  const id = `records-${first}`;
  return (
    <div role="group" aria-labelledby={id}>
      <h3 id={id} class="section-heading">
        {titleOf(group)} <span class="count">{formatCount(sequences.length)}</span>
      </h3>
      <ol>
        {shown.map((sequence, i) => (
          <RecordRow key={i} sequence={sequence} position={first + i} rulers={rulers} />
        ))}
      </ol>
      {shown.length < sequences.length && (
        <p class="rest">
          <button type="button" class="link" onClick={() => setAll(true)}>
            {l10n.t('Show all {0}', formatCount(sequences.length))}
          </button>
        </p>
      )}
    </div>
  );
}

function titleOf({ sample, quantile }: RecordGroup): string {
  if (sample === 'top') return l10n.t('Top-activating');
  if (sample === 'random' || !quantile) return l10n.t('Random');
  const { from, to, index, of } = quantile;
  const [low, high] = [formatActivation(from ?? NaN), formatActivation(to ?? NaN)];
  if (from !== null && to !== null)
    return l10n.t('{2} to {3} · quantile {0} of {1}', index + 1, of, low, high);
  if (to !== null) return l10n.t('Up to {2} · quantile {0} of {1}', index + 1, of, high);
  if (from !== null) return l10n.t('From {2} · quantile {0} of {1}', index + 1, of, low);
  return l10n.t('Quantile {0} of {1}', index + 1, of);
}

interface RowProps {
  readonly sequence: Sequence;
  readonly position: number;
  readonly rulers: Rulers;
}

function RecordRow({ sequence, position, rulers }: RowProps) {
  const { container, shown, extend } = useSequenceText(sequence, rulers);
  const total = sequence.tokens.length;
  const strongest = useMemo(() => strongestText(sequence), [sequence]);
  const id = `strongest-record-${position}`;
  return (
    <li
      class="sequence"
      data-sequence={position}
      aria-describedby={strongest === '' ? undefined : id}
    >
      <div class="gutter">
        <span class="sequence-number">
          <span class="sr-only">{l10n.t('Record')} </span>
          {formatCount(sequence.index + 1)}
        </span>
        <span class="number" title={l10n.t('Largest activation in this record')}>
          <span class="sr-only">{l10n.t('largest activation')} </span>
          {formatActivation(largest(sequence.actual))}
        </span>
        {strongest !== '' && (
          <span class="sr-only" id={id}>
            {strongest}
          </span>
        )}
      </div>
      <div class="sequence-body">
        <div class="tokens" dir="auto" ref={container} />
        {total === 0 && <p class="dim">{l10n.t('No tokens')}</p>}
        {shown > 0 && shown < total && (
          <button type="button" class="link" onClick={extend}>
            {l10n.t('Show more of {0} tokens', formatCount(total))}
          </button>
        )}
      </div>
    </li>
  );
}

function largest(values: Float64Array): number {
  let most = NaN;
  for (const value of values) if (!(value <= most) && !Number.isNaN(value)) most = value;
  return most;
}
