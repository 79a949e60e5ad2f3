/** Scores from -1 to 1 in bins of one width. Every score histogram takes its bins from here. */
export class ScoreBins {
  readonly count: number;
  readonly #perUnit: number;

  /** `perUnit` is how many bins there are from 0 to 1. */
  constructor(perUnit: number) {
    this.count = 2 * perUnit;
    this.#perUnit = perUnit;
  }

  /** The score at which a bin begins: the double that its decimal number is read as. */
  start(bin: number): number {
    return (bin - this.#perUnit) / this.#perUnit;
  }

  /**
   * The bin of a score. A bin includes its lower end, the last one both ends. Undefined for a value
   * outside -1 to 1.
   */
  of(score: number): number | undefined {
    if (!(score >= -1 && score <= 1)) return undefined;
    // The product may be one off by rounding, as (-0.9 + 1) * 10 is; the ends decide.
    const near = Math.floor((score + 1) * this.#perUnit);
    const bin =
      this.start(near + 1) <= score ? near + 1 : this.start(near) > score ? near - 1 : near;
    return Math.min(bin, this.count - 1);
  }
}
