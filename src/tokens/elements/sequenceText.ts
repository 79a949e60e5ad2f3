import type { Sequence } from '../contract.ts';
import { paintClasses, paintOf, secondClass, simulatedPaint } from '../colour/paint.ts';
import type { Rulers } from '../colour/scale.ts';
import { formatCount } from '../../text/number.ts';
import { breaksBefore } from '../text/pieces.ts';
import { shorten } from '../text/spell.ts';
import { type Fold, foldElement } from './folds.ts';
import { preserveSelection, selectionSoFar } from './preserveSelection.ts';
import { tokenElement } from './tokenElement.ts';

/** Tokens per part. A sequence of 100,000 must not block the page. */
export const partSize = 2_000;

/** Makes a sequence show its next part. */
export const extendEvent = 'neuron-extend';

/** A `CustomEvent<number>` that makes a sequence show a token. */
export const revealEvent = 'neuron-reveal';

/** Makes a sequence create its tokens now. */
export const makeEvent = 'neuron-make';

/** A sequence has created tokens. It bubbles. */
export const madeEvent = 'neuron-made';

/** A second simulation of the same tokens. */
export interface SecondSimulation {
  readonly sequence: Sequence;
  readonly rulers: Rulers;
}

/** A sequence's text, as tokens near the window. Outside Preact, so that hovers redraw nothing. */
export class SequenceText {
  readonly #container: HTMLElement;
  readonly #sequence: Sequence;
  readonly #onShown: (shown: number) => void;
  /** Closed folds by their first token. */
  readonly #folds: Map<number, Fold>;
  readonly #listeners = new AbortController();
  #rulers: Rulers;
  #second: SecondSimulation | null;
  #made = false;
  #shown = 0;
  #frame = 0;

  constructor(
    container: HTMLElement,
    sequence: Sequence,
    rulers: Rulers,
    onShown: (shown: number) => void,
    folds: readonly Fold[] = [],
    second: SecondSimulation | null = null,
  ) {
    this.#container = container;
    this.#sequence = sequence;
    this.#rulers = rulers;
    this.#second = second;
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

  /** Number of tokens shown, as elements or as plain text. */
  get size(): number {
    return this.#shown;
  }

  make(): void {
    if (this.#made) return;
    this.#made = true;
    preserveSelection(this.#container, () => this.#fill(this.#shown));
    this.#notify();
  }

  /** Makes it plain text again; false if focus or selection are in it. */
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
    this.#notify();
  }

  /** One part per frame, so that the page stays responsive. */
  extendToEnd(): void {
    this.extend();
    if (this.#isComplete()) return;
    this.#frame = requestAnimationFrame(() => this.extendToEnd());
  }

  repaint(rulers: Rulers, second: SecondSimulation | null = null): void {
    if (rulers === this.#rulers && second?.rulers === this.#second?.rulers) return;
    this.#rulers = rulers;
    this.#second = second;
    if (!this.#made) return;
    for (const token of this.#container.querySelectorAll<HTMLElement>('.t')) {
      const marks = [...token.classList].filter((name) => name.startsWith('t-'));
      token.className = [this.#classes(Number(token.dataset['token'])), ...marks].join(' ');
    }
    this.#notify();
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#listeners.abort();
  }

  /** Shows parts at least up to this token. */
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
    // It has no width in tokens either, so lines break at the same places.
    const start = /^ (?=\S)/.exec(text)?.[0] ?? '';
    if (start !== '') {
      const space = document.createElement('span');
      space.className = 'm-start';
      space.textContent = start;
      into.appendChild(space);
    }
    into.appendChild(document.createTextNode(text.slice(start.length)));
    return to;
  }

  #makeTokens(into: Node, from: number, end: number): number {
    const { tokens } = this.#sequence;
    const makeToken = (i: number) => {
      const token = tokens[i] ?? '';
      const previous = tokens[i - 1] ?? '';
      if (i > 0 && breaksBefore(token, previous)) into.appendChild(document.createElement('wbr'));
      const mayBegin = i > from && !previous.endsWith('\n');
      into.appendChild(tokenElement(token, i, this.#classes(i), mayBegin));
    };
    return this.#walk(from, end, makeToken, (fold) => into.appendChild(foldElement(fold)));
  }

  /** Visits tokens and folds, at most one part. Returns the index after the last token. */
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

  /** Replaces a fold by its tokens; of very many, by the first ones and another fold. */
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
    this.#notify();
    // The button had the focus.
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

  /** Whether the tab stop, the focus or an end of the selection is in it. */
  #isInUse(): boolean {
    const selection = selectionSoFar();
    const ends = [document.activeElement, selection?.anchorNode, selection?.focusNode];
    return (
      this.#container.querySelector('.t[tabindex]') !== null ||
      ends.some((end) => end && this.#container.contains(end))
    );
  }

  #classes(i: number): string {
    const { actual, simulated, difference } = paintOf(this.#sequence, i, this.#rulers);
    const classes = paintClasses(actual, simulated, difference);
    if (!this.#second) return classes;
    return classes + secondClass(simulatedPaint(this.#second.sequence, i, this.#second.rulers));
  }

  #notify(): void {
    this.#container.dispatchEvent(new Event(madeEvent, { bubbles: true }));
  }
}
