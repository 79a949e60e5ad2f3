import type { Model } from '../model.ts';
import { oneSequence } from './chosen.ts';
import { htmlOf } from './take.ts';

/** Copies the whole sequence, as text and with its colours, where a token has the focus and nothing is selected. */
export function copyFocused(event: ClipboardEvent, model: Model): void {
  if (getSelection()?.isCollapsed === false) return;
  if (!document.activeElement?.closest('[data-token]')) return;
  const sequence = oneSequence(model, null);
  if (!sequence || !event.clipboardData) return;
  event.clipboardData.setData('text/plain', sequence.tokens.join(''));
  event.clipboardData.setData('text/html', htmlOf(model, [sequence]));
  event.preventDefault();
}
