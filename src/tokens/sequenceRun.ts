import * as l10n from '@vscode/l10n';
import type { Sequence, SequencePage, Order } from './contract.ts';

/** The loaded start of a list of sequences. */
export interface Loaded {
  readonly sequences: readonly unknown[];
  readonly total: number;
  readonly loading: boolean;
  /** Why the last request for more failed. */
  readonly error: string | null;
}

/** The loaded sequences of an explanation, in an order. */
export interface SequenceRun extends Loaded {
  readonly explanation: number;
  readonly order: Order;
  readonly sequences: readonly Sequence[];
}

export function emptyRun(explanation: number, total: number, order: Order): SequenceRun {
  return { explanation, order, sequences: [], total, loading: false, error: null };
}

export function isComplete(run: Pick<Loaded, 'sequences' | 'total'>): boolean {
  return run.sequences.length >= run.total;
}

/** Adds a page. An empty page before the end is an error. */
export function withPage(run: SequenceRun, page: SequencePage): SequenceRun {
  const fits =
    page.explanation === run.explanation &&
    page.order === run.order &&
    page.from === run.sequences.length;
  const due = page.total > run.sequences.length;
  if (!fits || (due && page.sequences.length === 0)) {
    return withError(run, l10n.t('Unexpected answer from the extension.'));
  }
  const sequences = [...run.sequences, ...page.sequences];
  return { ...run, sequences, total: page.total, loading: false, error: null };
}

/** Splits a page after the sequence that reaches this number of tokens; null without a rest. */
export function inTwo(page: SequencePage, tokens: number): [SequencePage, SequencePage | null] {
  const { sequences, from } = page;
  let count = 0;
  for (let sum = 0; count < sequences.length && sum < tokens; count++)
    sum += sequences[count]!.tokens.length;
  if (count === sequences.length) return [page, null];
  const part = (begin: number, end?: number): SequencePage => ({
    ...page,
    from: from + begin,
    sequences: sequences.slice(begin, end),
  });
  return [part(0, count), part(count)];
}

export function withError(run: SequenceRun, error: string): SequenceRun {
  return { ...run, loading: false, error };
}

/** Which marks the tokens have, for the legend. */
export interface Occurring {
  readonly missing: boolean;
  readonly unpredicted: boolean;
}

const occurringIn = new WeakMap<Sequence, Occurring>();

export function occurring(sequences: readonly Sequence[]): Occurring {
  const all = sequences.map((sequence) => {
    const known = occurringIn.get(sequence) ?? findOccurring(sequence);
    occurringIn.set(sequence, known);
    return known;
  });
  return {
    missing: all.some(({ missing }) => missing),
    unpredicted: all.some(({ unpredicted }) => unpredicted),
  };
}

function findOccurring({ tokens, actual, simulated, predicted }: Sequence): Occurring {
  const unpredicted = (i: number) => predicted?.[i] === 0;
  const lacks = (i: number) =>
    !Number.isFinite(actual[i]) || (!unpredicted(i) && !Number.isFinite(simulated[i]));
  return {
    missing: tokens.some((_, i) => lacks(i)),
    unpredicted: tokens.some((_, i) => unpredicted(i)),
  };
}
