/** An explanation's text for people: trimmed, on one paragraph; null where there is nothing to read. */
export function explanationText(text: string | null): string | null {
  const shown = text?.replace(/\s+/g, ' ').trim() ?? '';
  return shown === '' ? null : shown;
}
