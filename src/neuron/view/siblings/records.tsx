import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { displayScore } from '../../../format/display.ts';
import type { Announcer } from '../../../webview/view/announcer.ts';
import type { ExplanationScale, Sequence } from '../../protocol.ts';
import type { RecordsData } from '../../siblingsProtocol.ts';
import { CardHost } from '../card-host.ts';
import { colourlessNotes } from '../colour/legend.ts';
import { noDifference } from '../colour/scale.ts';
import { plainScheme } from '../colour/scheme.ts';
import { CardLayer } from '../parts/card.tsx';
import { Legend } from '../parts/legend.tsx';
import { formatActivation } from '../text/number.ts';
import { TokenCursor } from '../tokens/cursor.ts';
import { RecordGroupList } from './record-group.tsx';
import { recordSequence } from './record-sequence.ts';

const momentNames = [
  ['mean', 'Mean'],
  ['variance', 'Variance'],
  ['skewness', 'Skewness'],
  ['kurtosis', 'Kurtosis'],
] as const;

/** The neuron's own activations: how they are distributed, and texts from all over their range. */
export function Records({ data, announcer }: { data: RecordsData; announcer: Announcer }) {
  const list = useRef<HTMLDivElement>(null);
  const cursor = useRef<TokenCursor | null>(null);
  const [host] = useState(() => new CardHost(announcer));
  const { scheme, groups, sequences } = useMemo(() => prepare(data), [data]);
  useEffect(() => {
    if (!list.current) return undefined;
    const made = new TokenCursor(list.current, host.events);
    cursor.current = made;
    made.refresh();
    return () => made.dispose();
  }, [host]);
  useLayoutEffect(() => {
    host.setData({ sequences, scheme, distributions: null });
    cursor.current?.refresh();
  }, [host, sequences, scheme]);
  return (
    <>
      <div class="toolbar">
        <dl class="moments">
          {momentNames.map(([key, name]) => (
            <div key={key}>
              <dt>{name}</dt>
              <dd>
                {typeof data.moments[key] === 'number'
                  ? formatActivation(data.moments[key])
                  : displayScore(null)}
              </dd>
            </div>
          ))}
        </dl>
        <Legend scheme={scheme} mode="actual" occurring={{ missing: false, unpredicted: false }} />
      </div>
      {groups.length === 0 && <p class="empty">This file has no records.</p>}
      {groups.length > 0 &&
        colourlessNotes(scheme.scale)
          .slice(0, data.extent === null || data.extent.min === data.extent.max ? 1 : 0)
          .map((note) => (
            <p class="note" key={note}>
              {note}
            </p>
          ))}
      <div ref={list} data-mode="actual">
        {groups.map(({ group, first }) => (
          <RecordGroupList
            key={first}
            group={group}
            sequences={sequences.slice(first, first + group.records.length)}
            first={first}
            rulers={scheme.rulers}
            extended={() => cursor.current?.refresh()}
          />
        ))}
      </div>
      <CardLayer host={host} />
    </>
  );
}

/** All records on one scale, each with a place of its own among all. */
function prepare(data: RecordsData) {
  const scale: ExplanationScale = {
    simulatedUnits: 'neuron',
    actual: data.extent,
    simulated: null,
    difference: noDifference,
    uncalibrated: null,
  };
  const sequences: Sequence[] = [];
  const groups = data.groups.map((group) => {
    const first = sequences.length;
    for (const [i, record] of group.records.entries()) sequences.push(recordSequence(record, i));
    return { group, first };
  });
  return { scheme: plainScheme(scale), groups, sequences };
}
