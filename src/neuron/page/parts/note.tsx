import * as l10n from '@vscode/l10n';
import type { ShownNote, ShownVerdict } from '../../contract/protocol.ts';
import { Icon } from '../../../ui/icon.tsx';
import { useTrust } from '../../../ui/trust.ts';
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

interface Props {
  readonly note: ShownNote | null;
  readonly model: Model;
}

/** Clicking the current verdict removes it. */
export function Verdict({ note, model }: Props) {
  const trust = useTrust();
  return (
    <div class="segments verdict" role="group" aria-label={l10n.t('Your verdict')}>
      {choices.map(({ verdict, name, about }) => (
        <button
          type="button"
          class="segment"
          key={verdict}
          aria-label={name}
          {...trust(`${name}: ${about}`)}
          aria-pressed={verdict === note?.verdict}
          onClick={() => void model.setVerdict(verdict === note?.verdict ? null : verdict)}
        >
          {verdict === 'partly' ? '≈' : <Icon name={verdict === 'right' ? 'check' : 'close'} />}
        </button>
      ))}
    </div>
  );
}

/** The user's note, if there is one. */
export function NoteText({ note, model }: Props) {
  const trust = useTrust();
  if (!note?.note) return null;
  const edit = l10n.t('Edit Note…');
  return (
    <section class="note-row" aria-label={l10n.t('Your note')}>
      <p class="note-text" dir="auto">
        {note.note}
      </p>
      <button
        type="button"
        class="link"
        {...trust(edit)}
        onClick={() => void model.command('editNote')}
      >
        {edit}
      </button>
    </section>
  );
}
