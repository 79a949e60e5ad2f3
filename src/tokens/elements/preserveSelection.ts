let anySoFar = false;
document.addEventListener('selectionchange', () => (anySoFar = true));

/** The selection; null before the first. Chromium lays out the page if asked for one too early. */
export function selectionSoFar(): Selection | null {
  return anySoFar ? getSelection() : null;
}

/** Replaces nodes by others with the same text. A selection keeps its characters. */
export function preserveSelection(within: Element, change: () => void): void {
  const selection = selectionSoFar();
  if (!selection?.anchorNode || !selection.focusNode) {
    change();
    return;
  }
  const { anchorNode, anchorOffset, focusNode, focusOffset } = selection;
  const anchor = characterAt(within, anchorNode, anchorOffset);
  const focus = characterAt(within, focusNode, focusOffset);
  change();
  if (anchor === null && focus === null) return;
  selection.setBaseAndExtent(
    ...(anchor === null ? ([anchorNode, anchorOffset] as const) : positionOf(within, anchor)),
    ...(focus === null ? ([focusNode, focusOffset] as const) : positionOf(within, focus)),
  );
}

/** Characters between the start of the element and a position; null if it is elsewhere. */
function characterAt(within: Element, node: Node, offset: number): number | null {
  if (!within.contains(node)) return null;
  const before = document.createRange();
  before.setStart(within, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

function positionOf(within: Element, character: number): readonly [Node, number] {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  let rest = character;
  while (walker.nextNode()) {
    const { length } = walker.currentNode as Text;
    if (rest <= length) return [walker.currentNode, rest];
    rest -= length;
  }
  return [within, within.childNodes.length];
}
