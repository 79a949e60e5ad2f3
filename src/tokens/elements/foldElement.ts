import * as l10n from '@vscode/l10n';
import { tokenCount } from '../../text/counts.ts';
import { formatCount } from '../../text/number.ts';
import type { Fold } from './folds.ts';

/** A button that opens a fold. Its label is generated, so that it is not copied with the text. */
export function foldElement({ from, to }: Fold): HTMLElement {
  const element = document.createElement('button');
  element.type = 'button';
  element.className = 'fold';
  element.dataset['from'] = String(from);
  element.dataset['to'] = String(to);
  element.dataset['label'] = `… ${tokenCount(to - from)}`;
  element.setAttribute('aria-label', showText(to - from));
  // Arrow keys open it, so it needs no tab stop.
  element.tabIndex = -1;
  return element;
}

function showText(count: number): string {
  return count === 1
    ? l10n.t('Show 1 more token')
    : l10n.t('Show {0} more tokens', formatCount(count));
}
