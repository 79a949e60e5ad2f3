import type { Whitespace } from '../contract.ts';

/** Applies the setting `renderWhitespace` to all tokens. `tokens.css` reads the attribute. */
export function showWhitespace(whitespace: Whitespace): void {
  document.documentElement.dataset['whitespace'] = whitespace;
}
