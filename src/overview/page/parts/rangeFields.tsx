import * as l10n from '@vscode/l10n';
import { NumberField } from '../../../ui/numberField.tsx';
import { type Range, withEnd } from '../state.ts';
import type { LayerSummary, Selection } from '../../contract/contract.ts';

interface Props {
  readonly layers: readonly LayerSummary[];
  readonly selection: Selection;
  readonly select: (selection: Selection) => void;
  readonly clear: () => void;
}

/** The selection as editable numbers. */
export function RangeFields({ layers, selection, select, clear }: Props) {
  const limits = { layers: [layers[0]?.number ?? 0, layers.at(-1)?.number ?? 0], scores: [-1, 1] };
  return (
    <div class="ranges" role="group" aria-label={l10n.t('Selection')}>
      {layers.length > 1 && (
        <Fields
          name={l10n.t('Layers')}
          labels={[l10n.t('Layers from'), l10n.t('Layers to')]}
          step={1}
          limits={limits.layers as [number, number]}
          range={selection.layers}
          change={(range) => select({ ...selection, layers: range })}
        />
      )}
      <Fields
        name={l10n.t('Scores')}
        labels={[l10n.t('Scores from'), l10n.t('Scores to')]}
        step={0.05}
        limits={limits.scores as [number, number]}
        range={selection.scores}
        change={(range) => select({ ...selection, scores: range })}
      />
      {(selection.layers || selection.scores) && (
        <button type="button" class="link" onClick={clear}>
          {l10n.t('Clear Selection')}
        </button>
      )}
    </div>
  );
}

interface FieldsProps {
  readonly name: string;
  readonly labels: readonly [from: string, to: string];
  readonly step: number;
  readonly limits: Exclude<Range, null>;
  readonly range: Range;
  readonly change: (range: Range) => void;
}

function Fields({ name, labels, step, limits, range, change }: FieldsProps) {
  const field = (end: 0 | 1) => (
    <NumberField
      label={labels[end]}
      step={step}
      limits={limits}
      placeholder={String(limits[end])}
      value={range?.[end] ?? null}
      change={(value) => change(withEnd(range, limits, end, value))}
    />
  );
  return (
    <span class="fields">
      <span class="field-name" aria-hidden="true">
        {name}
      </span>
      {field(0)}
      <span aria-hidden="true">–</span>
      {field(1)}
    </span>
  );
}
