import * as l10n from '@vscode/l10n';
import type { ExplanationSummary } from '../../contract/protocol.ts';
import type { Context, Mode, Order, ScaleScope, ViewChoices } from '../../../tokens/contract.ts';
import { rangeToLock, type Scheme } from '../../../tokens/colour/scheme.ts';
import { type Option, Select } from '../../../ui/select.tsx';
import { equation } from '../text/analysis.ts';
import { contexts, modes } from '../choices.ts';
import type { Model } from '../model.ts';

interface Props {
  readonly title: string;
  readonly chosen: ExplanationSummary;
  readonly choices: ViewChoices;
  readonly scheme: Scheme;
  readonly model: Model;
}

/** How sequences are shown: menus that are named by what is chosen. */
export function Menus({ title, chosen, choices, scheme, model }: Props) {
  const { mode, order, context } = choices;
  return (
    <>
      <Select
        quiet
        label={l10n.t('Colour tokens by')}
        title={modeTexts[mode].about}
        value={mode}
        options={modes.map((value) => ({ value, text: modeTexts[value].name }))}
        choose={(next) => model.setMode(next)}
      />
      <Select
        quiet
        label={l10n.t('Sort sequences')}
        value={order}
        options={orderOptions}
        choose={(next) => model.setChoices({ order: next })}
      />
      <Select
        quiet
        label={l10n.t('Tokens around peaks')}
        title={l10n.t('Number of tokens shown around the peaks of each sequence')}
        value={String(context)}
        options={contexts.map((value) => ({ value: String(value), text: contextText(value) }))}
        choose={(next) =>
          model.setChoices({ context: contexts.find((it) => String(it) === next) ?? 'all' })
        }
      />
      <ScaleMenus {...{ title, chosen, choices, scheme, model }} />
    </>
  );
}

const modeTexts: Readonly<Record<Mode, { readonly name: string; readonly about: string }>> = {
  overlay: {
    name: l10n.t('Overlay'),
    about: l10n.t('Background: actual activation. Bar below: simulated activation.'),
  },
  stacked: {
    name: l10n.t('Stacked'),
    about: l10n.t('Two bands below each token: actual activation, then simulated activation'),
  },
  actual: { name: l10n.t('Actual'), about: l10n.t('Actual activation only') },
  simulated: { name: l10n.t('Simulated'), about: l10n.t('Simulated activation only') },
  difference: {
    name: l10n.t('Difference'),
    about: l10n.t('Simulated − actual: where the simulation is too high or too low'),
  },
};

const orderOptions: readonly Option<Order>[] = [
  { value: 'stored', text: l10n.t('As stored') },
  { value: 'activation', text: l10n.t('Largest activation') },
  { value: 'score', text: l10n.t('Score') },
  { value: 'miss', text: l10n.t('Largest miss') },
];

function contextText(context: Context): string {
  return context === 'all' ? l10n.t('All tokens') : l10n.t('{0} tokens around peaks', context);
}

/** What the strongest colour stands for, and which of two simulations is shown. */
function ScaleMenus({ title, chosen, choices, scheme, model }: Props) {
  const { uncalibrated } = chosen.scale;
  const choose = (scope: ScaleScope) => {
    if (scope !== 'locked') model.setChoices({ scope });
    else model.setChoices({ scope, locked: rangeToLock(scheme, title) ?? choices.locked });
  };
  const canLock = choices.scope === 'locked' || rangeToLock(scheme, title) !== null;
  return (
    <>
      <Select
        quiet
        label={l10n.t('Scale')}
        title={l10n.t('Range of values that the colours cover')}
        value={choices.scope}
        options={[
          { value: 'neuron', text: l10n.t('Scale: neuron') },
          { value: 'sequence', text: l10n.t('Scale: each sequence') },
          { value: 'locked', text: l10n.t('Scale: locked'), disabled: !canLock },
        ]}
        choose={choose}
      />
      {uncalibrated && (
        <Select
          quiet
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
