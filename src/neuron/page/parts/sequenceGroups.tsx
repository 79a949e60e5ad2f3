import type { ComponentChildren, VNode } from 'preact';
import type { SequenceGroups } from '../../../analysis/groups.ts';
import { groupHeading } from '../text/analysis.ts';

interface Props {
  /** Null if the sequences are not in the order of the file, or have no groups. */
  readonly groups: SequenceGroups | null;
  /** The loaded ones, in order. */
  readonly rows: readonly VNode[];
}

/** The sequences as a list, or as a list for each group. */
export function SequenceGroupLists({ groups, rows }: Props) {
  if (!groups) return <ol>{rows}</ol>;
  const { top } = groups;
  return (
    <>
      <Group groups={groups} first={0}>
        {rows.slice(0, top)}
      </Group>
      {rows.length > top && (
        <Group groups={groups} first={top}>
          {rows.slice(top)}
        </Group>
      )}
    </>
  );
}

interface GroupProps {
  readonly groups: SequenceGroups;
  /** Index of its first sequence. */
  readonly first: number;
  readonly children: ComponentChildren;
}

function Group({ groups, first, children }: GroupProps) {
  const heading = groupHeading(groups, first);
  const id = `group-${first}`;
  return (
    <div class="group" role="group" aria-labelledby={id}>
      <h3 class="section-heading" id={id} title={heading?.about}>
        {heading?.text}
      </h3>
      <ol>{children}</ol>
    </div>
  );
}
