import type { ExplainedUnit, StoredSequence } from '../../model/explanation.ts';
import { preferred } from '../../model/score.ts';
import { sequencesAt } from './content.ts';
import { type Pair, pairSequences } from './pairing.ts';
import type { Sequence } from '../contract/protocol.ts';
import type { ComparedRow, RowOrder, RowPage } from '../contract/rowProtocol.ts';

/** Upper limits of one page of rows. */
const pageLimits = { rows: 25, tokens: 20_000 };

/** Null if the neuron has no explanation. Without `unit`, the file could not be read. */
export interface DecodedSide {
  readonly unit: ExplainedUnit | undefined;
  readonly explanation: number | null;
}

/** The sequences of two explanations side by side. */
export class ComparedRows {
  readonly #left: DecodedSide;
  readonly #right: DecodedSide;
  readonly #pairs: readonly Pair[];

  constructor(left: DecodedSide, right: DecodedSide, order: RowOrder) {
    this.#left = left;
    this.#right = right;
    const sequences = { left: sequencesOf(left), right: sequencesOf(right) };
    this.#pairs = inOrder(pairSequences(sequences.left, sequences.right), sequences, order);
  }

  page(from: number): RowPage {
    const rows: ComparedRow[] = [];
    let tokens = 0;
    for (const { left, right, kind } of this.#pairs.slice(from, from + pageLimits.rows)) {
      const row = { kind, left: at(this.#left, left), right: at(this.#right, right) };
      tokens += (row.left?.tokens.length ?? 0) + (row.right?.tokens.length ?? 0);
      if (rows.length > 0 && tokens > pageLimits.tokens) break;
      rows.push(row);
    }
    return { from, total: this.#pairs.length, rows };
  }
}

type Sequences = Readonly<Record<'left' | 'right', readonly StoredSequence[]>>;

/** By the lead of one side in the preferred score. Pairs without both come after, as stored. */
function inOrder(pairs: readonly Pair[], sequences: Sequences, order: RowOrder): readonly Pair[] {
  if (order === 'stored') return pairs;
  const lead = (pair: Pair): number => {
    if (pair.kind === 'apart') return -Infinity;
    const left = scoreAt(sequences.left, pair.left);
    const right = scoreAt(sequences.right, pair.right);
    const difference = order === 'left' ? left - right : right - left;
    return Number.isNaN(difference) ? -Number.MAX_VALUE : difference;
  };
  const leads = new Map(pairs.map((pair) => [pair, lead(pair)]));
  return [...pairs].sort((a, b) => compareDescending(leads.get(a)!, leads.get(b)!));
}

function scoreAt(sequences: readonly StoredSequence[], index: number | null): number {
  return preferred(sequences[index ?? -1]?.scores ?? []) ?? NaN;
}

function compareDescending(a: number, b: number): number {
  return a === b ? 0 : b - a;
}

function sequencesOf({ unit, explanation }: DecodedSide): readonly StoredSequence[] {
  return unit?.explanations[explanation ?? -1]?.sequences ?? [];
}

function at({ unit, explanation }: DecodedSide, index: number | null): Sequence | null {
  if (index === null || explanation === null || !unit) return null;
  return sequencesAt(unit, explanation, [index])[0] ?? null;
}
