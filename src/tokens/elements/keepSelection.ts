/** Puts other nodes with the same text into an element; a selection that begins or ends in it does so at the same character as before. */
export function keepingSelection(within: Element, change: () => void): void {
  const selection = getSelection();
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
    ...(anchor === null ? ([anchorNode, anchorOffset] as const) : placeOf(within, anchor)),
    ...(focus === null ? ([focusNode, focusOffset] as const) : placeOf(within, focus)),
  );
}

/** How many characters of the element are before a place in it; null for one elsewhere. */
function characterAt(within: Element, node: Node, offset: number): number | null {
  if (!within.contains(node)) return null;
  const before = document.createRange();
  before.setStart(within, 0);
  before.setEnd(node, offset);
  return before.toString().length;
}

function placeOf(within: Element, character: number): readonly [Node, number] {
  const walker = document.createTreeWalker(within, NodeFilter.SHOW_TEXT);
  let rest = character;
  while (walker.nextNode()) {
    const { length } = walker.currentNode as Text;
    if (rest <= length) return [walker.currentNode, rest];
    rest -= length;
  }
  return [within, within.childNodes.length];
}
