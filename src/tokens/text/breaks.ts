/** Whether a line may end between two tokens. White space leads its word, so that is where words part. */
export function breaksBefore(token: string, previous: string): boolean {
  return /^\s/.test(token) || /[\s\-–—/]$/.test(previous);
}
