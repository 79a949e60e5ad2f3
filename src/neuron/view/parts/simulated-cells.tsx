import type { UnitsMap } from '../../../analysis/simulation.ts';
import { formatActivation } from '../text/number.ts';
import { ofTen } from '../text/units.ts';

interface HeadsProps {
  readonly by: UnitsMap['by'];
  /** What the values are: `Simulated activation`. */
  readonly of: string;
}

/** The heads of a table's columns for simulated values. Beside actual ones comes what is in their units. */
export function SimulatedHeads({ by, of }: HeadsProps) {
  return (
    <>
      {by === 'range' && (
        <th scope="col" class="number" title={`${of}, mapped to the units of the actual ones`}>
          mapped
        </th>
      )}
      <th scope="col" class="number" title={of}>
        simulated
      </th>
    </>
  );
}

interface CellsProps {
  readonly by: UnitsMap['by'];
  /** In the neuron's units. */
  readonly mapped: number;
  /** As the file has it. */
  readonly simulated: number;
}

export function SimulatedCells({ by, mapped, simulated }: CellsProps) {
  return (
    <>
      {by === 'range' && <td class="number">{formatActivation(mapped)}</td>}
      {by === 'own' ? (
        <td class="number">{formatActivation(simulated)}</td>
      ) : (
        <td class="number dim">{ofTen(simulated)}</td>
      )}
    </>
  );
}
