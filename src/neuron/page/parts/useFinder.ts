import type { RefObject } from 'preact';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Finder, type Finding } from '../finder.ts';
import type { Model } from '../model.ts';
import type { SequenceRun } from '../../../tokens/sequenceRun.ts';
import { markFound } from '../tokens/foundMarks.ts';
import { Revealer } from '../tokens/reveal.ts';
import { madeEvent } from '../../../tokens/elements/sequenceText.ts';

interface Needs {
  readonly uri: string;
  readonly run: SequenceRun;
  readonly model: Model;
  readonly list: RefObject<HTMLOListElement | null>;
}

/** Searches the tokens of a list, and marks the matches in it. */
export function useFinder({ uri, run, model, list }: Needs): { finder: Finder; finding: Finding } {
  const now = useRef(run);
  now.current = run;
  const revealer = useRef<Revealer | null>(null);
  const [finder] = useState(
    () =>
      new Finder(
        model.rpc,
        (finding) => {
          const { text: find, at } = finding;
          const findAt = at < 0 ? null : at;
          const saved = model.saved.state;
          if (find !== saved.find || findAt !== saved.findAt) model.saved.set({ find, findAt });
          setFinding(finding);
        },
        (match) => revealer.current?.goTo(match, now.current),
        { text: model.saved.state.find, at: model.saved.state.findAt ?? -1 },
      ),
  );
  const [finding, setFinding] = useState<Finding>(finder.finding);
  const mark = () => {
    if (list.current) markFound(list.current, now.current.sequences, finder.finding);
  };
  useEffect(() => {
    const element = list.current;
    if (!element) return undefined;
    revealer.current = new Revealer(element, () => model.loadMore(), mark);
    // Tokens are drawn in batches and marked once per batch.
    let due = false;
    const made = () => {
      if (due || finder.finding.text === '') return;
      due = true;
      queueMicrotask(() => {
        due = false;
        mark();
      });
    };
    element.addEventListener(madeEvent, made);
    return () => element.removeEventListener(madeEvent, made);
  }, [finder, model]);
  useLayoutEffect(() => {
    finder.setSequences(uri, run);
    revealer.current?.drawn(run);
  }, [finder, uri, run]);
  useLayoutEffect(mark, [finding]);
  return { finder, finding };
}
