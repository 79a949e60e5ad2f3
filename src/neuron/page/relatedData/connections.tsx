import { explanationText } from '../../../text/display.ts';
import type {
  ConnectedNeuron,
  ConnectionsData,
  SignedNeurons,
} from '../../contract/relatedDataProtocol.ts';
import type { Model } from '../model.ts';
import { formatActivation } from '../../../text/number.ts';

/** The strongest connections, from earlier and to later layers. */
export function Connections({ data, model }: { data: ConnectionsData; model: Model }) {
  const { upstream, downstream } = data;
  return (
    <div class="value-tables value-tables-wide">
      <Side of={upstream} name="Upstream" none="There are no neurons upstream." model={model} />
      <Side
        of={downstream}
        name="Downstream"
        none="There are no neurons downstream."
        model={model}
      />
    </div>
  );
}

interface SideProps {
  readonly of: SignedNeurons | null;
  readonly name: string;
  readonly none: string;
  readonly model: Model;
}

function Side({ of, name, none, model }: SideProps) {
  if (!of) return <p class="dim">{none}</p>;
  return (
    <>
      <NeuronTable caption={`${name}, positive weights`} neurons={of.positive} model={model} />
      <NeuronTable caption={`${name}, negative weights`} neurons={of.negative} model={model} />
    </>
  );
}

interface TableProps {
  readonly caption: string;
  readonly neurons: readonly ConnectedNeuron[];
  readonly model: Model;
}

function NeuronTable({ caption, neurons, model }: TableProps) {
  return (
    <table class="values">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">Neuron</th>
          <th scope="col" class="number">
            Weight
          </th>
          <th scope="col">Best explanation</th>
        </tr>
      </thead>
      <tbody>
        {neurons.map(({ title, weight, place, explanation }, i) => (
          <tr key={i}>
            <th scope="row">
              {place ? (
                <button type="button" class="link" onClick={() => void model.openConnected(place)}>
                  {title}
                </button>
              ) : (
                <span title="This directory has no such neuron.">{title}</span>
              )}
            </th>
            <td class="number">{formatActivation(weight ?? NaN)}</td>
            <td dir="auto" class={place ? '' : 'dim'}>
              {place ? explanationText(explanation) : 'not in this directory'}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
