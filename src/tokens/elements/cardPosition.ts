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
 * Above the token, over text already read, else below. In a window too low for both, it covers
 * the token, which it repeats, so that all of it can be read.
 */
export function cardPosition(token: Box, card: Size, view: Size): { left: number; top: number } {
  const above = token.top - gap - card.height;
  const below = token.bottom + gap;
  const lowest = view.height - margin - card.height;
  const top = above >= margin ? above : Math.max(margin, Math.min(below, lowest));
  const rightmost = view.width - margin - card.width;
  return { left: Math.max(margin, Math.min(token.left - margin, rightmost)), top };
}

/** The box that the card avoids: the token, or its first line if it fills the window. */
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
