import * as l10n from '@vscode/l10n';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { Model, Snapshot } from '../model.ts';
import { formatCount } from '../../../text/number.ts';
import { Save } from './scores.tsx';

/** Milliseconds from the last key to the update of the table. */
const delay = 80;

export function Filter({ snapshot, model }: { snapshot: Snapshot; model: Model }) {
  const { table, options } = snapshot;
  const [text, setText] = useState(options.query);
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  // What the page itself filters by replaces what is typed; what was typed earlier does not.
  const sent = useRef(options.query);
  useLayoutEffect(() => {
    if (options.query === sent.current) return;
    sent.current = options.query;
    clearTimeout(timer.current);
    setText(options.query);
  }, [options.query]);
  const problems = table?.view.problems ?? [];
  return (
    <>
      <div class="section-bar">
        <h2 id="neurons-heading" class="section-heading">
          {l10n.t('Neurons')}{' '}
          {table && <span class="count">{formatCount(table.view.totals.neurons)}</span>}
        </h2>
        <Save label={l10n.t('Save Table as CSV…')} onClick={() => model.saveTable()} />
      </div>
      <input
        type="text"
        class="input filter"
        aria-label={l10n.t('Filter neurons')}
        aria-describedby={problems.length > 0 ? 'query-problems' : undefined}
        aria-invalid={problems.length > 0}
        placeholder={l10n.t(
          'Filter: words "a phrase" /regex/ -word layer:3-8 neuron:17 score:>0.5 modified:<2h is:starred is:unreadable verdict:wrong',
        )}
        spellcheck={false}
        value={text}
        onInput={({ currentTarget: { value } }) => {
          setText(value);
          clearTimeout(timer.current);
          timer.current = setTimeout(() => {
            sent.current = value;
            model.filter(value);
          }, delay);
        }}
      />
      {problems.length > 0 && (
        <p id="query-problems" class="query-problems" role="status">
          {problems.join(' ')}
        </p>
      )}
    </>
  );
}
