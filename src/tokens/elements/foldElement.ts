import { plural } from '../../text/number.ts';
import type { Fold } from './folds.ts';

/** What stands for folded tokens, and opens them; no part of the text, so that it is not copied with it. */
export function foldElement({ from, to }: Fold): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'fold';
  element.dataset['from'] = String(from);
  element.dataset['to'] = String(to);
  element.dataset['label'] = `… ${plural(to - from, 'token')}`;
  element.setAttribute('aria-label', `Show ${plural(to - from, 'token')} more`);
  // The arrow keys open it as they come by: one stop in the tab order is enough for the tokens.
  element.tabIndex = -1;
  return element;
}
