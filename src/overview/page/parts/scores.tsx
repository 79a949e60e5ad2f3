import * as l10n from '@vscode/l10n';
import { Icon } from '../../../ui/icon.tsx';
import { useTrust } from '../../../ui/trust.ts';
import type { OverviewDocument, Selection } from '../../contract/contract.ts';
import type { Model } from '../model.ts';
import { pngPicture, svgPicture } from '../plot/picture.ts';
import { describePlot } from '../text.ts';
import { LayerTable } from './totals.tsx';
import { Plot } from './plot.tsx';
import { RangeFields } from './rangeFields.tsx';

interface Props {
  readonly overview: OverviewDocument;
  readonly selection: Selection;
  readonly model: Model;
}

/** The distribution of best scores: a plot to select in, and its numbers. */
export function Scores({ overview, selection, model }: Props) {
  const { layers, totals } = overview;
  const isEmpty = layers.every(({ bins }) => bins.every((count) => count === 0));
  return (
    <section class="scores" aria-labelledby="scores-heading">
      <div class="section-bar">
        <h2 id="scores-heading" class="section-heading">
          {layers.length > 1 ? l10n.t('Best scores by layer') : l10n.t('Best scores')}
        </h2>
        {!isEmpty && (
          <span class="save">
            <Save
              label={l10n.t('Save Plot as SVG…')}
              onClick={() =>
                model.savePlot(() => ({ format: 'svg', content: svgPicture(overview) }))
              }
            />
            <Save
              label={l10n.t('Save Plot as PNG…')}
              onClick={() =>
                model.savePlot(async () => ({ format: 'png', content: await pngPicture(overview) }))
              }
            />
          </span>
        )}
      </div>
      {isEmpty ? (
        <p class="empty">
          {totals.read < totals.neurons || totals.neurons === 0
            ? l10n.t('No scores indexed yet.')
            : l10n.t('None of these neurons has a score.')}
        </p>
      ) : (
        <>
          <Plot
            layers={layers}
            label={describePlot(layers, totals)}
            selection={selection}
            select={(chosen) => model.select(chosen)}
          />
          <RangeFields
            layers={layers}
            selection={selection}
            select={(chosen) => model.select(chosen)}
            clear={() => model.clearSelection()}
          />
        </>
      )}
      {layers.length > 0 && <LayerTable layers={layers} />}
    </section>
  );
}

export function Save({ label, onClick }: { label: string; onClick: () => unknown }) {
  const trust = useTrust();
  return (
    <button type="button" class="link" {...trust(label)} onClick={() => void onClick()}>
      <Icon name="save" /> {label}
    </button>
  );
}
