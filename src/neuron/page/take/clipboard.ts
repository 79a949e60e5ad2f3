/** Texts by their kinds, for programs to take the one that they understand. */
export type Flavours = Readonly<Record<'text/plain' | 'text/html', string>>;

/** Whether it could be put on the clipboard. */
export async function writeClipboard(flavours: Flavours): Promise<boolean> {
  // The older way first: of the newer one the browser reads the HTML as if it were the page's, and complains of each colour to the
  // page's policy.
  return copyByEvent(flavours) || (await writeItem(flavours));
}

export function fill(event: ClipboardEvent, flavours: Flavours): void {
  for (const [type, text] of Object.entries(flavours)) event.clipboardData?.setData(type, text);
  event.preventDefault();
}

function copyByEvent(flavours: Flavours): boolean {
  const listener = (event: ClipboardEvent) => {
    fill(event, flavours);
    event.stopImmediatePropagation();
  };
  document.addEventListener('copy', listener, { capture: true });
  try {
    return document.execCommand('copy');
  } finally {
    document.removeEventListener('copy', listener, { capture: true });
  }
}

async function writeItem(flavours: Flavours): Promise<boolean> {
  try {
    const blobs = Object.entries(flavours).map(
      ([type, text]) => [type, new Blob([text], { type })] as const,
    );
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    return false;
  }
}
