import type { Match } from '../../contract/protocol.ts';
import { isComplete, type SequenceRun } from '../../../tokens/sequenceRun.ts';
import { scrollToMiddle } from '../../../tokens/elements/walk.ts';
import { revealEvent } from '../../../tokens/elements/sequenceText.ts';
import type { Sequence } from '../../../tokens/contract.ts';
import type { Finding } from '../finder.ts';

/** Scrolls to tokens that may be folded, not drawn or not loaded yet. */
export class Revealer {
  readonly #list: HTMLElement;
  readonly #loadMore: () => void;
  readonly #shown: () => void;
  #goal: Match | null = null;

  constructor(list: HTMLElement, loadMore: () => void, shown: () => void) {
    this.#list = list;
    this.#loadMore = loadMore;
    this.#shown = shown;
  }

  goTo(match: Match, run: SequenceRun): void {
    this.#goal = match;
    this.drawn(run);
  }

  /** The sequences of the run are in the document. */
  drawn(run: SequenceRun): void {
    const goal = this.#goal;
    if (!goal || run.loading) return;
    const position = run.sequences.findIndex(({ index }) => index === goal.sequence);
    const text = this.#list.querySelector(`[data-sequence="${position}"] .tokens`);
    if (!text) {
      if (isComplete(run) || run.error !== null) this.#goal = null;
      else this.#loadMore();
      return;
    }
    this.#goal = null;
    for (let token = goal.from; token <= goal.to; token++)
      text.dispatchEvent(new CustomEvent(revealEvent, { detail: token }));
    const token = text.querySelector(`[data-token="${goal.from}"]`);
    if (token) scrollToMiddle(token);
    this.#shown();
  }
}

/** Marks the matches of a search in the tokens drawn so far. */
export function markFound(
  list: HTMLElement,
  sequences: readonly Sequence[],
  { found, at }: Finding,
): void {
  for (const token of list.querySelectorAll('.t-found'))
    token.classList.remove('t-found', 't-found-current');
  if (!found) return;
  const positions = new Map(sequences.map(({ index }, position) => [index, position]));
  const mark = ({ sequence, from, to }: Match, ...classes: string[]) => {
    const position = positions.get(sequence);
    const text =
      position === undefined ? null : list.querySelector(`[data-sequence="${position}"]`);
    for (let token = from; text && token <= to; token++)
      text.querySelector(`[data-token="${token}"]`)?.classList.add(...classes);
  };
  for (const match of found.matches) mark(match, 't-found');
  const current = found.matches[at];
  if (current) mark(current, 't-found', 't-found-current');
}
