import type { ShownNote, ShownVerdict } from '../../notesProtocol.ts';
import type { Model } from '../model.ts';

const choices: readonly { verdict: ShownVerdict | null; name: string; about: string }[] = [
  { verdict: 'right', name: 'Right', about: 'The explanation says when the neuron is active' },
  { verdict: 'partly', name: 'Partly', about: 'The explanation says some of it, or too much' },
  { verdict: 'wrong', name: 'Wrong', about: 'The explanation says something else' },
  { verdict: null, name: 'None', about: 'No verdict' },
];

/** What the user has noted of the neuron, and the ways to change it. */
export function Note({ note, model }: { note: ShownNote | null; model: Model }) {
  const text = note?.note ?? '';
  return (
    <section class="note-row" aria-label="Your verdict and note">
      <span class="dim" id="verdict-label">
        Verdict
      </span>
      <div class="segments" role="radiogroup" aria-labelledby="verdict-label">
        {choices.map(({ verdict, name, about }) => (
          <label class="segment" key={name} title={about}>
            <input
              class="sr-only"
              type="radio"
              name="verdict"
              checked={verdict === (note?.verdict ?? null)}
              onChange={() => void model.setVerdict(verdict)}
            />
            {name}
          </label>
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
