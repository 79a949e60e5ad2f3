import * as l10n from '@vscode/l10n';
import type { ShownNote, ShownVerdict } from '../../contract/protocol.ts';
import type { Model } from '../model.ts';

const choices: readonly { verdict: ShownVerdict; name: string; about: string }[] = [
  {
    verdict: 'right',
    name: l10n.t('Right'),
    about: l10n.t('The explanation describes when the neuron is active'),
  },
  {
    verdict: 'partly',
    name: l10n.t('Partly Right'),
    about: l10n.t('The explanation is too narrow or too broad'),
  },
  {
    verdict: 'wrong',
    name: l10n.t('Wrong'),
    about: l10n.t('The neuron is active for something else'),
  },
];

/** Clicking the current verdict removes it. */
export function Note({ note, model }: { note: ShownNote | null; model: Model }) {
  const text = note?.note ?? '';
  return (
    <section class="note-row" aria-label={l10n.t('Your verdict and note')}>
      <span class="dim" id="verdict-label">
        {l10n.t('Verdict')}
      </span>
      <div class="segments" role="group" aria-labelledby="verdict-label">
        {choices.map(({ verdict, name, about }) => (
          <button
            type="button"
            class="segment"
            key={verdict}
            title={about}
            aria-pressed={verdict === note?.verdict}
            onClick={() => void model.setVerdict(verdict === note?.verdict ? null : verdict)}
          >
            {name}
          </button>
        ))}
      </div>
      {text !== '' && (
        <p class="note-text" dir="auto">
          {text}
        </p>
      )}
      <button type="button" class="link" onClick={() => void model.command('editNote')}>
        {text === '' ? l10n.t('Add Note…') : l10n.t('Edit Note…')}
      </button>
    </section>
  );
}
