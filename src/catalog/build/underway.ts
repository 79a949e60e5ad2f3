/**
 * What is being done for a key, such as a file that is read: not twice at a time, and once more afterwards where what it is done with has
 * changed meanwhile.
 */
export class Underway {
  readonly #again = new Map<string, boolean>();

  get size(): number {
    return this.#again.size;
  }

  has(key: string): boolean {
    return this.#again.has(key);
  }

  begin(key: string): void {
    this.#again.set(key, false);
  }

  /** Whether it is being done, in which case it is to be done again. */
  repeat(key: string): boolean {
    if (!this.#again.has(key)) return false;
    this.#again.set(key, true);
    return true;
  }

  /** Whether it is to be done again. */
  end(key: string): boolean {
    const again = this.#again.get(key) ?? false;
    this.#again.delete(key);
    return again;
  }
}
