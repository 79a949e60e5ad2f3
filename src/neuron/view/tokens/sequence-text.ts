import type { Sequence } from '../../protocol.ts';
import { paintClasses, paintOf } from '../colour/paint.ts';
import type { Rulers } from '../colour/scale.ts';
import { formatCount } from '../text/number.ts';
import type { Fold } from './folds.ts';
import { foldElement } from './fold-element.ts';
import { breaksBefore, tokenElement } from './token-element.ts';

/** How many tokens are made at once; a sequence of 100,000 must not stop the page. */
export const partSize = 2_000;

/** Asks a sequence's text to show its next tokens. */
export const extendEvent = 'neuron-extend';

/** Asks a sequence's text to show a token, by a `CustomEvent<number>`. */
export const revealEvent = 'neuron-reveal';

/** A sequence's text has made tokens; it bubbles. */
export const madeEvent = 'neuron-made';

/**
 * The tokens of one sequence in the document. They are made once, outside of Preact, so that neither a hover nor a
 * change of mode looks at them again. Long sequences come in parts; those off screen are not laid out.
 */
export class SequenceText {
  readonly #container: HTMLElement;
  readonly #sequence: Sequence;
  readonly #onShown: (shown: number) => void;
  /** By where they begin. */
  readonly #folds: ReadonlyMap<number, Fold>;
  readonly #listeners = new AbortController();
  #rulers: Rulers;
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
    container.replaceChildren();
    const { signal } = this.#listeners;
    container.addEventListener(extendEvent, this.extend, { signal });
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
    this.extend();
  }

  readonly extend = (): void => {
    const from = this.#shown;
    const part = document.createElement('div');
    part.className = 'part';
    if (from > 0) part.dataset['from'] = formatCount(from + 1);
    const to = this.#make(part, from, this.#sequence.tokens.length);
    if (to === from) return;
    this.#container.append(part);
    this.#shown = to;
    this.#onShown(to);
    this.#tell();
  };

  /** A part a frame, so that the page stays alive. */
  extendToEnd(): void {
    this.extend();
    if (this.#shown === this.#sequence.tokens.length) return;
    this.#frame = requestAnimationFrame(() => this.extendToEnd());
  }

  /** The same tokens in the colours of other scales. */
  repaint(rulers: Rulers): void {
    if (rulers === this.#rulers) return;
    this.#rulers = rulers;
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

  /** Makes tokens and folds, at most a part of them, and says where it has ended. */
  #make(into: Node, from: number, end: number, folds = this.#folds): number {
    const { tokens } = this.#sequence;
    let i = from;
    for (let made = 0; i < end && made < partSize; made++) {
      const fold = folds.get(i);
      if (fold) {
        into.appendChild(foldElement(fold));
        i = fold.to;
        continue;
      }
      const token = tokens[i] ?? '';
      if (i > 0 && breaksBefore(token, tokens[i - 1] ?? '')) {
        into.appendChild(document.createElement('wbr'));
      }
      into.appendChild(tokenElement(token, i, this.#classes(i)));
      i++;
    }
    return i;
  }

  /** The tokens in the place of what stands for them; of very many, the first. */
  #unfold(element: HTMLElement): void {
    const [from, to] = [Number(element.dataset['from']), Number(element.dataset['to'])];
    const made = document.createDocumentFragment();
    const end = this.#make(made, from, to, new Map());
    if (end < to) made.append(foldElement({ from: end, to }));
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
    while (this.#shown <= token && this.#shown < this.#sequence.tokens.length) this.extend();
    const folded = () =>
      [...this.#container.querySelectorAll<HTMLElement>('.fold')].find(
        ({ dataset }) => Number(dataset['from']) <= token && token < Number(dataset['to']),
      );
    for (let fold = folded(); fold; fold = folded()) this.#unfold(fold);
  }

  #classes(i: number): string {
    const { actual, simulated, difference } = paintOf(this.#sequence, i, this.#rulers);
    return paintClasses(actual, simulated, difference);
  }

  #tell(): void {
    this.#container.dispatchEvent(new Event(madeEvent, { bubbles: true }));
  }
}
