import type { SequenceGroups } from '../../../analysis/groups.ts';
import { groupHeading } from '../text/groups.ts';

interface Props {
  readonly groups: SequenceGroups | null;
  /** Of the sequence that follows. */
  readonly index: number;
}

/** A list item before the first sequence of a group. */
export function GroupHeading({ groups, index }: Props) {
  const heading = groups && groupHeading(groups, index);
  if (!heading) return null;
  return (
    <li class="group">
      <h3 class="section-heading" title={heading.about}>
        {heading.text}
      </h3>
    </li>
  );
}
