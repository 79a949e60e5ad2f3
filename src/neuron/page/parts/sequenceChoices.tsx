import type { Context, Order, ViewChoices } from '../../contract/viewChoices.ts';
import { contexts } from '../choices.ts';
import type { Model } from '../model.ts';
import { type Option, Select } from '../../../ui/select.tsx';

const orders: readonly Option<Order>[] = [
  { value: 'stored', text: 'As stored' },
  { value: 'activation', text: 'Largest activation' },
  { value: 'score', text: 'Score' },
  { value: 'miss', text: 'Largest miss' },
];

/** The order of sequences, and how much to show of each. */
export function SequenceChoices({ choices, model }: { choices: ViewChoices; model: Model }) {
  return (
    <>
      <Select
        label="Sort"
        value={choices.order}
        options={orders}
        choose={(order) => model.setChoices({ order })}
      />
      <fieldset class="choice" title="How many tokens to show around the peaks of each sequence">
        <legend class="sr-only">Tokens around peaks</legend>
        <span class="choice-name" aria-hidden="true">
          Context
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
              {context === 'all' ? 'All' : context}
            </label>
          ))}
        </span>
      </fieldset>
    </>
  );
}

function contextName(context: Context): string {
  return context === 'all' ? 'All tokens' : `${context} tokens around peaks`;
}
