import * as l10n from '@vscode/l10n';
import type { Context, Order, ViewChoices } from '../../../tokens/contract.ts';
import { contexts } from '../choices.ts';
import type { Model } from '../model.ts';
import { type Option, Select } from '../../../ui/select.tsx';

const orders: readonly Option<Order>[] = [
  { value: 'stored', text: l10n.t('As stored') },
  { value: 'activation', text: l10n.t('Largest activation') },
  { value: 'score', text: l10n.t('Score') },
  { value: 'miss', text: l10n.t('Largest miss') },
];

/** The order of sequences, and how much to show of each. */
export function SequenceChoices({ choices, model }: { choices: ViewChoices; model: Model }) {
  return (
    <>
      <Select
        label={l10n.t('Sort')}
        value={choices.order}
        options={orders}
        choose={(order) => model.setChoices({ order })}
      />
      <fieldset
        class="choice"
        title={l10n.t('Number of tokens shown around the peaks of each sequence')}
      >
        <legend class="sr-only">{l10n.t('Tokens around peaks')}</legend>
        <span class="choice-name" aria-hidden="true">
          {l10n.t('Context')}
        </span>
        <span class="segments">
          {contexts.map((context) => (
            <label class="segment" key={context}>
              <input
                class="sr-only"
                type="radio"
                name="context"
                aria-label={contextName(context)}
                checked={context === choices.context}
                onChange={() => model.setChoices({ context })}
              />
              {context === 'all' ? l10n.t('All') : context}
            </label>
          ))}
        </span>
      </fieldset>
    </>
  );
}

function contextName(context: Context): string {
  return context === 'all' ? l10n.t('All tokens') : l10n.t('{0} tokens around peaks', context);
}
