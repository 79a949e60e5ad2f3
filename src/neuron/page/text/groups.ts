import * as l10n from '@vscode/l10n';
import type { SequenceGroups } from '../../../analysis/groups.ts';
import { formatActivation, formatCount } from '../../../text/number.ts';

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
