import type { Mode } from '../../contract/protocol.ts';
import { modes } from '../choices.ts';

const labels: Readonly<Record<Mode, readonly [name: string, about: string]>> = {
  overlay: ['Overlay', 'The actual activation as the background, the simulated one as a bar below'],
  stacked: ['Stacked', 'Two bands below each token: the actual activation, and the simulated one'],
  actual: ['Actual', 'The actual activation only'],
  simulated: ['Simulated', 'The simulated activation only'],
  difference: ['Difference', 'Simulated − actual: what the explanation gets wrong, and which way'],
};

export function Modes({ mode, setMode }: { mode: Mode; setMode: (mode: Mode) => void }) {
  return (
    <div class="segments" role="radiogroup" aria-label="Colour tokens by">
      {modes.map((each) => {
        const [name, about] = labels[each];
        return (
          <label class="segment" key={each} title={about}>
            <input
              class="sr-only"
              type="radio"
              name="mode"
              checked={each === mode}
              onChange={() => setMode(each)}
            />
            {name}
          </label>
        );
      })}
    </div>
  );
}
