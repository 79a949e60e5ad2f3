import * as l10n from '@vscode/l10n';
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
      <Side of={upstream} captions={upstreamCaptions} model={model} />
      <Side of={downstream} captions={downstreamCaptions} model={model} />
    </div>
  );
}

interface Captions {
  readonly positive: string;
  readonly negative: string;
  /** Where the file has no such neurons. */
  readonly none: string;
}

const upstreamCaptions: Captions = {
  positive: l10n.t('Upstream, positive weights'),
  negative: l10n.t('Upstream, negative weights'),
  none: l10n.t('No upstream neurons.'),
};
const downstreamCaptions: Captions = {
  positive: l10n.t('Downstream, positive weights'),
  negative: l10n.t('Downstream, negative weights'),
  none: l10n.t('No downstream neurons.'),
};

interface SideProps {
  readonly of: SignedNeurons | null;
  readonly captions: Captions;
  readonly model: Model;
}

function Side({ of, captions, model }: SideProps) {
  if (!of) return <p class="dim">{captions.none}</p>;
  return (
    <>
      <NeuronTable caption={captions.positive} neurons={of.positive} model={model} />
      <NeuronTable caption={captions.negative} neurons={of.negative} model={model} />
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
          <th scope="col">{l10n.t('Neuron')}</th>
          <th scope="col" class="number">
            {l10n.t('Weight')}
          </th>
          <th scope="col">{l10n.t('Best explanation')}</th>
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
                <span title={l10n.t('This neuron is not in this directory.')}>{title}</span>
              )}
            </th>
            <td class="number">{formatActivation(weight ?? NaN)}</td>
            <td dir="auto" class={place ? '' : 'dim'}>
              {place ? explanationText(explanation) : l10n.t('Not in this directory')}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
