import * as l10n from '@vscode/l10n';
import { Fragment } from 'preact';
import type { NeuronDocument, ProblemMessage } from '../../contract/protocol.ts';
import type { Model } from '../model.ts';
import { formatCount } from '../../../text/number.ts';
import { useOpened } from './useOpened.ts';
import { Icon } from '../../../ui/icon.tsx';

/** Shown at first, so that the neuron of a file with many problems stays in sight. */
const first = 4;

export function Problems({ neuron, model }: { neuron: NeuronDocument; model: Model }) {
  const { problems, moreProblems } = neuron;
  const [all, showAll] = useOpened('problems', model.saved);
  if (problems.length + moreProblems === 0) return null;
  const shown = all || problems.length <= first + 1 ? problems : problems.slice(0, first);
  return (
    <section class="problems" aria-labelledby="problems-heading">
      <h2 id="problems-heading" class="section-heading">
        {problemCount(problems.length + moreProblems)}
      </h2>
      <ul>
        {shown.map((problem, i) => (
          <Problem key={i} problem={problem} model={model} />
        ))}
      </ul>
      {shown.length < problems.length && (
        <button type="button" class="link problems-rest" onClick={() => showAll(true)}>
          {l10n.t('Show {0} more', formatCount(problems.length - shown.length))}
        </button>
      )}
      {moreProblems > 0 && shown.length === problems.length && (
        <p class="problems-rest dim">{l10n.t('{0} more not listed', formatCount(moreProblems))}</p>
      )}
    </section>
  );
}

/** A JSON path that may wrap between its parts. */
function Where({ where }: { where: string }) {
  return (
    <code class="where">
      {where.split(/(?=[.[])/).map((part, i) => (
        <Fragment key={i}>
          <wbr />
          {part}
        </Fragment>
      ))}
    </code>
  );
}

const words = {
  error: l10n.t('Error'),
  warning: l10n.t('Warning'),
  info: l10n.t('Note'),
} as const;

function Problem({ problem, model }: { problem: ProblemMessage; model: Model }) {
  const { severity, where, message, path } = problem;
  return (
    <li class="problem">
      <Icon name={severity} class={`severity-${severity}`} />
      <span class="grow">
        <span class="sr-only">{words[severity]}: </span>
        {message} {where !== '' && <Where where={where} />}
      </span>
      <button
        type="button"
        class="link"
        aria-label={where === '' ? l10n.t('Open JSON') : l10n.t('Open JSON at {0}', where)}
        onClick={() => void model.openJson(path)}
      >
        {l10n.t('Open JSON')}
      </button>
    </li>
  );
}

function problemCount(count: number): string {
  return count === 1 ? l10n.t('1 problem') : l10n.t('{0} problems', formatCount(count));
}
