import type { LayerNode, Node } from './nodes.ts';

/** More rows than the highest window shows. */
const first = 256;
/** Until the first rows are painted, in milliseconds. */
const paint = 50;
/** For rows that were requested, in milliseconds. */
const patience = 1000;

/**
 * Shows the first rows of a layer before the rest: VS Code takes time for every row, also for those
 * that are not in sight.
 */
export class FirstRows {
  readonly #redraw: (layer: LayerNode) => void;
  /** Layers that show their first rows only, with the wait for the rest. */
  readonly #partial = new Map<LayerNode, ReturnType<typeof setTimeout> | undefined>();
  /** Layers whose rows were all requested. */
  readonly #whole = new WeakSet<LayerNode>();
  /** Calls that wait for all rows of a layer. */
  readonly #waiting = new Map<LayerNode, (() => void)[]>();

  constructor(redraw: (layer: LayerNode) => void) {
    this.#redraw = redraw;
  }

  /** The number of rows to create for the layer now. */
  limit(layer: LayerNode): number {
    return this.#whole.has(layer) ? Infinity : first;
  }

  /** Tells that the layer shows these rows, created up to a limit. */
  shown(layer: LayerNode, rows: readonly Node[], limit: number): void {
    if (rows.length < limit) this.#settle(layer);
    else this.#rest(layer);
  }

  /** Tells that the layer was expanded. VS Code may have kept its first rows. */
  expanded(layer: LayerNode): void {
    if (this.#partial.has(layer)) this.#rest(layer);
  }

  collapsed(layer: LayerNode): void {
    this.#whole.delete(layer);
    if (!this.#partial.has(layer)) return;
    clearTimeout(this.#partial.get(layer));
    this.#partial.set(layer, undefined);
  }

  /** Shows all rows of a layer now. Resolves when VS Code has requested them, or does not. */
  async all(layer: LayerNode): Promise<void> {
    this.#whole.add(layer);
    if (!this.#partial.has(layer)) return;
    await new Promise<void>((resolve) => {
      this.#waiting.set(layer, [...(this.#waiting.get(layer) ?? []), resolve]);
      this.#rest(layer, 0);
      // It requests none for a view that is hidden.
      setTimeout(resolve, patience);
    });
  }

  forget(layer: LayerNode): void {
    this.#whole.delete(layer);
    this.#settle(layer);
  }

  clear(): void {
    for (const layer of this.#partial.keys()) this.forget(layer);
  }

  #rest(layer: LayerNode, delay = paint): void {
    clearTimeout(this.#partial.get(layer));
    const timer = setTimeout(() => {
      this.#whole.add(layer);
      this.#redraw(layer);
    }, delay);
    this.#partial.set(layer, timer);
  }

  #settle(layer: LayerNode): void {
    clearTimeout(this.#partial.get(layer));
    this.#partial.delete(layer);
    for (const resolve of this.#waiting.get(layer) ?? []) resolve();
    this.#waiting.delete(layer);
  }
}
