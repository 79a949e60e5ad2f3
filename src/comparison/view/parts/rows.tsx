import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Sequence } from '../../../neuron/protocol.ts';
import { CardHost } from '../../../neuron/view/card-host.ts';
import type { Scheme } from '../../../neuron/view/colour/scheme.ts';
import { CardLayer } from '../../../neuron/view/parts/card.tsx';
import { More } from '../../../neuron/view/parts/more.tsx';
import { formatCount } from '../../../neuron/view/text/number.ts';
import { recordSequence } from '../../../neuron/view/siblings/record-sequence.ts';
import { TokenCursor } from '../../../neuron/view/tokens/cursor.ts';
import type { Announcer } from '../../../webview/view/announcer.ts';
import type { Comparison, SideName } from '../../protocol.ts';
import { LinkedTokens } from '../linked-tokens.ts';
import type { Model, Snapshot } from '../model.ts';
import { cellsOf, placeOf, sideAt } from '../places.ts';
import { Row } from './row.tsx';

interface Props {
  readonly comparison: Comparison;
  readonly snapshot: Snapshot;
  readonly schemes: Readonly<Record<SideName, Scheme>>;
  readonly model: Model;
  readonly announcer: Announcer;
}

const names = ['left', 'right'] as const;

/** The sequences of both, a row each, with one cursor over all of their tokens. */
export function Rows({ comparison, snapshot, schemes, model, announcer }: Props) {
  const { rows, total, loading, error } = snapshot;
  const list = useRef<HTMLOListElement>(null);
  const cursor = useRef<TokenCursor | null>(null);
  const [hosts] = useState(() => ({
    left: new CardHost(announcer),
    right: new CardHost(announcer),
  }));
  const sequences = useMemo(() => byPlace(snapshot), [rows]);
  useEffect(() => {
    if (!list.current) return undefined;
    const linked = new LinkedTokens();
    const made = new TokenCursor(list.current, {
      target: (target) => {
        linked.show(target?.element ?? null);
        const side = target && sideAt(target.place);
        // The one that says nothing first: it would take back what the other says.
        for (const name of names) if (name !== side) hosts[name].setTarget(null);
        if (side) hosts[side].setTarget(target);
      },
      pin: (target) => hosts[sideAt(target.place)].pin(target),
      clear: () => {
        for (const name of names) hosts[name].clear();
      },
    });
    cursor.current = made;
    made.refresh();
    return () => made.dispose();
  }, [hosts]);
  useLayoutEffect(() => {
    for (const name of names) {
      hosts[name].setData({ sequences, scheme: schemes[name], distributions: null });
    }
    cursor.current?.refresh();
  }, [hosts, sequences, schemes]);
  return (
    <section aria-labelledby="rows-heading">
      <h2 id="rows-heading" class="section-heading">
        Sequences <span class="count">{formatCount(total)}</span>
      </h2>
      {total === 0 && <p class="empty">There are no sequences to compare.</p>}
      <ol class="rows" ref={list}>
        {rows.map((row, i) => (
          <Row
            key={`${comparison.version}/${i}`}
            row={row}
            index={i}
            startsApart={row.kind === 'apart' && rows[i - 1]?.kind !== 'apart'}
            comparison={comparison}
            rulers={{ left: schemes.left.rulers, right: schemes.right.rulers }}
          />
        ))}
      </ol>
      <More
        run={{
          sequences: rows.flatMap(({ left, right }) => left ?? right ?? []),
          total,
          loading,
          error,
        }}
        loadMore={() => model.loadMore()}
      />
      <CardLayer host={hosts.left} />
      <CardLayer host={hosts.right} />
    </section>
  );
}

/** The sequences of all cells, each where its cell's place says. */
function byPlace({ rows }: Snapshot): readonly Sequence[] {
  const sequences: Sequence[] = [];
  for (const [i, row] of rows.entries()) {
    for (const { side, column, mode } of cellsOf(row)) {
      const sequence = row[side];
      // The actual activations, which are both sides', are told without the simulation of either.
      const told =
        sequence && mode === 'actual' ? recordSequence(sequence, sequence.index) : sequence;
      if (told) sequences[placeOf(i, column)] = told;
    }
  }
  return sequences;
}
