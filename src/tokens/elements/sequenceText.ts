import type { Sequence } from '../../neuron/contract/protocol.ts';
import { paintClasses, paintOf } from '../colour/paint.ts';
import type { Rulers } from '../colour/scale.ts';
import { formatCount } from '../../text/number.ts';
import { shorten } from '../text/shorten.ts';
import type { Fold } from './folds.ts';
import { foldElement } from './foldElement.ts';
import { keepingSelection } from './keepSelection.ts';
import { breaksBefore, tokenElement } from './tokenElement.ts';

/** How many tokens are made at once; a sequence of 100,000 must not stop the page. */
export const partSize = 2_000;

/** Asks a sequence's text to show its next tokens. */
export const extendEvent = 'neuron-extend';

/** Asks a sequence's text to show a token, by a `CustomEvent<number>`. */
export const revealEvent = 'neuron-reveal';

/** Asks a sequence's text to be tokens now. */
export const makeEvent = 'neuron-make';

/** A sequence's text has made tokens; it bubbles. */
export const madeEvent = 'neuron-made';

/**
 * The text of one sequence in the document, made outside of Preact, so that neither a hover nor a change of mode looks at it again. At first it
 * is plain text, for a search of the page and for a selection; near the window it is tokens, each an element. Long sequences come in parts;
 * those off screen are not laid out.
 */
export class SequenceText {
  readonly #container: HTMLElement;
  readonly #sequence: Sequence;
  readonly #onShown: (shown: number) => void;
  /** By where they begin; those that were opened are gone. */
  readonly #folds: Map<number, Fold>;
  readonly #listeners = new AbortController();
  #rulers: Rulers;
  #made = false;
  #shown = 0;
  #frame = 0;

  constructor(
    container: HTMLElement,
    sequence: Sequence,
    rulers: Rulers,
    onShown: (shown: number) => void,
    folds: readonly Fold[] = [],
  ) {
    this.#container = container;
    this.#sequence = sequence;
    this.#rulers = rulers;
    this.#onShown = onShown;
    this.#folds = new Map(folds.map((fold) => [fold.from, fold]));
    const { signal } = this.#listeners;
    container.addEventListener(extendEvent, () => this.extend(), { signal });
    container.addEventListener(makeEvent, () => this.make(), { signal });
    container.addEventListener(
      revealEvent,
      (event) => event instanceof CustomEvent && this.#reveal(Number(event.detail)),
      { signal },
    );
    container.addEventListener(
      'click',
      ({ target }) => {
        const fold = target instanceof Element ? target.closest<HTMLElement>('.fold') : null;
        if (fold) this.#unfold(fold);
      },
      { signal },
    );
    this.#fill(1);
  }

  /** How many tokens are there, or stand there as plain text. */
  get size(): number {
    return this.#shown;
  }

