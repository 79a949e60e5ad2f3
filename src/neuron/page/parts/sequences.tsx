import * as l10n from '@vscode/l10n';
import type { VNode } from 'preact';
import { useEffect, useLayoutEffect, useMemo, useRef } from 'preact/hooks';
import type { SequenceGroups } from '../../../analysis/groups.ts';
import type { Sequence, ViewChoices } from '../../../tokens/contract.ts';
import type { Announcer } from '../../../ui/announcer.ts';
import { useAnalysisPanel } from '../analysis/useAnalysisPanel.ts';
import type { Scheme } from '../../../tokens/colour/scheme.ts';
import { Distributions } from '../../../tokens/distributions.ts';
import type { Model } from '../model.ts';
import { formatCount } from '../../../text/number.ts';
import type { SequenceRun } from '../../../tokens/sequenceRun.ts';
import { sequenceScoreText } from '../text/scoreText.ts';
import { TokenCursor } from '../../../tokens/elements/cursor.ts';
import { CardLayer } from '../../../tokens/parts/card.tsx';
import { Find, useFinder } from './find.tsx';
import type { FindWidget } from './useFindWidget.ts';
import { More } from '../../../tokens/parts/more.tsx';
import { SequenceGroupLists } from './sequenceGroups.tsx';
import { SequenceRow } from './sequenceRow.tsx';
import { usePinnedCard } from './usePinnedCard.ts';

interface Props {
  readonly uri: string;
  readonly run: SequenceRun;
  readonly scheme: Scheme;
  readonly choices: ViewChoices;
  readonly groups: SequenceGroups | null;
  readonly model: Model;
  readonly announcer: Announcer;
  readonly find: FindWidget;
}

export function Sequences(props: Props) {
  const { uri, run, scheme, choices, groups, model, announcer, find } = props;
  const panel = useAnalysisPanel();
  const list = useRef<HTMLDivElement>(null);
  const host = usePinnedCard({ run, list, saved: model.saved, announcer });
  const cursor = useRef<TokenCursor | null>(null);
  const { explanation, order } = run;
  const { context, mode } = choices;
  // Cached, so that thousands of rows are not compared whenever more arrive.
  const rows = useMemo(() => new Map<Sequence, VNode>(), [explanation, order, scheme, context]);
  const row = (sequence: Sequence, position: number) => {
    const made = rows.get(sequence) ?? (
      <SequenceRow
        key={`${explanation}/${order}/${position}`}
        sequence={sequence}
        position={position}
        scheme={scheme}
        context={context}
      />
    );
    rows.set(sequence, made);
    return made;
  };
  // A file that was written again may have other distributions.
  const distributions = useMemo(
    () =>
      new Distributions((sequence, token) =>
        model.rpc.request('distribution', { uri, explanation, sequence, token }),
      ),
    [model, uri, explanation, run.sequences[0]],
  );
  useEffect(() => {
    if (!list.current) return undefined;
    const made = new TokenCursor(list.current, {
      target: (target) => {
        host.setTarget(target);
        panel?.point(target);
      },
      pin: (target) => host.pin(target),
      clear: () => host.clear(),
    });
    const detach = panel?.attach(list.current);
    cursor.current = made;
    made.refresh();
    return () => {
      made.dispose();
      detach?.();
    };
  }, [host, panel]);
  useLayoutEffect(() => {
    const note = (sequence: Sequence) =>
      sequenceScoreText(sequence, panel?.scoreWithout(sequence.index));
    host.setData({ sequences: run.sequences, scheme, distributions, note });
    cursor.current?.refresh();
  }, [host, panel, run, scheme, context, distributions]);
  useEffect(() => panel?.subscribe(() => host.updateNote()), [host, panel]);
  const { finder, finding } = useFinder({ uri, run, model, list, open: find.open });

  return (
    <section aria-labelledby="sequences-heading">
      <h2 id="sequences-heading" class="sr-only">
        {l10n.t('Sequences')} {formatCount(run.total)}
      </h2>
      {find.open && run.total > 0 && <Find finder={finder} finding={finding} widget={find} />}
      {run.total === 0 && <p class="empty">{l10n.t('This explanation has no sequences.')}</p>}
      <div id="sequences" class="sequences" ref={list} data-mode={mode}>
        <SequenceGroupLists
          groups={order === 'stored' ? groups : null}
          rows={run.sequences.map(row)}
        />
      </div>
      <More run={run} loadMore={() => model.loadMore()} />
      <CardLayer host={host} />
    </section>
  );
}
