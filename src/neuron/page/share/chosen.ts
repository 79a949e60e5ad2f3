import type { Sequence } from '../../../tokens/contract.ts';
import type { Model } from '../model.ts';

/** In pixels. A sequence with less in sight is not in view. */
const leastHeight = 12;

/** The sequence of this index. If null, that of the current token, which has the tab stop. */
export function oneSequence(model: Model, index: number | null): Sequence | undefined {
  const all = model.snapshot.run?.sequences ?? [];
  if (index !== null) return all.find((sequence) => sequence.index === index);
  const current = document.querySelector('[data-token][tabindex="0"]');
  return sequenceAt(current?.closest('[data-sequence]') ?? null, all) ?? all[0];
}

/** The sequences with selected text, else those in view. */
export function shownSequences(model: Model): readonly Sequence[] {
  const all = model.snapshot.run?.sequences ?? [];
  const rows = [...document.querySelectorAll('.sequence[data-sequence]')];
  const selection = getSelection();
  const selected =
    selection && !selection.isCollapsed
      ? rows.filter((row) => selection.containsNode(row, true))
      : [];
  const chosen = selected.length > 0 ? selected : rows.filter(isInView);
  return chosen.flatMap((row) => sequenceAt(row, all) ?? []);
}

function sequenceAt(row: Element | null, all: readonly Sequence[]): Sequence | undefined {
  const position = row instanceof HTMLElement ? row.dataset['sequence'] : undefined;
  return position === undefined ? undefined : all[Number(position)];
}

function isInView(row: Element): boolean {
  const toolbar = document.querySelector('.toolbar')?.getBoundingClientRect();
  const { top, bottom } = row.getBoundingClientRect();
  return Math.min(bottom, innerHeight) - Math.max(top, toolbar?.bottom ?? 0, 0) >= leastHeight;
}
