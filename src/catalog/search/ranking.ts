import { compareUnits } from '../../model/unit.ts';
import type { Catalog } from '../rows/catalog.ts';

type Compare = (a: number, b: number) => number;

/**
 * Compares explanations of a catalog by ID: best preferred score first, missing and undefined ones
 * last. Ties by layer, neuron, and the neuron's order of explanations.
 */
export function bestFirst(catalog: Catalog): Compare {
  const { scores } = catalog.explanations;
  const inOrder = orderOf(catalog);
  return (a, b) => {
    const [scoreA, scoreB] = [scores[a]!, scores[b]!];
    if (scoreA > scoreB) return -1;
    if (scoreA < scoreB) return 1;
    const undefinedFirst = Number(Number.isNaN(scoreB)) - Number(Number.isNaN(scoreA));
    return undefinedFirst !== 0 ? -undefinedFirst : inOrder(a, b);
  };
}

function orderOf(catalog: Catalog): Compare {
  const { owners } = catalog.explanations;
  return (a, b) => {
    const [ownerA, ownerB] = [owners[a]!, owners[b]!];
    if (ownerA === ownerB) return a - b;
    const [layerA, layerB] = [catalog.layer(ownerA), catalog.layer(ownerB)];
    if (layerA !== layerB) return compareUnits(layerA, layerB);
    const numbers = catalog.number(ownerA) - catalog.number(ownerB);
    if (numbers !== 0) return numbers;
    return catalog.key(ownerA) < catalog.key(ownerB) ? -1 : 1;
  };
}

/** The best few of many explanations by ID, in one pass: a heap with the worst kept one on top. */
export class BestOf {
  readonly #limit: number;
  readonly #compare: (a: number, b: number) => number;
  readonly #scores: Float64Array;
  readonly #heap: number[] = [];
  /** The worst kept score, once the heap is full. Lower scores need no comparison. */
  #threshold = NaN;

  /** `compare` is negative if the first is better, primarily by score. There are no ties. */
  constructor(limit: number, scores: Float64Array, compare: (a: number, b: number) => number) {
    this.#limit = limit;
    this.#scores = scores;
    this.#compare = compare;
  }

  offer(item: number): void {
    // Nearly all of hundreds of thousands end here.
    if (!Number.isNaN(this.#threshold) && !(this.#scores[item]! >= this.#threshold)) return;
    const heap = this.#heap;
    if (heap.length < this.#limit) {
      heap.push(item);
      this.#up(heap.length - 1);
    } else if (this.#limit > 0 && this.#compare(item, heap[0]!) < 0) {
      heap[0] = item;
      this.#down();
    } else return;
    if (heap.length === this.#limit) this.#threshold = this.#scores[heap[0]!]!;
  }

  /** Best first. */
  sorted(): number[] {
    return this.#heap.toSorted(this.#compare);
  }

  #up(start: number): void {
    const heap = this.#heap;
    for (let i = start; i > 0;) {
      const parent = (i - 1) >> 1;
      if (this.#compare(heap[i]!, heap[parent]!) <= 0) return;
      [heap[i], heap[parent]] = [heap[parent]!, heap[i]!];
      i = parent;
    }
  }

  #down(): void {
    const heap = this.#heap;
    for (let i = 0; ;) {
      let worst = i;
      for (const child of [2 * i + 1, 2 * i + 2])
        if (child < heap.length && this.#compare(heap[child]!, heap[worst]!) > 0) worst = child;
      if (worst === i) return;
      [heap[i], heap[worst]] = [heap[worst]!, heap[i]!];
      i = worst;
    }
  }
}
