import * as l10n from '@vscode/l10n';
import type { NeuronFailure } from '../../contract/protocol.ts';
import type { Model } from '../model.ts';
import { Icon } from '../../../ui/icon.tsx';

/** In place of a neuron: which file, what is wrong with it, and what to do. */
export function Failure({ failure, model }: { failure: NeuronFailure; model: Model }) {
  return (
    <section class="failure" aria-labelledby="failure-reason">
      <Icon name="error" class="failure-icon severity-error" />
      <h2 id="failure-reason">{failure.reason}</h2>
      {failure.detail !== '' && <p class="failure-detail">{failure.detail}</p>}
      <p class="failure-path">{failure.path}</p>
      {failure.movedTo !== undefined && (
        <button type="button" class="button" onClick={() => void model.openMoved()}>
          {l10n.t('Open {0}', failure.movedTo)}
        </button>
      )}
      {failure.canOpenText && (
        <button type="button" class="button" onClick={() => void model.openJson([])}>
          {l10n.t('Open JSON')}
        </button>
      )}
    </section>
  );
}
