/** The number of explanations in a part: at most 65,536, and few enough to make one in a slice. */
export const partSize = 1 << 14;

/**
 * For each word of `partSize` consecutive explanations, the explanations that have it. A search
 * reads only what belongs to its words.
 */
export class WordPart {
  /** The words that occur, as numbers of the vocabulary, ascending. */
  readonly #words: Uint32Array;
  /** The start of each word's places, and of the next one's. */
  readonly #starts: Uint32Array;
  /** For each word, the places of its explanations in the part, ascending. */
  readonly #places: Uint16Array;

  /**
   * `words` has the words of each explanation in turn. `starts` has `partSize + 1` positions in it.
   * `size` is that of the vocabulary.
   */
  constructor(words: Uint32Array, starts: Uint32Array, size: number) {
    const ends = new Uint32Array(size);
    const last = new Int32Array(size);
    const eachOnce = (take: (word: number, place: number) => void) => {
      last.fill(-1);
      for (let place = 0; place < partSize; place++) {
        for (let i = starts[place]!; i < starts[place + 1]!; i++) {
          const word = words[i]!;
          if (last[word] === place) continue;
          last[word] = place;
          take(word, place);
        }
      }
    };
    eachOnce((word) => ends[word]!++);
    this.#words = Uint32Array.from([...ends.keys()].filter((word) => ends[word]! > 0));
    this.#starts = new Uint32Array(this.#words.length + 1);
    let total = 0;
    for (const [i, word] of this.#words.entries()) {
      this.#starts[i] = total;
      total += ends[word]!;
      // From here on: the index for the word's next place.
      ends[word] = this.#starts[i]!;
    }
    this.#starts[this.#words.length] = total;
    const places = new Uint16Array(total);
    eachOnce((word, place) => (places[ends[word]!++] = place));
    this.#places = places;
  }

  /** Adds the bits of each word to all explanations that have it, by place. */
  mark(bits: Int32Array, marks: Int32Array): void {
    const [words, starts, places] = [this.#words, this.#starts, this.#places];
    for (let i = 0; i < words.length; i++) {
      const bit = bits[words[i]!];
      // A word that came after the bits has none.
      if (bit === undefined || bit === 0) continue;
      for (let k = starts[i]!, end = starts[i + 1]!; k < end; k++) marks[places[k]!]! |= bit;
    }
  }

  /** Calls `found` with the words of explanations for which `exists` holds, by place. */
  wordsOf(exists: (place: number) => boolean, found: (word: number) => void): void {
    for (const [i, word] of this.#words.entries())
      if (this.#places.subarray(this.#starts[i], this.#starts[i + 1]).some(exists)) found(word);
  }
}
