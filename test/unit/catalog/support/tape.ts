/** Choices of a test case by numbers, which fast-check shrinks. At their end, the first choice. */
export class Tape {
  readonly #numbers: ArrayLike<number>;
  #at = 0;

  /** `numbers` are from 0 to 65,535. */
  constructor(numbers: ArrayLike<number>) {
    this.#numbers = numbers;
  }

  /** From 0 to below `count`. */
  below(count: number): number {
    return (this.#numbers[this.#at++] ?? 0) % count;
  }

  /** True once in so many times. */
  oneIn(times: number): boolean {
    return times > 0 && this.below(times) === times - 1;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  /** The same in another order; in its own where the list has ended. */
  shuffle<T>(items: readonly T[]): T[] {
    const left = [...items];
    return items.map(() => left.splice(this.below(left.length), 1)[0]!);
  }

  list<T>(maximum: number, make: () => T): T[] {
    return Array.from({ length: this.below(maximum + 1) }, make);
  }
}
