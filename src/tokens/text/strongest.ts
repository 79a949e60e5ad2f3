import * as l10n from '@vscode/l10n';
import { formatActivation } from '../../text/number.ts';
import type { ActivationText } from '../contract.ts';
import { sayQuoted, saySigns } from './spell.ts';

const most = 3;

/** The tokens of the largest magnitudes as a sentence for screen readers; empty if all are zero. */
export function strongestText({ tokens, actual }: ActivationText): string {
  const list = strongest(actual, Math.min(tokens.length, actual.length)).map(
    (i) => `${sayQuoted(tokens[i]!)} ${saySigns(formatActivation(actual[i]!))}`,
  );
  return list.length === 0 ? '' : l10n.t('Strongest activations: {0}.', list.join(', '));
}

/** Indices of up to three finite values other than zero, the largest magnitude first. */
function strongest(values: Float64Array, count: number): readonly number[] {
  const found: number[] = [];
  const size = (i: number) => Math.abs(values[i]!);
  for (let i = 0; i < count; i++) {
    if (values[i] === 0 || !Number.isFinite(values[i])) continue;
    const at = found.findIndex((other) => size(i) > size(other));
    found.splice(at < 0 ? found.length : at, 0, i);
    if (found.length > most) found.pop();
  }
  return found;
}
