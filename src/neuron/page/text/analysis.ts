import * as l10n from '@vscode/l10n';
import type { Line } from '../../../analysis/line.ts';
import type { LeftOut } from '../../../analysis/points.ts';
import { formatActivation, formatCount } from '../../../text/number.ts';
import type { SequenceGroups } from '../../../analysis/groups.ts';

/** Why the plot lacks tokens, as sentences. */
export function leftOutTexts({ unpredicted, missing }: LeftOut): string[] {
  return [
    ...(unpredicted > 0 ? [unpredictedText(unpredicted)] : []),
    ...(missing > 0 ? [missingText(missing)] : []),
  ];
}

function unpredictedText(count: number): string {
  return count === 1
    ? l10n.t('Left out: 1 token without a prediction.')
    : l10n.t('Left out: {0} tokens without a prediction.', formatCount(count));
}

function missingText(count: number): string {
  return count === 1
    ? l10n.t('Left out: 1 token without a value.')
    : l10n.t('Left out: {0} tokens without a value.', formatCount(count));
}

/** How many tokens the plot shows. */
export function pointsText(shown: number, all: number): string {
  if (shown < all)
    return l10n.t('{0} of {1} tokens, evenly sampled.', formatCount(shown), formatCount(all));
  return all === 1 ? l10n.t('1 token.') : l10n.t('{0} tokens.', formatCount(all));
}

export function lineText(line: Line | null): string {
  return line === null
    ? l10n.t('No regression line: the simulation is constant.')
    : l10n.t('Dashed: actual = {0}.', equation(line, l10n.t('simulated')));
}

/** Below this share of the slope, an intercept is only rounding. */
const noIntercept = 1e-6;

/** Such as `0.50 × uncalibrated − 0.20`. The sign does not wrap away from its number. */
export function equation({ slope, intercept }: Line, of: string): string {
  if (Math.abs(intercept) <= noIntercept * Math.abs(slope)) {
    return `${formatActivation(slope)} × ${of}`;
  }
  const sign = intercept < 0 ? '\u2212' : '+';
  return `${formatActivation(slope)} × ${of} ${sign}\u00a0${formatActivation(Math.abs(intercept))}`;
}

/** For the first sequence of a group. Null for any other. */
export function groupHeading(
  groups: SequenceGroups,
  index: number,
): { readonly text: string; readonly about: string } | null {
  const { top, random } = groups;
  if (index === 0)
    return { text: l10n.t('Top-activating · {0}', formatCount(top)), about: about(groups) };
  return index === top
    ? { text: l10n.t('Random · {0}', formatCount(random)), about: about(groups) }
    : null;
}

/** How the groups were told apart. */
function about({ top, by, lowestTop, highestRandom }: SequenceGroups): string {
  const count = formatCount(top);
  const low = formatActivation(lowestTop);
  const high = formatActivation(highestRandom);
  switch (by) {
    case 'apart':
      return l10n.t(
        'The largest activations of the first {0} sequences decrease to {1}. No other sequence exceeds {2}.',
        count,
        low,
        high,
      );
    case 'gap':
      return l10n.t(
        'The largest activations of the first {0} sequences decrease to {1}. Those of the others are much smaller, at most {2}.',
        count,
        low,
        high,
      );
    case 'order':
      return l10n.t(
        'The largest activations of the first {0} sequences decrease from one to the next. The other half is in no order.',
        count,
      );
  }
}
