import * as l10n from '@vscode/l10n';
import { useMemo, useState } from 'preact/hooks';
import type { NeuronDocument } from '../../contract/protocol.ts';
import type { Announcer } from '../../../ui/announcer.ts';
import { IconButton, Icon } from '../../../ui/icon.tsx';
import { colourlessNotes } from '../../../tokens/colour/legend.ts';
import { schemeOf } from '../../../tokens/colour/scheme.ts';
import { Legend } from '../../../tokens/parts/legend.tsx';
import { occurring } from '../../../tokens/sequenceRun.ts';
import type { Model, Snapshot } from '../model.ts';
import { NeuronViews, viewOf } from '../relatedData/neuronViews.tsx';
import { AnalysisColumn } from './analysis.tsx';
import { Explanations } from './explanations.tsx';
import { NoteText } from './note.tsx';
import { Problems } from './problems.tsx';
import { ScoreWarnings } from './scores.tsx';
import { Sequences } from './sequences.tsx';
import { Menus } from './toolbar.tsx';
import { WhitespaceChoice } from './whitespaceChoice.tsx';
import { useFindWidget } from './useFindWidget.ts';
import { useStickyHeights } from './useStickyHeights.ts';

interface Props {
  readonly neuron: NeuronDocument;
  readonly snapshot: Snapshot;
  readonly model: Model;
  readonly announcer: Announcer;
}

/** What is below the head of the page. */
export function Neuron({ neuron, snapshot, model, announcer }: Props) {
  const { chosen, run, mode, choices } = snapshot;
  const { scope, locked, calibrated } = choices;
  const scheme = useMemo(
    () => chosen && schemeOf(chosen.scale, { scope, locked, calibrated }),
    [chosen, scope, locked, calibrated],
  );
  const [tableOpen, setTableOpen] = useState(model.saved.state.tableOpen);
  const find = useFindWidget(model);
  useStickyHeights();
  return (
    <>
      <Problems key={neuron.uri} neuron={neuron} model={model} />
      {!chosen && <p class="empty">{l10n.t('This file has no explanations.')}</p>}
      {chosen && run && scheme && (
        <>
          <ScoreWarnings explanation={chosen} />
          <NoteText note={snapshot.note} model={model} />
          <Explanations
            explanations={neuron.explanations}
            chosen={chosen.index}
            open={tableOpen}
            setOpen={(open) => {
              model.saved.set({ tableOpen: open });
              setTableOpen(open);
            }}
            choose={(index) => model.choose(index)}
            compare={(index) => void model.compare(chosen.index, index)}
          />
          <NeuronViews
            neuron={neuron}
            changes={snapshot.relatedDataChanges}
            model={model}
            announcer={announcer}
            count={run.total}
            view={viewOf(neuron, snapshot.view)}
            choose={(view) => model.setView(view)}
            menus={
              <>
                <Menus
                  title={neuron.title}
                  chosen={chosen}
                  choices={choices}
                  scheme={scheme}
                  model={model}
                />
                <WhitespaceChoice model={model} />
                <IconButton icon="search" label={l10n.t('Find in Tokens')} onClick={find.show} />
              </>
            }
            legend={
              <Legend
                scheme={scheme}
                mode={mode}
                occurring={occurring(run.sequences)}
                unlock={() => model.setChoices({ scope: 'neuron' })}
              />
            }
          >
            {chosen.tokenCount > 0 &&
              colourlessNotes(scheme.scale, mode).map((note) => (
                <p class="note" key={note}>
                  <Icon name="info" /> {note}
                </p>
              ))}
            <div class="columns">
              <Sequences
                uri={neuron.uri}
                run={run}
                scheme={scheme}
                choices={choices}
                groups={chosen.groups}
                model={model}
                announcer={announcer}
                find={find}
              />
              {chosen.tokenCount > 0 && <AnalysisColumn explanation={chosen} />}
            </div>
          </NeuronViews>
        </>
      )}
    </>
  );
}
