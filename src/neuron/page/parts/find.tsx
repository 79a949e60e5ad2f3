import * as l10n from '@vscode/l10n';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../../../ui/icon.tsx';
import { longestFind } from '../../contract/protocol.ts';
import { Finder, type Finding } from '../finder.ts';
import { formatCount } from '../../../text/number.ts';
import type { RefObject } from 'preact';
import type { Model } from '../model.ts';
import type { SequenceRun } from '../../../tokens/sequenceRun.ts';
import { markFound, Revealer } from '../tokens/reveal.ts';
import { madeEvent } from '../../../tokens/elements/sequenceText.ts';

/** In milliseconds, after the last key. */
const searchDelay = 120;

/** Enter goes to the next match, Shift+Enter to the previous one. */
export function Find({ finder, finding }: { finder: Finder; finding: Finding }) {
  const [text, setText] = useState(finding.text);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (value: string) => {
    clearTimeout(timer.current);
    if (value !== finder.finding.text) finder.search(value);
  };
  const step = (by: 1 | -1) => {
    search(text);
    finder.step(by);
  };
  const none = finding.found?.total === 0;
  return (
    <div class="find" role="search" aria-label={l10n.t('Tokens')}>
      <input
        type="text"
        class="input find-field"
        aria-label={l10n.t('Find in tokens')}
        aria-invalid={none}
        placeholder={l10n.t('Find in tokens')}
        spellcheck={false}
        maxLength={longestFind}
        value={text}
        onInput={({ currentTarget: { value } }) => {
          setText(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => search(value), searchDelay);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          if (event.key === 'Escape' && text !== '') {
            setText('');
            search('');
          }
        }}
      />
      <span class="find-count number" role="status">
        {countText(finding)}
      </span>
      {text !== '' && (
        <>
          <IconButton icon="arrow-up" label={l10n.t('Previous Match')} onClick={() => step(-1)} />
          <IconButton icon="arrow-down" label={l10n.t('Next Match')} onClick={() => step(1)} />
        </>
      )}
    </div>
  );
}

function countText({ found, at, error }: Finding): string {
  if (error !== null) return error;
  if (!found) return '';
  if (found.total === 0) return l10n.t('No matches');
  const total = formatCount(found.total);
  if (at >= 0) return l10n.t('{0} of {1}', formatCount(at + 1), total);
  return found.total === 1 ? l10n.t('1 match') : l10n.t('{0} matches', total);
}

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
