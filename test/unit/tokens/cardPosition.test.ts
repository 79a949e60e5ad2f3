import assert from 'node:assert/strict';
import { anchorOf, cardPosition, type Box } from '../../../src/tokens/elements/cardPosition.ts';

const view = { width: 400, height: 600 };
const card = { width: 240, height: 80 };
const token = (left: number, top: number): Box => ({
  left,
  top,
  right: left + 40,
  bottom: top + 20,
});

function overlaps(position: { left: number; top: number }, box: Box): boolean {
  return (
    position.left < box.right &&
    position.left + card.width > box.left &&
    position.top < box.bottom &&
    position.top + card.height > box.top
  );
}

describe('cardPosition', () => {
  it('never covers the token, and stays within the window, wherever the token is', () => {
    for (let left = 0; left <= 360; left += 20) {
      for (let top = 0; top <= 580; top += 10) {
        const box = token(left, top);
        const position = cardPosition(box, card, view);
        assert.ok(!overlaps(position, box), `covers ${left}, ${top}`);
        assert.ok(
          position.left >= 0 && position.left + card.width <= view.width,
          `${left}, ${top}`,
        );
        assert.ok(
          position.top >= 0 && position.top + card.height <= view.height,
          `${left}, ${top}`,
        );
      }
    }
  });

  it('is above if there is room, else below', () => {
    assert.ok(cardPosition(token(0, 300), card, view).top < 300);
    assert.ok(cardPosition(token(0, 10), card, view).top > 30);
  });

  it('stays in a window that is too low for both', () => {
    const low = { width: 400, height: 120 };
    for (const top of [20, 60]) {
      const position = cardPosition(token(0, top), card, low);
      assert.ok(position.top >= 0 && position.top + card.height <= low.height, `${top}`);
    }
  });
});

describe('anchorOf', () => {
  it('is the whole of a wrapped token', () => {
    assert.deepEqual(anchorOf([token(300, 100), token(0, 130)], view), {
      left: 300,
      top: 100,
      right: 340,
      bottom: 150,
    });
  });

  it('is the first line of one that fills the window', () => {
    const lines = Array.from({ length: 20 }, (_, i) => token(0, i * 30));
    assert.deepEqual(anchorOf(lines, view), lines[0]);
  });

  it('is nothing for a token that is not drawn', () => {
    assert.equal(anchorOf([], view), null);
  });
});
