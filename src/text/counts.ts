import * as l10n from '@vscode/l10n';
import { formatCount } from './number.ts';

/** `1 token`, `640 tokens`, in the language of the window. */
export function tokenCount(count: number): string {
  return count === 1 ? l10n.t('1 token') : l10n.t('{0} tokens', formatCount(count));
}

export function neuronCount(count: number): string {
  return count === 1 ? l10n.t('1 neuron') : l10n.t('{0} neurons', formatCount(count));
}
