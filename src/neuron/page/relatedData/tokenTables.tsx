import * as l10n from '@vscode/l10n';
import type {
  SignedTokens,
  TokenAveragesData,
  TokenValue,
  TokenWeightsData,
} from '../../contract/relatedDataProtocol.ts';
import { paintClasses } from '../../../tokens/colour/paint.ts';
import { rulerTo, stepOf } from '../../../tokens/colour/scale.ts';
import { formatActivation } from '../../../text/number.ts';
import { tokenElement } from '../../../tokens/elements/tokenElement.ts';

/** Tokens by the neuron's mean activation on them. */
export function TokenAverages({ data: { tokens } }: { data: TokenAveragesData }) {
  return (
    <div class="value-tables">
      <TokenTable
        caption={l10n.t('Highest mean activation')}
        unit={l10n.t('Mean activation')}
        tokens={tokens}
        full={magnitude(tokens)}
      />
    </div>
  );
}

/** Tokens by the weights that connect them with the neuron. */
export function TokenWeights({ data: { input, output } }: { data: TokenWeightsData }) {
  return (
    <div class="value-tables">
      <Signed
        of={input}
        raises={l10n.t('Tokens that activate the neuron most')}
        lowers={l10n.t('Tokens that suppress the neuron most')}
      />
      <Signed
        of={output}
        raises={l10n.t('Tokens that the neuron makes more likely')}
        lowers={l10n.t('Tokens that the neuron makes less likely')}
      />
    </div>
  );
}

/** Both signs share a scale, so that equal strength looks equal. */
function Signed({ of, raises, lowers }: { of: SignedTokens; raises: string; lowers: string }) {
  const full = magnitude([...of.positive, ...of.negative]);
  return (
    <>
      <TokenTable caption={raises} unit={l10n.t('Weight')} tokens={of.positive} full={full} />
      <TokenTable caption={lowers} unit={l10n.t('Weight')} tokens={of.negative} full={full} />
    </>
  );
}

interface TableProps {
  readonly caption: string;
  readonly unit: string;
  readonly tokens: readonly TokenValue[];
  readonly full: number;
}

function TokenTable({ caption, unit, tokens, full }: TableProps) {
  return (
    <table class="values" data-mode="actual">
      <caption>{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{l10n.t('Token')}</th>
          <th scope="col" class="number">
            {unit}
          </th>
        </tr>
      </thead>
      <tbody>
        {tokens.map(({ token, value }, i) => (
          <tr key={i}>
            <Token
              token={token}
              index={i}
              step={value === null ? 'missing' : stepOf(value, rulerTo(full))}
            />
            <td class="number">{formatActivation(value ?? NaN)}</td>
          </tr>
        ))}
        {tokens.length === 0 && (
          <tr>
            <td class="dim">{l10n.t('None')}</td>
            <td />
          </tr>
        )}
      </tbody>
    </table>
  );
}

/** As in the sequences: invisible characters are shown, and colour is strength. */
function Token({ token, index, step }: { token: string; index: number; step: number | 'missing' }) {
  const draw = (cell: HTMLTableCellElement | null) => {
    cell?.replaceChildren(tokenElement(token, index, paintClasses(step, 0)));
  };
  return <td class="tokens" ref={draw} />;
}

function magnitude(tokens: readonly TokenValue[]): number {
  return tokens.reduce((most, { value }) => Math.max(most, Math.abs(value ?? 0)), 0);
}
