/** Positions of the pointer at the last two events. */
let now = { x: NaN, y: NaN };
let before = now;
let last: PointerEvent | undefined;

for (const type of ['pointerover', 'pointermove'] as const) {
  window.addEventListener(type, see, { capture: true, passive: true });
}

/**
 * Whether the pointer has moved: the browser also sends events when content moves under it. The
 * first event only says where the pointer rests.
 */
export function hasMoved(event: PointerEvent): boolean {
  see(event);
  if (Number.isNaN(before.x)) return false;
  return now.x !== before.x || now.y !== before.y;
}

function see(event: PointerEvent): void {
  if (event === last) return;
  last = event;
  before = now;
  // Of the screen: the page may also move under a resting pointer.
  now = { x: event.screenX, y: event.screenY };
}
