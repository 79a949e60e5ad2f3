import { useEffect, useRef, useState } from 'preact/hooks';
import { IconButton } from '../../../ui/icon.tsx';
import { longestFind } from '../../contract/tokenProtocol.ts';
import type { Finder, Finding } from '../finder.ts';
import { formatCount } from '../../../text/number.ts';

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
    <div class="find" role="search" aria-label="Tokens">
      <input
        type="text"
        class="input find-field"
        aria-label="Find in tokens"
        aria-invalid={none}
        placeholder="Find in tokens"
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
          <IconButton icon="arrow-up" label="Previous Match" onClick={() => step(-1)} />
          <IconButton icon="arrow-down" label="Next Match" onClick={() => step(1)} />
        </>
      )}
    </div>
  );
}

function countText({ found, at, error }: Finding): string {
  if (error !== null) return error;
  if (!found) return '';
  if (found.total === 0) return 'No matches';
  const total = formatCount(found.total);
  return at < 0 ? `${total} found` : `${formatCount(at + 1)} of ${total}`;
}