  make(): void {
    if (this.#made) return;
    this.#made = true;
    keepingSelection(this.#container, () => this.#fill(this.#shown));
    this.#tell();
  }

  /** Makes plain text of it again, unless the reader is in it. Says whether it is. */
  release(): boolean {
    if (this.#made && this.#isInUse()) return false;
    if (this.#made) {
      this.#made = false;
      this.#fill(this.#shown);
    }
    return true;
  }

  extend(): void {
    this.make();
    this.#addPart();
    this.#tell();
  }

  /** A part a frame, so that the page stays alive. */
  extendToEnd(): void {
    this.extend();
    if (this.#isComplete()) return;
    this.#frame = requestAnimationFrame(() => this.extendToEnd());
  }

  /** The same tokens in the colours of other scales. */
  repaint(rulers: Rulers): void {
    if (rulers === this.#rulers) return;
    this.#rulers = rulers;
    if (!this.#made) return;
    for (const token of this.#container.querySelectorAll<HTMLElement>('.t')) {
      const kept = [...token.classList].filter((name) => name.startsWith('t-'));
      token.className = [this.#classes(Number(token.dataset['token'])), ...kept].join(' ');
    }
    this.#tell();
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#listeners.abort();
  }

  /** Puts parts into the container, up to this token at least. */
  #fill(to: number): void {
    this.#container.replaceChildren();
    this.#shown = 0;
    while (this.#shown < to && !this.#isComplete()) this.#addPart();
  }

  #addPart(): void {
    if (this.#isComplete()) return;
    const from = this.#shown;
    const part = document.createElement('div');
    part.className = 'part';
    if (from > 0) part.dataset['from'] = formatCount(from + 1);
    const end = this.#sequence.tokens.length;
    this.#shown = this.#made ? this.#makeTokens(part, from, end) : this.#makeText(part, from, end);
    this.#container.append(part);
    this.#onShown(this.#shown);
  }

  #makeText(into: Node, from: number, end: number): number {
    const { tokens } = this.#sequence;
    let text = '';
    const to = this.#walk(from, end, (i) => (text += shorten(tokens[i] ?? '').shown));
    into.appendChild(document.createTextNode(text));
    return to;
  }

  #makeTokens(into: Node, from: number, end: number): number {
    const { tokens } = this.#sequence;
    const makeToken = (i: number) => {
      const token = tokens[i] ?? '';
      if (i > 0 && breaksBefore(token, tokens[i - 1] ?? ''))
        into.appendChild(document.createElement('wbr'));
      into.appendChild(tokenElement(token, i, this.#classes(i)));
    };
    return this.#walk(from, end, makeToken, (fold) => into.appendChild(foldElement(fold)));
  }

  /** Goes over tokens and folds, at most a part of them, and says where it has ended. */
  #walk(
    from: number,
    end: number,
    onToken: (i: number) => void,
    onFold?: (fold: Fold) => void,
  ): number {
    let i = from;
    for (let passed = 0; i < end && passed < partSize; passed++) {
      const fold = this.#folds.get(i);
      if (fold) onFold?.(fold);
      else onToken(i);
      i = fold ? fold.to : i + 1;
    }
    return i;
  }

  /** The tokens in the place of what stands for them; of very many, the first. */
  #unfold(element: HTMLElement): void {
    const [from, to] = [Number(element.dataset['from']), Number(element.dataset['to'])];
    this.#folds.delete(from);
    const made = document.createDocumentFragment();
    const end = this.#makeTokens(made, from, to);
    if (end < to) {
      const rest = { from: end, to };
      this.#folds.set(end, rest);
      made.append(foldElement(rest));
    }
    const first = made.querySelector<HTMLElement>('.t');
    const focused = document.activeElement === element;
    element.replaceWith(made);
    this.#tell();
    // The button that had the focus is gone.
    if (focused && first) {
      first.tabIndex = 0;
      first.focus();
    }
  }

  #reveal(token: number): void {
    this.make();
    while (this.#shown <= token && !this.#isComplete()) this.extend();
    const folded = () =>
      [...this.#container.querySelectorAll<HTMLElement>('.fold')].find(
        ({ dataset }) => Number(dataset['from']) <= token && token < Number(dataset['to']),
      );
    for (let fold = folded(); fold; fold = folded()) this.#unfold(fold);
  }

  #isComplete(): boolean {
    return this.#shown >= this.#sequence.tokens.length;
  }

  /** The token that Tab leads to is here, or an end of the selection. */
  #isInUse(): boolean {
    const selection = getSelection();
    const ends = [document.activeElement, selection?.anchorNode, selection?.focusNode];
    return (
      this.#container.querySelector('.t[tabindex]') !== null ||
      ends.some((end) => end && this.#container.contains(end))
    );
  }

  #classes(i: number): string {
    const { actual, simulated, difference } = paintOf(this.#sequence, i, this.#rulers);
    return paintClasses(actual, simulated, difference);
  }

  #tell(): void {
    this.#container.dispatchEvent(new Event(madeEvent, { bubbles: true }));
  }
}
