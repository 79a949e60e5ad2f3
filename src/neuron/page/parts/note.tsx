import type { ShownNote, ShownVerdict } from '../../contract/notesProtocol.ts';
import type { Model } from '../model.ts';

const choices: readonly { verdict: ShownVerdict; name: string; about: string }[] = [
  { verdict: 'right', name: 'Right', about: 'The explanation says when the neuron is active' },
  { verdict: 'partly', name: 'Partly', about: 'The explanation says some of it, or too much' },
  { verdict: 'wrong', name: 'Wrong', about: 'The explanation says something else' },
];

/** Clicking the current verdict removes it. */
export function Note({ note, model }: { note: ShownNote | null; model: Model }) {
  const text = note?.note ?? '';
  return (
    <section class="note-row" aria-label="Your verdict and note">
      <span class="dim" id="verdict-label">
        Verdict
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
        {text === '' ? 'Add Note…' : 'Edit Note…'}
      </button>
    </section>
  );
}
