import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Announcer } from '../../../ui/announcer.ts';
import { findToken } from '../analysis/tokenMarks.ts';
import { CardHost } from '../../../tokens/cardHost.ts';
import type { SequenceRun } from '../../../tokens/sequenceRun.ts';
import type { PageState } from '../../contract/protocol.ts';
import type { SavedState } from '../../../ui/savedState.ts';

interface Needs {
  readonly run: SequenceRun;
  readonly list: RefObject<HTMLElement | null>;
  readonly saved: SavedState<PageState>;
  readonly announcer: Announcer;
}

/** The card of a list of sequences. A pinned card is restored with the page. */
export function usePinnedCard({ run, list, saved, announcer }: Needs): CardHost {
  const now = useRef(run);
  now.current = run;
  const [host] = useState(
    () =>
      new CardHost(announcer, (target) => {
        const sequence = target && now.current.sequences[target.sequence]?.index;
        const card = target && sequence !== null && sequence !== undefined;
        saved.set({ card: card ? { sequence, token: target.token } : null });
      }),
  );
  const waiting = useRef(saved.state.card);
  useEffect(() => {
    // Another explanation or neuron has cleared the saved card.
    const wanted = saved.state.card && waiting.current;
    const position = run.sequences.findIndex(({ index }) => index === wanted?.sequence);
    if (!wanted || position < 0 || !list.current) return;
    waiting.current = null;
    void findToken(list.current, position, wanted.token).then((element) => {
      if (element) host.pin({ element, sequence: position, token: wanted.token, by: 'focus' });
    });
  }, [host, saved, list, run]);
  return host;
}
