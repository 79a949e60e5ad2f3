import type { SequenceGroups } from '../../../analysis/groups.ts';
import { formatActivation, formatCount } from '../../../text/number.ts';

/** For the first sequence of a group. Null for any other. */
export function groupHeading(
  groups: SequenceGroups,
  index: number,
): { readonly text: string; readonly about: string } | null {
  const { top, random } = groups;
  if (index === 0) return { text: `Top-activating · ${formatCount(top)}`, about: about(groups) };
  return index === top ? { text: `Random · ${formatCount(random)}`, about: about(groups) } : null;
}

/** How the groups were told apart. */
function about({ top, by, lowestTop, highestRandom }: SequenceGroups): string {
  const first = `The largest activations of the first ${formatCount(top)} sequences fall from one to the next`;
  const low = formatActivation(lowestTop);
  const high = formatActivation(highestRandom);
  switch (by) {
    case 'apart':
      return `${first}, to ${low}, and none of the others reaches more than ${high}.`;
    case 'gap':
      return `${first}, to ${low}; those of the others are far smaller, ${high} at most.`;
    case 'order':
      return `${first}, as sorted ones do; those of the other half come in no order.`;
  }
}
