import type { ExplanationScale, Mode } from '../../protocol.ts';
import { legendOf, type LegendEntry } from '../colour/legend.ts';
import type { Occurring } from '../sequence-run.ts';

interface Props {
  readonly scale: ExplanationScale;
  readonly mode: Mode;
  readonly occurring: Occurring;
}

/** What the colours mean, with numbers; the marks only where there are such tokens. */
export function Legend({ scale, mode, occurring }: Props) {
  return (
    <ul class="legend" aria-label="Legend">
      {legendOf(scale, mode).map((entry) => (
        <Entry key={entry.quantity} entry={entry} bar={mode === 'overlay'} />
      ))}
      {occurring.missing && (
        <li class="legend-entry">
          <span class="sample sample-missing" aria-hidden="true" />
          <span>
            missing<span class="sr-only">: hatched</span>
          </span>
        </li>
      )}
      {occurring.unpredicted && mode !== 'actual' && (
        <li class="legend-entry">
          <span class="sample sample-none" aria-hidden="true" />
          <span>
            no prediction<span class="sr-only">: dotted line</span>
          </span>
        </li>
      )}
    </ul>
  );
}

function Entry({ entry, bar }: { entry: LegendEntry; bar: boolean }) {
  const { quantity, prefix, steps, low, high, note } = entry;
  const isBar = bar && quantity === 'simulated';
  return (
    <li class="legend-entry" data-quantity={quantity}>
      <span class="legend-name">{quantity}</span>
      {steps.length > 0 && (
        <>
          <span class="number">{low}</span>
          <span class="sr-only"> to </span>
          <span class={isBar ? 'swatch swatch-bar' : 'swatch'} aria-hidden="true">
            {steps.map((step) => (
              <span key={step} class={step === 0 ? 'cell' : `cell ${prefix}${step}`} />
            ))}
          </span>
          <span class="number">{high}</span>
        </>
      )}
      {note !== '' && <span class="dim">{note}</span>}
    </li>
  );
}
