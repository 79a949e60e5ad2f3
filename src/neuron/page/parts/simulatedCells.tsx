import * as l10n from '@vscode/l10n';
import type { UnitsMap } from '../../../analysis/simulation.ts';
import { formatActivation } from '../../../text/number.ts';

/** The head of the column for actual values. */
export const actualHead = l10n.t({ message: 'Actual', comment: ['Head of a narrow column'] });
const simulatedHead = l10n.t({ message: 'Simulated', comment: ['Head of a narrow column'] });
const mappedHead = l10n.t({ message: 'Mapped', comment: ['Head of a narrow column'] });

interface HeadsProps {
  readonly by: UnitsMap['by'];
  /** Of the means of several tokens; else of single values. */
  readonly mean?: boolean;
}

/** Values in the neuron's units come first. */
export function SimulatedHeads({ by, mean = false }: HeadsProps) {
  if (by === 'own') {
    return (
      <th
        scope="col"
        class="number"
        title={mean ? l10n.t('Mean simulated activation') : l10n.t('Simulated activation')}
      >
        {simulatedHead}
      </th>
    );
  }
  return (
    <>
      {by === 'range' && (
        <th
          scope="col"
          class="number"
          title={
            mean
              ? l10n.t('Mean simulated activation, mapped to the units of the actual activations')
              : l10n.t('Simulated activation, mapped to the units of the actual activations')
          }
        >
          {mappedHead}
        </th>
      )}
      <th
        scope="col"
        class="number"
        title={
          mean
            ? l10n.t('Mean simulated activation, on 0–10')
            : l10n.t('Simulated activation, on 0–10')
        }
      >
        <span class="sr-only">{l10n.t('Simulated')}, </span>0–10
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
