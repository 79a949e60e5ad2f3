import * as l10n from '@vscode/l10n';
import { equation } from '../text/analysis.ts';
import type { ExplanationSummary } from '../../contract/protocol.ts';
import type { ScaleScope, ViewChoices } from '../../../tokens/contract.ts';
import { rangeToLock, type Scheme } from '../../../tokens/colour/scheme.ts';
import type { Model } from '../model.ts';
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
        label={l10n.t('Scale')}
        title={l10n.t('Range of values that the colours cover')}
        value={choices.scope}
        options={[
          { value: 'neuron', text: l10n.t('Neuron') },
          { value: 'sequence', text: l10n.t('Each sequence') },
          { value: 'locked', text: l10n.t('Locked'), disabled: !canLock },
        ]}
        choose={choose}
      />
      {uncalibrated && (
        <Select
          label={l10n.t('Simulation')}
          title={
            uncalibrated.map
              ? l10n.t(
                  'Linear calibration: calibrated = {0}',
                  equation(uncalibrated.map, l10n.t('uncalibrated')),
                )
              : l10n.t('Calibration is not linear')
          }
          value={choices.calibrated ? 'calibrated' : 'uncalibrated'}
          options={[
            { value: 'calibrated', text: l10n.t('Calibrated') },
            { value: 'uncalibrated', text: l10n.t('Uncalibrated') },
          ]}
          choose={(value) => model.setChoices({ calibrated: value === 'calibrated' })}
        />
      )}
    </>
  );
}
