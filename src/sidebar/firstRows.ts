import type { LayerNode, Node } from './nodes.ts';

/** More rows than the highest window shows. */
const first = 256;
/** Until the first rows are painted, in milliseconds. */
const paint = 50;
/** For rows that were requested, in milliseconds. */
const patience = 1000;

/** A layer that shows its first rows only. */
interface Beginning {
  /** The wait before the rest, while the layer is expanded. */
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the rest was requested. */
  requested: boolean;
  /** Calls that wait for all rows. */
  readonly waiting: (() => void)[];
}

/**
 * Shows the first rows of a layer before the rest when it is opened for the first time: VS Code
 * takes time for every row, also for those that are not in sight.
 */
export class FirstRows {
  readonly #redraw: (layer: LayerNode) => void;
  readonly #partial = new Map<LayerNode, Beginning>();
  /** IDs of layers whose rows were all requested. VS Code keeps the rows of a collapsed layer. */
  readonly #whole = new Set<string>();

  constructor(redraw: (layer: LayerNode) => void) {
    this.#redraw = redraw;
  }

  /** The number of rows to create for the layer now. */
  limit(layer: LayerNode): number {
    return this.#whole.has(layer.id) ? Infinity : first;
  }

  /** Call when the layer gets these rows, created up to a limit. */
  shown(layer: LayerNode, rows: readonly Node[], limit: number): void {
    if (rows.length < limit) {
      this.#whole.add(layer.id);
      this.#settle(layer);
      return;
    }
    const waiting = this.#partial.get(layer)?.waiting ?? [];
    this.#stop(layer);
    this.#partial.set(layer, { timer: undefined, requested: false, waiting });
    this.expanded(layer);
  }

  /** Call when the layer was expanded. VS Code may have kept its first rows. */
  expanded(layer: LayerNode): void {
    const partial = this.#partial.get(layer);
    if (!partial || partial.requested) return;
    clearTimeout(partial.timer);
    partial.timer = setTimeout(() => this.#rest(layer, partial), paint);
  }

  collapsed(layer: LayerNode): void {
    const partial = this.#partial.get(layer);
    if (!partial) return;
    this.#stop(layer);
    // VS Code may never request the rest for a layer that is collapsed.
    partial.requested = false;
    this.#whole.delete(layer.id);
  }

  /** Shows all rows. Resolves when VS Code has requested them, after a second at the latest. */
  async all(layer: LayerNode): Promise<void> {
    const partial = this.#partial.get(layer);
    const isExpanded = partial?.timer !== undefined;
    this.#whole.add(layer.id);
    if (!partial) return;
    this.#rest(layer, partial);
    if (!isExpanded) return;
    await new Promise<void>((resolve) => {
      // It requests none for a view that is hidden.
      const timer = setTimeout(resolve, patience);
      partial.waiting.push(() => {
        clearTimeout(timer);
        resolve();
      });
    });
  }

  forget(layer: LayerNode): void {
    this.#whole.delete(layer.id);
    this.#settle(layer);
  }

  clear(): void {
    for (const layer of this.#partial.keys()) this.#settle(layer);
  }

  #rest(layer: LayerNode, partial: Beginning): void {
    clearTimeout(partial.timer);
    partial.requested = true;
    this.#whole.add(layer.id);
    this.#redraw(layer);
  }

  #stop(layer: LayerNode): void {
    const partial = this.#partial.get(layer);
    if (!partial) return;
    clearTimeout(partial.timer);
    partial.timer = undefined;
  }

  #settle(layer: LayerNode): void {
    this.#stop(layer);
    for (const resolve of this.#partial.get(layer)?.waiting ?? []) resolve();
    this.#partial.delete(layer);
  }
}
