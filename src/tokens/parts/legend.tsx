import * as l10n from '@vscode/l10n';
import type { Mode } from '../contract.ts';
import { IconButton } from '../../ui/icon.tsx';
import { legendOf, type LegendEntry } from '../colour/legend.ts';
import type { Scheme } from '../colour/scheme.ts';
import type { Occurring } from '../sequenceRun.ts';

interface Props {
  readonly scheme: Scheme;
  readonly mode: Mode;
  readonly occurring: Occurring;
  /** Omitted if nothing can be locked. */
  readonly unlock?: () => void;
}

/** Colours with their values, and the marks that occur. */
export function Legend({ scheme, mode, occurring, unlock }: Props) {
  return (
    <ul class="legend" aria-label={l10n.t('Legend')}>
      {legendOf(scheme, mode).map((entry) => (
        <Entry key={entry.quantity} entry={entry} bar={mode === 'overlay'} />
      ))}
      {scheme.locked && unlock && (
        <li class="legend-entry legend-lock">
          <IconButton icon="lock" label={l10n.t('Unlock Scale')} onClick={unlock} />
          <span>{l10n.t('locked to {0}', scheme.locked.from)}</span>
        </li>
      )}
      {occurring.missing && (
        <li class="legend-entry">
          <span class="sample sample-missing" aria-hidden="true" />
          <span>
            {l10n.t('missing')}
            <span class="sr-only">: {l10n.t('hatched')}</span>
          </span>
        </li>
      )}
      {occurring.unpredicted && mode !== 'actual' && (
        <li class="legend-entry">
          <span class="sample sample-none" aria-hidden="true" />
          <span>
            {l10n.t('no prediction')}
            <span class="sr-only">: {l10n.t('dotted line')}</span>
          </span>
        </li>
      )}
    </ul>
  );
}

function Entry({ entry, bar }: { entry: LegendEntry; bar: boolean }) {
  const { quantity, name, prefix, steps, low, high, note, quiet } = entry;
  const isBar = bar && quantity === 'simulated';
  return (
    <li class="legend-entry" data-quantity={quantity} title={quiet}>
      <span class="legend-name">{name}</span>
      {steps.length > 0 && (
        <span class="legend-range">
          <span class="number">{low}</span>
          <span class="sr-only"> {l10n.t('to')} </span>
          <span class={isBar ? 'swatch swatch-bar' : 'swatch'} aria-hidden="true">
            {steps.map((step, i) => (
              <span key={i} class={step === 0 ? 'cell' : `cell ${prefix}${step}`} />
            ))}
          </span>
          <span class="number">{high}</span>
        </span>
      )}
      {note !== '' && <span class="dim">{note}</span>}
    </li>
  );
}
