import type { SequenceText } from './sequenceText.ts';

/** Margin of the window. Beyond it, browsers draw ahead too, but plain text takes no time. */
const reach = '50%';

/** Up to this number, all tokens stay elements, as in most neurons. */
const few = 4_000;

/** Turns texts near the window into tokens, and in long lists other texts back. */
class Nearness {
  readonly #texts = new Map<Element, SequenceText>();
  /** Tokens that are not near any more. */
  readonly #left = new Set<SequenceText>();
  // Within VS Code's frames, `rootMargin` needs a root.
  readonly #observer = new IntersectionObserver((entries) => this.#moved(entries), {
    root: document,
    rootMargin: `${reach} 0px`,
  });

  /** `row` is the element to observe. The result stops it. */
  watch(row: Element, text: SequenceText): () => void {
    this.#texts.set(row, text);
    this.#observer.observe(row);
    return () => {
      this.#observer.unobserve(row);
      this.#texts.delete(row);
      this.#left.delete(text);
    };
  }

  #moved(entries: readonly IntersectionObserverEntry[]): void {
    for (const { target, isIntersecting } of entries) {
      const text = this.#texts.get(target);
      if (!text) continue;
      this.#left.delete(text);
      if (isIntersecting) text.make();
      else this.#left.add(text);
    }
    this.#release();
  }

  #release(): void {
    const sizes = [...this.#texts.values()].map(({ size }) => size);
    if (sizes.reduce((sum, size) => sum + size, 0) <= few) return;
    for (const text of this.#left) if (text.release()) this.#left.delete(text);
  }
}

export const nearness = new Nearness();
