import * as l10n from '@vscode/l10n';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Icon, IconButton } from '../../../ui/icon.tsx';
import { longestFind } from '../../contract/protocol.ts';
import { Finder, type Finding, type Wanted } from '../finder.ts';
import { formatCount } from '../../../text/number.ts';
import type { RefObject } from 'preact';
import type { Model } from '../model.ts';
import type { SequenceRun } from '../../../tokens/sequenceRun.ts';
import { markFound, Revealer } from '../tokens/reveal.ts';
import { madeEvent } from '../../../tokens/elements/sequenceText.ts';
import type { FindWidget } from './useFindWidget.ts';

/** In milliseconds, after the last key. */
const searchDelay = 120;

interface Props {
  readonly finder: Finder;
  readonly finding: Finding;
  readonly widget: FindWidget;
}

/** As the editor's find widget: Enter goes to the next match, Shift+Enter back, Escape closes. */
export function Find({ finder, finding, widget }: Props) {
  const [text, setText] = useState(finding.text);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const { matchCase, regex } = finding;
  const search = (change: Partial<Wanted> = {}) => {
    clearTimeout(timer.current);
    const wanted = { text, matchCase, regex, ...change };
    const now = finder.finding;
    const isNew =
      wanted.text !== now.text || wanted.matchCase !== now.matchCase || wanted.regex !== now.regex;
    if (isNew) finder.search(wanted);
  };
  const step = (by: 1 | -1) => {
    search();
    finder.step(by);
  };
  const none = finding.found?.total === 0 || finding.error !== null;
  return (
    <div
      class="find"
      role="search"
      aria-label={l10n.t('Tokens')}
      onKeyDown={(event) => event.key === 'Escape' && widget.close()}
    >
      <div class="find-box" data-none={none}>
        <input
          type="text"
          class="find-field"
          ref={widget.field}
          aria-label={l10n.t('Find in tokens')}
          aria-invalid={none}
          placeholder={l10n.t('Find in tokens')}
          spellcheck={false}
          maxLength={longestFind}
          value={text}
          onInput={({ currentTarget: { value } }) => {
            setText(value);
            clearTimeout(timer.current);
            timer.current = setTimeout(() => search({ text: value }), searchDelay);
          }}
          onKeyDown={(event) => {
            if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          }}
        />
        <Toggle
          icon="case-sensitive"
          label={l10n.t('Match Case')}
          on={matchCase}
          set={(on) => search({ matchCase: on })}
        />
        <Toggle
          icon="regex"
          label={l10n.t('Use Regular Expression')}
          on={regex}
          set={(on) => search({ regex: on })}
        />
      </div>
      <span class="find-count number" role="status">
        {countText(finding)}
      </span>
      <span class="find-steps">
        <IconButton icon="arrow-up" label={l10n.t('Previous Match')} onClick={() => step(-1)} />
        <IconButton icon="arrow-down" label={l10n.t('Next Match')} onClick={() => step(1)} />
        <IconButton icon="close" label={l10n.t('Close')} onClick={widget.close} />
      </span>
      {finding.error !== null && <p class="find-error">{finding.error}</p>}
    </div>
  );
}

interface ToggleProps {
  readonly icon: 'case-sensitive' | 'regex';
  readonly label: string;
  readonly on: boolean;
  readonly set: (on: boolean) => void;
}

function Toggle({ icon, label, on, set }: ToggleProps) {
  return (
    <button
      type="button"
      class="find-toggle"
      title={label}
      aria-label={label}
      aria-pressed={on}
      onClick={() => set(!on)}
    >
      <Icon name={icon} />
    </button>
  );
}

function countText({ found, at, error, text }: Finding): string {
  if (error !== null || text === '') return '';
  if (!found) return '…';
  if (found.total === 0) return l10n.t('No matches');
  const total = formatCount(found.total);
  if (at >= 0) return l10n.t('{0} of {1}', formatCount(at + 1), total);
  return found.total === 1 ? l10n.t('1 match') : l10n.t('{0} matches', total);
}

interface Needs {
  readonly uri: string;
  readonly run: SequenceRun;
  readonly model: Model;
  readonly list: RefObject<HTMLElement | null>;
  /** Matches are marked while the widget is open. */
  readonly open: boolean;
}

/** Searches the tokens of a list, and marks the matches in it. */
export function useFinder({ uri, run, model, list, open }: Needs): {
  finder: Finder;
  finding: Finding;
} {
  const now = useRef({ run, open });
  now.current = { run, open };
  const revealer = useRef<Revealer | null>(null);
  const { saved } = model;
  const [finder] = useState(
    () =>
      new Finder(
        model.rpc,
        (finding) => {
          const { text: find, at, matchCase: findCase, regex: findRegex } = finding;
          const change = { find, findAt: at < 0 ? null : at, findCase, findRegex };
          const { state } = saved;
          const keys = Object.keys(change) as (keyof typeof change)[];
          if (keys.some((key) => change[key] !== state[key])) saved.set(change);
          setFinding(finding);
        },
        (match) => revealer.current?.goTo(match, now.current.run),
        {
          text: saved.state.find,
          at: saved.state.findAt ?? -1,
          matchCase: saved.state.findCase,
          regex: saved.state.findRegex,
        },
      ),
  );
  const [finding, setFinding] = useState<Finding>(finder.finding);
  const mark = () => {
    const { run: shown, open: isOpen } = now.current;
    const { found } = finder.finding;
    if (list.current)
      markFound(list.current, shown.sequences, { ...finder.finding, found: isOpen ? found : null });
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
    if (open) finder.setSequences(uri, run);
    revealer.current?.drawn(run);
  }, [finder, uri, run, open]);
  useLayoutEffect(mark, [finding, open]);
  return { finder, finding };
}
