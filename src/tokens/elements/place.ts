export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

const gap = 6;
const margin = 8;

/**
 * Where the card goes: above the token, where the text has been read, else below it, and within the window. Where
 * neither side has the room, the larger one.
 */
export function placeCard(token: Box, card: Size, view: Size): { left: number; top: number } {
  const above = token.top - gap - card.height;
  const below = token.bottom + gap;
  const fitsBelow = below + card.height + margin <= view.height;
  const larger = token.top > view.height - token.bottom ? above : below;
  const top = above >= margin ? above : fitsBelow ? below : larger;
  const rightmost = view.width - margin - card.width;
  return { left: Math.max(margin, Math.min(token.left - margin, rightmost)), top };
}

/** The box that the card keeps off: all of a wrapped token, or, where that fills the window, its first line. */
export function anchorOf(boxes: readonly Box[], view: Size): Box | null {
  const [first] = boxes;
  if (!first) return null;
  const whole = {
    left: first.left,
    top: Math.min(...boxes.map(({ top }) => top)),
    right: first.right,
    bottom: Math.max(...boxes.map(({ bottom }) => bottom)),
  };
  return whole.bottom - whole.top > view.height / 2 ? first : whole;
}
