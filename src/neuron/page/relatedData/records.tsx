import * as l10n from '@vscode/l10n';
import { actualNote } from '../../../tokens/colour/legend.ts';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { displayScore } from '../../../text/display.ts';
import { Icon } from '../../../ui/icon.tsx';
import type { Announcer } from '../../../ui/announcer.ts';
import type { ExplanationScale, Sequence } from '../../../tokens/contract.ts';
import type { RecordsData } from '../../contract/relatedDataProtocol.ts';
import { CardHost } from '../../../tokens/cardHost.ts';
import { noDifference } from '../../../tokens/colour/scale.ts';
import { plainScheme } from '../../../tokens/colour/scheme.ts';
import { CardLayer } from '../../../tokens/parts/card.tsx';
import { Legend } from '../../../tokens/parts/legend.tsx';
import { formatActivation } from '../../../text/number.ts';
import { TokenCursor } from '../../../tokens/elements/cursor.ts';
import { RecordGroupList } from './recordGroup.tsx';
import { recordSequence } from '../../../tokens/recordSequence.ts';

const momentNames = [
  ['mean', l10n.t('Mean')],
  ['variance', l10n.t('Variance')],
  ['skewness', l10n.t('Skewness')],
  ['kurtosis', l10n.t('Kurtosis')],
] as const;

/** The distribution of the neuron's activations, and texts from their whole range. */
export function Records({ data, announcer }: { data: RecordsData; announcer: Announcer }) {
  const list = useRef<HTMLDivElement>(null);
  const cursor = useRef<TokenCursor | null>(null);
  const [host] = useState(() => new CardHost(announcer));
  const { scheme, groups, sequences, missing } = useMemo(() => prepare(data), [data]);
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
  const note = groups.length > 0 ? actualNote(data.extent) : '';
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
        <Legend scheme={scheme} mode="actual" occurring={{ missing, unpredicted: false }} />
      </div>
      {groups.length === 0 && <p class="empty">{l10n.t('This file has no records.')}</p>}
      {note !== '' && (
        <p class="note">
          <Icon name="info" /> {note}
        </p>
      )}
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

/** All records share one scale and one numbering. */
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
  const missing = sequences.some(({ actual }) => actual.some((value) => !Number.isFinite(value)));
  return { scheme: plainScheme(scale), groups, sequences, missing };
}
