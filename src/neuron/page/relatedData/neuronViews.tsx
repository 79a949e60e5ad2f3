import * as l10n from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Announcer } from '../../../ui/announcer.ts';
import type { NeuronDocument, View } from '../../contract/protocol.ts';
import type { Model } from '../model.ts';
import { RelatedDataView } from './relatedDataView.tsx';

const names: Readonly<Record<View, string>> = {
  sequences: l10n.t('Simulated sequences'),
  records: l10n.t('Activation records'),
  tokensByActivation: l10n.t('Tokens by activation'),
  tokensByWeight: l10n.t('Tokens by weight'),
  connections: l10n.t('Connected neurons'),
};

interface Props {
  readonly neuron: NeuronDocument;
  /** Grows when related data changes. */
  readonly changes: number;
  readonly model: Model;
  readonly announcer: Announcer;
  /** The view of the simulated sequences. */
  readonly children: ComponentChildren;
}

/** A tab for the sequences and for each kind of related data, if there is any. */
export function NeuronViews({ neuron, changes, model, announcer, children }: Props) {
  const [chosen, setChosen] = useState(model.saved.state.view);
  const choose = (view: View) => {
    model.saved.set({ view });
    setChosen(view);
  };
  const { found, missing } = neuron.relatedData ?? { found: [], missing: [] };
  const views: View[] = ['sequences', ...found];
  // If this neuron lacks the chosen view, the choice holds for the next one.
  const view = views.includes(chosen) ? chosen : 'sequences';
  const lookedFor = missing.length > 0 && (
    <p class="looked-for dim">
      {l10n.t('Not found next to the explanations: {0}', missing.join(', '))}
    </p>
  );
  const single = found.length === 0;
  return (
    <>
      {!single && (
        <Tabs
          label={l10n.t('Neuron data')}
          tabs={views.map((id) => ({ id, name: names[id] }))}
          chosen={view}
          choose={choose}
        />
      )}
      <div
        {...(!single && { role: 'tabpanel', 'aria-labelledby': 'tab-sequences' })}
        id="view-sequences"
        hidden={view !== 'sequences'}
      >
        {children}
      </div>
      {view !== 'sequences' && (
        <div role="tabpanel" id={`view-${view}`} aria-labelledby={`tab-${view}`}>
          <RelatedDataView
            key={`${neuron.uri} ${view}`}
            uri={neuron.uri}
            kind={view}
            changes={changes}
            model={model}
            announcer={announcer}
          />
        </div>
      )}
      {lookedFor}
    </>
  );
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: Id;
  readonly choose: (id: Id) => void;
}

/** As in VS Code's panels: one tab stop, and arrow keys go to the other tabs. */
export function Tabs<Id extends string>({ label, tabs, chosen, choose }: TabsProps<Id>) {
  const list = useRef<HTMLDivElement>(null);
  const at = tabs.findIndex(({ id }) => id === chosen);
  const go = (to: number) => {
    const tab = tabs[(to + tabs.length) % tabs.length];
    if (!tab) return;
    choose(tab.id);
    list.current?.querySelector<HTMLElement>(`#tab-${tab.id}`)?.focus();
  };
  const key = (event: KeyboardEvent) => {
    const targets: Readonly<Record<string, number>> = {
      ArrowRight: at + 1,
      ArrowLeft: at - 1,
      Home: 0,
      End: tabs.length - 1,
    };
    const to = targets[event.key];
    if (to === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    go(to);
  };
  return (
    <div class="tabs" role="tablist" aria-label={label} ref={list} onKeyDown={key}>
      {tabs.map(({ id, name }) => (
        <button
          key={id}
          type="button"
          role="tab"
          class="tab"
          id={`tab-${id}`}
          aria-selected={id === chosen}
          aria-controls={id === chosen ? `view-${id}` : undefined}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => choose(id)}
        >
          {name}
        </button>
      ))}
    </div>
  );
}
