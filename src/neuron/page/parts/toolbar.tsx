import * as l10n from '@vscode/l10n';
import { useRef } from 'preact/hooks';
import type { ExplanationSummary } from '../../contract/protocol.ts';
import type { Mode, ViewChoices } from '../../../tokens/contract.ts';
import type { Scheme } from '../../../tokens/colour/scheme.ts';
import type { Model } from '../model.ts';
import type { Occurring } from '../../../tokens/sequenceRun.ts';
import { Legend } from '../../../tokens/parts/legend.tsx';
import { ScaleChoices } from './scaleChoices.tsx';
import { useScrollPadding } from './neuron.tsx';
import { modes } from '../choices.ts';

interface Props {
  readonly title: string;
  readonly chosen: ExplanationSummary;
  readonly choices: ViewChoices;
  readonly scheme: Scheme;
  readonly occurring: Occurring;
  readonly model: Model;
}

export function Toolbar({ title, chosen, choices, scheme, occurring, model }: Props) {
  const { mode } = choices;
  const bar = useRef<HTMLDivElement>(null);
  useScrollPadding(bar);
  return (
    <div class="toolbar" ref={bar}>
      <Modes mode={mode} setMode={(next) => model.setMode(next)} />
      <ScaleChoices title={title} chosen={chosen} choices={choices} scheme={scheme} model={model} />
      <Legend
        scheme={scheme}
        mode={mode}
        occurring={occurring}
        unlock={() => model.setChoices({ scope: 'neuron' })}
      />
    </div>
  );
}

const labels: Readonly<Record<Mode, readonly [name: string, about: string]>> = {
  overlay: [
    l10n.t('Overlay'),
    l10n.t('Background: actual activation. Bar below: simulated activation.'),
  ],
  stacked: [
    l10n.t('Stacked'),
    l10n.t('Two bands below each token: actual activation, then simulated activation'),
  ],
  actual: [l10n.t('Actual'), l10n.t('Actual activation only')],
  simulated: [l10n.t('Simulated'), l10n.t('Simulated activation only')],
  difference: [
    l10n.t('Difference'),
    l10n.t('Simulated − actual: where the simulation is too high or too low'),
  ],
};

export function Modes({ mode, setMode }: { mode: Mode; setMode: (mode: Mode) => void }) {
  return (
    <div class="segments" role="radiogroup" aria-label={l10n.t('Colour tokens by')}>
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
