/** The same content in each format. The program that pastes it chooses one. */
export type Flavours = Readonly<Record<'text/plain' | 'text/html', string>>;

/** Whether it was copied. */
export async function writeClipboard(flavours: Flavours): Promise<boolean> {
  // First by event: `clipboard.write` parses the HTML under the page's policy, which bans colours.
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
