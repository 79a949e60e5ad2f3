import * as l10n from '@vscode/l10n';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Sequence } from '../../../tokens/contract.ts';
import { CardHost } from '../../../tokens/cardHost.ts';
import type { Scheme } from '../../../tokens/colour/scheme.ts';
import { CardLayer } from '../../../tokens/parts/card.tsx';
import { More } from '../../../tokens/parts/more.tsx';
import { type Option, Select } from '../../../ui/select.tsx';
import { preferredName } from '../../../dialects/scoreKinds.ts';
import { formatCount } from '../../../text/number.ts';
import { TokenCursor, type TokenTarget } from '../../../tokens/elements/cursor.ts';
import type { Announcer } from '../../../ui/announcer.ts';
import type { Comparison, Layout, RowOrder, SideName } from '../../contract/contract.ts';
import { describeBoth } from '../title.ts';
import type { Model, Snapshot } from '../model.ts';
import { cellIndex, cellsOf, rowOf, sideOf } from '../cells.ts';
import { Row } from './row.tsx';

interface Props {
  readonly comparison: Comparison;
  readonly snapshot: Snapshot;
  readonly schemes: Readonly<Record<SideName, Scheme>>;
  readonly model: Model;
  readonly announcer: Announcer;
}

const names = ['left', 'right'] as const;

const orders: readonly Option<RowOrder>[] = [
  { value: 'stored', text: l10n.t('As stored') },
  { value: 'left', text: l10n.t('A better first') },
  { value: 'right', text: l10n.t('B better first') },
];

const layouts: readonly Option<Layout>[] = [
  { value: 'text', text: l10n.t('One text') },
  { value: 'columns', text: l10n.t('Side by side') },
];

/** One row per sequence, and one cursor for the tokens of all rows. */
export function Rows({ comparison, snapshot, schemes, model, announcer }: Props) {
  const { rows, total, loading, error, layout } = snapshot;
  const list = useRef<HTMLOListElement>(null);
  const cursor = useRef<TokenCursor | null>(null);
  const [hosts] = useState(() => ({
    left: new CardHost(announcer),
    right: new CardHost(announcer),
  }));
  const sequences = useMemo(() => byCell(snapshot), [rows, layout]);
  useEffect(() => {
    if (!list.current) return undefined;
    const linked = new LinkedTokens();
    const made = new TokenCursor(list.current, {
      target: (target) => {
        linked.show(target?.element ?? null);
        const side = target && sideOf(target.sequence);
        // Clear the other host first: it would cancel the announcement of this one.
        for (const name of names) if (name !== side) hosts[name].setTarget(null);
        if (side) hosts[side].setTarget(target);
      },
      pin: (target) => hosts[sideOf(target.sequence)].pin(target),
      clear: () => {
        for (const name of names) hosts[name].clear();
      },
    });
    cursor.current = made;
    made.refresh();
    return () => made.dispose();
  }, [hosts]);
  useLayoutEffect(() => {
    const describe = ({ sequence, token }: TokenTarget) => {
      const row = rows[rowOf(sequence)];
      return row?.kind === 'shared' ? describeBoth(row, token, schemes) : null;
    };
    for (const name of names) {
      hosts[name].setData({ sequences, scheme: schemes[name], distributions: null, describe });
    }
    cursor.current?.refresh();
  }, [hosts, sequences, schemes]);
  const scores = (rows[0]?.left ?? rows[0]?.right)?.scores ?? [];
  return (
    <section aria-labelledby="rows-heading">
      <div class="sequences-bar">
        <h2 id="rows-heading" class="section-heading">
          {l10n.t('Sequences')} <span class="count">{formatCount(total)}</span>
        </h2>
        {rows.some(({ kind }) => kind !== 'apart') && (
          <Select
            label={l10n.t('Sort')}
            title={l10n.t('By the difference in {0} of each sequence', preferredName(scores))}
            value={comparison.order}
            options={orders}
            choose={(order) => model.sort(order)}
          />
        )}
        {rows.some(({ kind }) => kind === 'shared') && (
          <Select
            label={l10n.t('Layout')}
            value={layout}
            options={layouts}
            choose={(next) => model.setLayout(next)}
          />
        )}
      </div>
      {total === 0 && <p class="empty">{l10n.t('No sequences to compare.')}</p>}
      <ol class="rows" ref={list}>
        {rows.map((row, i) => (
          <Row
            key={`${comparison.version}/${i}`}
            row={row}
            index={i}
            startsApart={row.kind === 'apart' && rows[i - 1]?.kind !== 'apart'}
            comparison={comparison}
            layout={layout}
            rulers={{ left: schemes.left.rulers, right: schemes.right.rulers }}
          />
        ))}
      </ol>
      <More run={{ sequences: rows, total, loading, error }} loadMore={() => model.loadMore()} />
      <CardLayer host={hosts.left} />
      <CardLayer host={hosts.right} />
    </section>
  );
}

/** Sequences by the index of their cell. */
function byCell({ rows, layout }: Snapshot): readonly Sequence[] {
  const sequences: Sequence[] = [];
  for (const [i, row] of rows.entries()) {
    for (const { side, column } of cellsOf(row, layout)) {
      const sequence = row[side];
      if (sequence) sequences[cellIndex(i, column)] = sequence;
    }
  }
  return sequences;
}

/** Marks the current token in the other columns of its row, if they have the same tokens. */
export class LinkedTokens {
  #marked: readonly Element[] = [];

  show(token: HTMLElement | null): void {
    for (const each of this.#marked) each.classList.remove('t-linked');
    const row = token?.closest('[data-linked]');
    const index = token?.dataset['token'];
    const others =
      row && index !== undefined ? [...row.querySelectorAll(`[data-token="${index}"]`)] : [];
    this.#marked = others.filter((each) => each !== token);
    for (const each of this.#marked) each.classList.add('t-linked');
  }
}
