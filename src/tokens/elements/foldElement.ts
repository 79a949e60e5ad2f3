import { plural } from '../../text/number.ts';
import type { Fold } from './folds.ts';

/** A button that opens a fold. Its label is generated, so that it is not copied with the text. */
export function foldElement({ from, to }: Fold): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'fold';
  element.dataset['from'] = String(from);
  element.dataset['to'] = String(to);
  element.dataset['label'] = `… ${plural(to - from, 'token')}`;
  element.setAttribute('aria-label', `Show ${plural(to - from, 'token')} more`);
  // Arrow keys open it, so it needs no tab stop.
  element.tabIndex = -1;
  return element;
}
