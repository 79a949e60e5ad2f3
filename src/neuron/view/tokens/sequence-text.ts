import type { Sequence } from '../../protocol.ts';
import { actualPaint, paintClasses, simulatedPaint } from '../colour/paint.ts';
import type { Rulers } from '../colour/scale.ts';
import { formatCount } from '../text/number.ts';
import { breaksBefore, tokenElement } from './token-element.ts';

/** How many tokens are made at once; a sequence of 100,000 must not stop the page. */
export const partSize = 2_000;

/** Asks a sequence's text to show its next tokens. */
export const extendEvent = 'neuron-extend';

/**
 * The tokens of one sequence in the document. They are made once, outside of Preact, so that neither a hover nor a
 * change of mode looks at them again. Long sequences come in parts; those off screen are not laid out.
 */
export class SequenceText {
  readonly #container: HTMLElement;
  readonly #sequence: Sequence;
  readonly #rulers: Rulers;
  readonly #onShown: (shown: number) => void;
  #shown = 0;
  #frame = 0;

  constructor(
    container: HTMLElement,
    sequence: Sequence,
    rulers: Rulers,
    onShown: (shown: number) => void,
  ) {
    this.#container = container;
    this.#sequence = sequence;
    this.#rulers = rulers;
    this.#onShown = onShown;
    container.replaceChildren();
    container.addEventListener(extendEvent, this.extend);
    this.extend();
  }

  readonly extend = (): void => {
    const from = this.#shown;
    const to = Math.min(from + partSize, this.#sequence.tokens.length);
    if (to === from) return;
    this.#container.append(this.#part(from, to));
    this.#shown = to;
    this.#onShown(to);
  };

  /** A part a frame, so that the page stays alive. */
  extendToEnd(): void {
    this.extend();
    if (this.#shown === this.#sequence.tokens.length) return;
    this.#frame = requestAnimationFrame(() => this.extendToEnd());
  }

  dispose(): void {
    cancelAnimationFrame(this.#frame);
    this.#container.removeEventListener(extendEvent, this.extend);
  }

  #part(from: number, to: number): HTMLElement {
    const part = document.createElement('div');
    part.className = 'part';
    if (from > 0) part.dataset['from'] = formatCount(from + 1);
    const { tokens } = this.#sequence;
    for (let i = from; i < to; i++) {
      const token = tokens[i] ?? '';
      if (i > from && breaksBefore(token, tokens[i - 1] ?? '')) {
        part.append(document.createElement('wbr'));
      }
      part.append(tokenElement(token, i, this.#classes(i)));
    }
    return part;
  }

  #classes(i: number): string {
    return paintClasses(
      actualPaint(this.#sequence, i, this.#rulers),
      simulatedPaint(this.#sequence, i, this.#rulers),
    );
  }
}
