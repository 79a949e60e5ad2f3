/** Scores from -1 to 1 in bins of equal width, for all score histograms. */
export class ScoreBins {
  readonly count: number;
  readonly #perUnit: number;

  /** `perUnit`: the number of bins from 0 to 1. */
  constructor(perUnit: number) {
    this.count = 2 * perUnit;
    this.#perUnit = perUnit;
  }

  /** The lower end of a bin: the double nearest to its decimal number. */
  start(bin: number): number {
    return (bin - this.#perUnit) / this.#perUnit;
  }

  /**
   * The bin of a score. Bins include their lower end, the last one both ends. Undefined outside -1
   * to 1.
   */
  of(score: number): number | undefined {
    if (!(score >= -1 && score <= 1)) return undefined;
    // The product may be off by one through rounding, as (-0.9 + 1) * 10 is. The ends decide.
    const near = Math.floor((score + 1) * this.#perUnit);
    const bin =
      this.start(near + 1) <= score ? near + 1 : this.start(near) > score ? near - 1 : near;
    return Math.min(bin, this.count - 1);
  }
}
