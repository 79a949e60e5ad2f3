import * as l10n from '@vscode/l10n';
import { formatActivation, formatCount } from '../../../text/number.ts';
import type { ActivationsMessage } from '../../contract/protocol.ts';
import type { Bar } from '../analysis/histogramBars.ts';

/** What was counted, how it is spread, and how it is drawn. */
export function aboutActivations(activations: ActivationsMessage): string {
  const { min, max, median, high, maxima } = activations;
  if (min === max)
    return [countedText(activations), l10n.t('All are {0}.', formatActivation(min))].join(' ');
  return [
    countedText(activations),
    l10n.t(
      'Half are at most {0}, 99% at most {1}.',
      formatActivation(median),
      formatActivation(high),
    ),
    l10n.t('Log scale.'),
    ...(maxima.length > 0
      ? [l10n.t('Marks below: the largest activation of each sequence here.')]
      : []),
  ].join(' ');
}

function countedText({ source, total, texts }: ActivationsMessage): string {
  const [tokens, number] = [formatCount(total), formatCount(texts)];
  return source === 'records'
    ? l10n.t('{0} activations in {1} activation records.', tokens, number)
    : l10n.t('{0} activations in {1} sequences.', tokens, number);
}

export function maximaText(): string {
  return l10n.t('Sequences with their largest activation here');
}

/** The tooltip of a bar. */
export function barText({ from, to, count }: Bar): string {
  const range = l10n.t('{0} to {1}', formatActivation(from), formatActivation(to));
  return `${range}: ${formatCount(count)}`;
}
