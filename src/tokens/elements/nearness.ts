import type { SequenceText } from './sequenceText.ts';

/** How far from the window a text is near, in heights of it. What is further is drawn ahead by browsers, too: as plain text that takes no time. */
const reach = '50%';

/** So many tokens may all stay elements, as those of most neurons are. */
const few = 4_000;

/** Makes tokens of the texts that come near the window, and in a long list plain text again of those that are not any more. */
class Nearness {
  readonly #texts = new Map<Element, SequenceText>();
  /** Those that are tokens and not near. */
  readonly #left = new Set<SequenceText>();
  // A page is in a frame of VS Code's, whose reach could not be told without a root.
  readonly #observer = new IntersectionObserver((entries) => this.#moved(entries), {
    root: document,
    rootMargin: `${reach} 0px`,
  });

  /** `row` is what scrolls by with the text. Returns what ends it. */
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
