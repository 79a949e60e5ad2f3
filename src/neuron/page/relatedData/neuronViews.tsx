import * as l10n from '@vscode/l10n';
import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { formatCount } from '../../../text/number.ts';
import type { Announcer } from '../../../ui/announcer.ts';
import type { NeuronDocument, View } from '../../contract/protocol.ts';
import type { Model } from '../model.ts';
import { RelatedDataView } from './relatedDataView.tsx';

/** Short, as they share a row with menus. */
const names: Readonly<Record<View, { readonly name: string; readonly about: string }>> = {
  sequences: { name: l10n.t('Sequences'), about: l10n.t('Simulated sequences') },
  records: { name: l10n.t('Records'), about: l10n.t('Activation records') },
  tokensByActivation: { name: l10n.t('Tokens'), about: l10n.t('Tokens by activation') },
  tokensByWeight: { name: l10n.t('Weights'), about: l10n.t('Tokens by weight') },
  connections: { name: l10n.t('Connected'), about: l10n.t('Connected neurons') },
};

interface Props {
  readonly neuron: NeuronDocument;
  /** Grows when related data changes. */
  readonly changes: number;
  readonly model: Model;
  readonly announcer: Announcer;
  /** The number of sequences. */
  readonly count: number;
  readonly view: View;
  readonly choose: (view: View) => void;
  /** For the sequences, in the row of the tabs and below it. */
  readonly menus: ComponentChildren;
  readonly legend: ComponentChildren;
  /** The view of the simulated sequences. */
  readonly children: ComponentChildren;
}

/** A tab for the sequences and for each kind of related data, in one row with menus. */
export function NeuronViews(props: Props) {
  const { neuron, changes, model, announcer, count, view, choose, menus, legend, children } = props;
  const { found, missing } = neuron.relatedData ?? { found: [], missing: [] };
  const single = found.length === 0;
  const isSequences = view === 'sequences';
  const tabOf = (id: View) => ({ id, ...names[id], ...(id === 'sequences' && { count }) });
  return (
    <>
      <div class="toolbar views-bar">
        <div class="views-row">
          {single ? (
            // The section below it has the heading.
            <span class="tab tab-single" aria-hidden="true">
              <TabName name={names.sequences.name} count={count} />
            </span>
          ) : (
            <Tabs
              label={l10n.t('Neuron data')}
              tabs={viewsOf(neuron).map(tabOf)}
              chosen={view}
              choose={choose}
            />
          )}
          {isSequences && <div class="menus">{menus}</div>}
        </div>
        {isSequences && legend}
      </div>
      <div
        {...(!single && { role: 'tabpanel', 'aria-labelledby': 'tab-sequences' })}
        id="view-sequences"
        hidden={!isSequences}
      >
        {children}
      </div>
      {!isSequences && (
        <div role="tabpanel" id={`view-${view}`} aria-labelledby={`tab-${view}`}>
          <h2 class="sr-only">{names[view].about}</h2>
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
      {missing.length > 0 && (
        <p class="looked-for dim">
          {l10n.t('Not found next to the explanations: {0}', missing.join(', '))}
        </p>
      )}
    </>
  );
}

function viewsOf({ relatedData }: NeuronDocument): readonly View[] {
  return ['sequences', ...(relatedData?.found ?? [])];
}

/** If this neuron lacks the chosen view, the choice holds for the next one. */
export function viewOf(neuron: NeuronDocument, chosen: View): View {
  return viewsOf(neuron).includes(chosen) ? chosen : 'sequences';
}

interface Tab<Id extends string> {
  readonly id: Id;
  readonly name: string;
  readonly about: string;
  readonly count?: number;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
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
      {tabs.map(({ id, name, about, count }) => (
        <button
          key={id}
          type="button"
          role="tab"
          class="tab"
          title={about}
          id={`tab-${id}`}
          aria-selected={id === chosen}
          aria-controls={id === chosen ? `view-${id}` : undefined}
          tabIndex={id === chosen ? 0 : -1}
          onClick={() => choose(id)}
        >
          <TabName name={name} count={count} />
        </button>
      ))}
    </div>
  );
}

function TabName({ name, count }: { readonly name: string; readonly count?: number | undefined }) {
  return (
    <>
      {name}
      {count !== undefined && <span class="count"> {formatCount(count)}</span>}
    </>
  );
}
