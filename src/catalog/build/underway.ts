/**
 * Work by key, such as reading a file. A key is never worked on twice at a time, but once more if
 * it changed meanwhile.
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

  /** Whether the key is being worked on. If so, its work is repeated. */
  repeat(key: string): boolean {
    if (!this.#again.has(key)) return false;
    this.#again.set(key, true);
    return true;
  }

  /** Whether the work must be repeated. */
  end(key: string): boolean {
    const again = this.#again.get(key) ?? false;
    this.#again.delete(key);
    return again;
  }
}
