import type { ExplanationScale, Sequence } from '../../../neuron/protocol.ts';
import { Legend } from '../../../neuron/view/parts/legend.tsx';
import { occurring } from '../../../neuron/view/sequence-run.ts';
import type { ComparedRow, Comparison, SideName } from '../../protocol.ts';
import { nameOf } from '../title.ts';

interface Props {
  readonly comparison: Comparison;
  readonly scales: Readonly<Record<SideName, ExplanationScale>>;
  readonly rows: readonly ComparedRow[];
  /** Whether both stand on the same activations, which are then shown once. */
  readonly together: boolean;
}

/** What the colours of each column mean. */
export function Legends({ comparison, scales, rows, together }: Props) {
  const marks = (side: SideName) =>
    occurring(rows.flatMap((row): Sequence[] => (row[side] ? [row[side]] : [])));
  return (
    <div class="toolbar legends">
      {together && <Legend scale={scales.left} mode="actual" occurring={marks('left')} />}
      {(['left', 'right'] as const).map((side) => (
        <div class="side-legend" key={side}>
          <span class="side-letter">{nameOf(comparison, side)}</span>
          <Legend
            scale={scales[side]}
            mode={together ? 'simulated' : 'overlay'}
            occurring={marks(side)}
          />
        </div>
      ))}
    </div>
  );
}
