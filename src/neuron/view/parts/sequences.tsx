import { Fragment, type VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { SequenceGroups } from '../../../analysis/groups.ts';
import type { Mode, Sequence } from '../../protocol.ts';
import type { Announcer } from '../../../webview/view/announcer.ts';
import { useJudge } from '../analysis/use-judge.ts';
import type { Rulers } from '../colour/scale.ts';
import type { Model } from '../model.ts';
import type { SequenceRun } from '../sequence-run.ts';
import { formatCount } from '../text/number.ts';
import { TokenCursor } from '../tokens/cursor.ts';
import { CardHost } from '../card-host.ts';
import { CardLayer } from './card.tsx';
import { GroupHeading } from './group-heading.tsx';
import { More } from './more.tsx';
import { SequenceRow } from './sequence-row.tsx';

interface Props {
  readonly run: SequenceRun;
  readonly rulers: Rulers;
  readonly mode: Mode;
  readonly groups: SequenceGroups | null;
  readonly model: Model;
  readonly announcer: Announcer;
}

export function Sequences({ run, rulers, mode, groups, model, announcer }: Props) {
  const judge = useJudge();
  const list = useRef<HTMLOListElement>(null);
  const [host] = useState(() => new CardHost(announcer));
  const cursor = useRef<TokenCursor | null>(null);
  // Made once: thousands of rows are not to be compared each time that more of them come.
  const rows = useMemo(() => new Map<Sequence, VNode>(), [run.explanation, rulers]);
  // Headings part the sequences as they are stored; in another order there is nothing to part.
  const asStored = run.sequences.every(({ index }, place) => index === place);
  const row = (sequence: Sequence, place: number) => {
    const made = rows.get(sequence) ?? (
      <Fragment key={`${run.explanation}/${place}`}>
        <GroupHeading groups={asStored ? groups : null} index={sequence.index} />
        <SequenceRow sequence={sequence} place={place} rulers={rulers} />
      </Fragment>
    );
    rows.set(sequence, made);
    return made;
  };
  useEffect(() => {
    if (!list.current) return undefined;
    const made = new TokenCursor(list.current, (target) => {
      host.setTarget(target);
      judge?.point(target);
    });
    const detach = judge?.attach(list.current);
    cursor.current = made;
    made.refresh();
    return () => {
      made.dispose();
      detach?.();
    };
  }, [host, judge]);
  useLayoutEffect(() => {
    host.setData(run.sequences, rulers);
    cursor.current?.refresh();
  }, [host, run, rulers]);

  return (
    <section aria-labelledby="sequences-heading">
      <h2 id="sequences-heading" class="section-heading">
        Sequences <span class="count">{formatCount(run.total)}</span>
      </h2>
      {run.total === 0 && <p class="empty">This explanation has no sequences.</p>}
      <ol class="sequences" ref={list} data-mode={mode}>
        {run.sequences.map(row)}
      </ol>
      <More run={run} loadMore={() => model.loadMore()} />
      <CardLayer host={host} />
    </section>
  );
}
