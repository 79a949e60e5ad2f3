import { Component, createRef } from 'preact';
import type { Sequence } from '../../protocol.ts';
import type { Rulers } from '../colour/scale.ts';
import { explainScore, formatCount, formatScore, hasValue } from '../text/number.ts';
import { recomputedText } from '../text/recomputed.ts';
import { SequenceText } from '../tokens/sequence-text.ts';

interface Props {
  readonly sequence: Sequence;
  readonly place: number;
  readonly rulers: Rulers;
}

/** One sequence: its number and score, and its tokens, which `SequenceText` makes. */
export class SequenceRow extends Component<Props, { shown: number }> {
  override state = { shown: 0 };
  readonly #container = createRef<HTMLDivElement>();
  #text: SequenceText | null = null;

  override componentDidMount(): void {
    this.#fill();
  }

  override shouldComponentUpdate(next: Props, state: { shown: number }): boolean {
    return this.#differs(next) || state.shown !== this.state.shown;
  }

  override componentDidUpdate(previous: Props): void {
    if (this.#differs(previous)) this.#fill();
  }

  override componentWillUnmount(): void {
    this.#text?.dispose();
  }

  #differs(other: Props): boolean {
    return other.sequence !== this.props.sequence || other.rulers !== this.props.rulers;
  }

  #fill(): void {
    this.#text?.dispose();
    const { sequence, rulers } = this.props;
    if (!this.#container.current) return;
    this.#text = new SequenceText(this.#container.current, sequence, rulers, (shown) =>
      this.setState({ shown }),
    );
  }

  override render({ sequence, place }: Props, { shown }: { shown: number }) {
    const total = sequence.tokens.length;
    return (
      <li class="sequence" data-place={place}>
        <div class="gutter">
          <span class="sequence-number">
            <span class="sr-only">Sequence </span>
            {formatCount(sequence.index + 1)}
          </span>
          <SequenceScore sequence={sequence} />
        </div>
        <div class="sequence-body">
          <div class="tokens" dir="auto" ref={this.#container} />
          {total === 0 && <p class="dim">no tokens</p>}
          {shown > 0 && shown < total && (
            <div class="rest">
              {formatCount(shown)} of {formatCount(total)} tokens shown{' '}
              <button type="button" class="link" onClick={() => this.#text?.extend()}>
                Show more
              </button>{' '}
              <button type="button" class="link" onClick={() => this.#text?.extendToEnd()}>
                Show all {formatCount(total)}
              </button>
            </div>
          )}
        </div>
      </li>
    );
  }
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
      {formatScore(file)}
    </span>
  );
}
