import type { LinearMap } from '../../../analysis/calibration.ts';
import type { ExplanationSummary } from '../../contract/protocol.ts';
import type { ScaleScope, ViewChoices } from '../../contract/viewChoices.ts';
import { rangeToLock, type Scheme } from '../../../tokens/colour/scheme.ts';
import type { Model } from '../model.ts';
import { formatActivation } from '../../../text/number.ts';
import { Select } from '../../../ui/select.tsx';

interface Props {
  readonly title: string;
  readonly chosen: ExplanationSummary;
  readonly choices: ViewChoices;
  readonly scheme: Scheme;
  readonly model: Model;
}

/** What the strongest colour stands for, and which of two simulations is shown. */
export function ScaleChoices({ title, chosen, choices, scheme, model }: Props) {
  const { uncalibrated } = chosen.scale;
  const choose = (scope: ScaleScope) => {
    if (scope !== 'locked') model.setChoices({ scope });
    else model.setChoices({ scope, locked: rangeToLock(scheme, title) ?? choices.locked });
  };
  const canLock = choices.scope === 'locked' || rangeToLock(scheme, title) !== null;
  return (
    <>
      <Select
        label="Scale"
        title="What the strongest colour is the largest value of"
        value={choices.scope}
        options={[
          { value: 'neuron', text: 'Neuron' },
          { value: 'sequence', text: 'Each sequence' },
          { value: 'locked', text: 'Locked', disabled: !canLock },
        ]}
        choose={choose}
      />
      {uncalibrated && (
        <Select
          label="Simulation"
          title={
            uncalibrated.map
              ? `Calibration is linear: ${mapText(uncalibrated.map)}`
              : 'Calibration is not linear'
          }
          value={choices.calibrated ? 'calibrated' : 'uncalibrated'}
          options={[
            { value: 'calibrated', text: 'Calibrated' },
            { value: 'uncalibrated', text: 'Uncalibrated' },
          ]}
          choose={(value) => model.setChoices({ calibrated: value === 'calibrated' })}
        />
      )}
    </>
  );
}

export function mapText({ slope, intercept }: LinearMap): string {
  const sign = intercept < 0 ? '−' : '+';
  const rest = formatActivation(Math.abs(intercept));
  return `calibrated = ${formatActivation(slope)} × uncalibrated ${sign} ${rest}`;
}
