import type { Hues } from '../../../tokens/colour/hues.ts';
import type { Model } from '../model.ts';
import { oneSequence } from './chosen.ts';
import { fill } from './clipboard.ts';
import { htmlOf } from './share.ts';

/** Copies the whole sequence of the focused token, unless text is selected. */
export function copyFocused(event: ClipboardEvent, model: Model, hues: Hues): void {
  if (getSelection()?.isCollapsed === false) return;
  if (!document.activeElement?.closest('[data-token]')) return;
  const sequence = oneSequence(model, null);
  if (!sequence) return;
  fill(event, {
    'text/plain': sequence.tokens.join(''),
    'text/html': htmlOf(model, [sequence], hues),
  });
}
