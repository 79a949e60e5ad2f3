import type { LayerSummary, Selection } from '../../contract/contract.ts';
import type { Drawing } from './draw.ts';

/** A rectangle in a drawing, in pixels. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** The data area of a drawing. */
export function areaOf({ x, y }: Drawing): Box {
  const [left, right] = ends(x.range as number[]);
  const [top, bottom] = ends(y.range as number[]);
  return { left, top, right, bottom };
}

/** The layers whose middle is in a box, and its scores to two decimals. */
export function selectionOf(
  drawing: Drawing,
  layers: readonly LayerSummary[],
  box: Box,
): Selection {
  const score = drawing.kind === 'layers' ? drawing.y : drawing.x;
  const [low, high] = drawing.kind === 'layers' ? [box.bottom, box.top] : [box.left, box.right];
  const invert = (at: number) => round(Number(score.invert!(at)));
  const scores = [invert(low), invert(high)] as const;
  if (drawing.kind === 'histogram') return { layers: null, scores };
  const middles = layers.map(({ key }) => middleOf(drawing, key));
  let inside = layers.filter((_, i) => middles[i]! >= box.left && middles[i]! <= box.right);
  if (inside.length === 0) {
    const nearest = nearestIndex(middles, (box.left + box.right) / 2);
    inside = layers.slice(nearest, nearest + 1);
  }
  return { layers: [inside[0]!.number, inside.at(-1)!.number], scores };
}

/** A selection's box; null if nothing is selected, or nothing that the drawing shows. */
export function boxOf(
  drawing: Drawing,
  all: readonly LayerSummary[],
  { layers, scores }: Selection,
): Box | null {
  if (!layers && !scores) return null;
  const area = areaOf(drawing);
  const score = drawing.kind === 'layers' ? drawing.y : drawing.x;
  const [low, high] = (scores ?? (score.domain as [number, number])).map((value) =>
    Number(score.apply(value)),
  ) as [number, number];
  if (drawing.kind === 'histogram') return inside({ ...area, left: low, right: high }, area);
  const chosen = all.filter(
    ({ number }) => !layers || (number >= layers[0] && number <= layers[1]),
  );
  if (chosen.length === 0) return null;
  const half = (drawing.x.step ?? 0) / 2;
  const left = middleOf(drawing, chosen[0]!.key) - half;
  const right = middleOf(drawing, chosen.at(-1)!.key) + half;
  return inside({ left, right, top: high, bottom: low }, area);
}

/** The layer and score at a point, in pixels of the drawing. */
export function dataAt(
  drawing: Drawing,
  layers: readonly LayerSummary[],
  [x, y]: readonly [number, number],
): { readonly layer: LayerSummary | undefined; readonly score: number } {
  if (drawing.kind === 'histogram')
    return { layer: layers[0], score: Number(drawing.x.invert!(x)) };
  const middles = layers.map(({ key }) => middleOf(drawing, key));
  return { layer: layers[nearestIndex(middles, x)], score: Number(drawing.y.invert!(y)) };
}

function middleOf({ x }: Drawing, layerKey: string): number {
  return Number(x.apply(layerKey)) + (x.bandwidth ?? 0) / 2;
}

function nearestIndex(positions: readonly number[], wanted: number): number {
  let nearest = 0;
  for (const [i, position] of positions.entries()) {
    if (Math.abs(position - wanted) < Math.abs(positions[nearest]! - wanted)) nearest = i;
  }
  return nearest;
}

function inside({ left, top, right, bottom }: Box, area: Box): Box | null {
  const box = {
    left: Math.max(left, area.left),
    top: Math.max(top, area.top),
    right: Math.min(right, area.right),
    bottom: Math.min(bottom, area.bottom),
  };
  return box.left < box.right && box.top < box.bottom ? box : null;
}

function ends(range: readonly number[]): [number, number] {
  const [from = 0, to = 0] = [range[0], range.at(-1)];
  return from < to ? [from, to] : [to, from];
}

const round = (score: number) => Math.round(score * 100) / 100;
