import * as l10n from '@vscode/l10n';
import { Fragment } from 'preact';
import type { NeuronDocument, ProblemMessage } from '../../contract/protocol.ts';
import type { Model } from '../model.ts';
import { formatCount } from '../../../text/number.ts';
import { useOpened } from './useOpened.ts';
import { Icon } from '../../../ui/icon.tsx';

type Severity = ProblemMessage['severity'];

/** The worst problem on one line, and all on request, so that the tokens stay in view. */
export function Problems({ neuron, model }: { neuron: NeuronDocument; model: Model }) {
  const { problems, moreProblems } = neuron;
  const [all, showAll] = useOpened('problems', model.saved);
  const worst = worstOf(problems);
  if (!worst) return null;
  return (
    <section class="problems" aria-labelledby="problems-heading">
      <h2 class="sr-only" id="problems-heading">
        {l10n.t('Problems')}
      </h2>
      <ul>
        {(all ? problems : [worst]).map((problem, i) => (
          <Problem key={i} problem={problem} model={model} />
        ))}
      </ul>
      {all && moreProblems > 0 && (
        <p class="problems-rest dim">{l10n.t('{0} more not listed', formatCount(moreProblems))}</p>
      )}
      {problems.length > 1 && (
        <button
          type="button"
          class="link problems-rest"
          aria-expanded={all}
          onClick={() => showAll(!all)}
        >
          {all
            ? l10n.t('Show less')
            : l10n.t('Show all {0}', formatCount(problems.length + moreProblems))}
        </button>
      )}
    </section>
  );
}

/** The first of the most severe. */
function worstOf(problems: readonly ProblemMessage[]): ProblemMessage | undefined {
  const of = (wanted: Severity) => problems.find(({ severity }) => severity === wanted);
  return of('error') ?? of('warning') ?? of('info');
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
