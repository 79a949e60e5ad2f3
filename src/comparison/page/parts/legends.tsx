import type { Sequence } from '../../../neuron/contract/protocol.ts';
import type { Scheme } from '../../../tokens/colour/scheme.ts';
import { Legend } from '../../../tokens/parts/legend.tsx';
import { occurring } from '../../../tokens/sequenceRun.ts';
import type { ComparedRow, Comparison, SideName } from '../../contract/contract.ts';
import { nameOf } from '../title.ts';

interface Props {
  readonly comparison: Comparison;
  readonly schemes: Readonly<Record<SideName, Scheme>>;
  readonly rows: readonly ComparedRow[];
  /** Whether both sides have the same activations, which are then shown once. */
  readonly together: boolean;
}

export function Legends({ comparison, schemes, rows, together }: Props) {
  const marks = (side: SideName) =>
    occurring(rows.flatMap((row): Sequence[] => (row[side] ? [row[side]] : [])));
  return (
    <div class="toolbar legends">
      {together && <Legend scheme={schemes.left} mode="actual" occurring={marks('left')} />}
      {(['left', 'right'] as const).map((side) => (
        <div class="side-legend" key={side}>
          <span class="side-letter">{nameOf(comparison, side)}</span>
          <Legend
            scheme={schemes[side]}
            mode={together ? 'simulated' : 'overlay'}
            occurring={marks(side)}
          />
        </div>
      ))}
    </div>
  );
}
