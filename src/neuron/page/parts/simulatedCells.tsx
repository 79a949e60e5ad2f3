import type { UnitsMap } from '../../../analysis/simulation.ts';
import { formatActivation } from '../../../text/number.ts';

interface HeadsProps {
  readonly by: UnitsMap['by'];
  /** Of the values, such as `Simulated activation`. */
  readonly of: string;
}

/** Values in the neuron's units come first. */
export function SimulatedHeads({ by, of }: HeadsProps) {
  if (by === 'own') {
    return (
      <th scope="col" class="number" title={of}>
        simulated
      </th>
    );
  }
  return (
    <>
      {by === 'range' && (
        <th
          scope="col"
          class="number"
          title={`${of}, mapped to the units of the actual activations`}
        >
          mapped
        </th>
      )}
      <th scope="col" class="number" title={`${of}, on 0–10`}>
        <span class="sr-only">simulated, </span>0–10
      </th>
    </>
  );
}

interface CellsProps {
  readonly by: UnitsMap['by'];
  /** In the neuron's units. */
  readonly mapped: number;
  /** As in the file. */
  readonly simulated: number;
}

export function SimulatedCells({ by, mapped, simulated }: CellsProps) {
  return (
    <>
      {by === 'range' && <td class="number">{formatActivation(mapped)}</td>}
      <td class={by === 'range' ? 'number dim' : 'number'}>{formatActivation(simulated)}</td>
    </>
  );
}
