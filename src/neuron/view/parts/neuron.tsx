import { useMemo } from 'preact/hooks';
import type { NeuronDocument } from '../../protocol.ts';
import type { Announcer } from '../../../webview/view/announcer.ts';
import { colourlessNotes } from '../colour/legend.ts';
import { rulersOf } from '../colour/scale.ts';
import type { Model, Snapshot } from '../model.ts';
import { occurring } from '../sequence-run.ts';
import { Explanations } from './explanations.tsx';
import { Icon } from '../../../webview/view/icon.tsx';
import { Legend } from './legend.tsx';
import { Modes } from './modes.tsx';
import { Problems } from './problems.tsx';
import { Scores } from './scores.tsx';
import { Sequences } from './sequences.tsx';
import { NeuronViews } from '../siblings/neuron-views.tsx';

interface Props {
  readonly neuron: NeuronDocument;
  readonly snapshot: Snapshot;
  readonly model: Model;
  readonly announcer: Announcer;
}

export function Neuron({ neuron, snapshot, model, announcer }: Props) {
  const { chosen, run, mode } = snapshot;
  const rulers = useMemo(() => chosen && rulersOf(chosen.scale), [chosen]);
  return (
    <>
      <Problems key={neuron.uri} neuron={neuron} model={model} />
      {!chosen && <p class="empty">This file has no explanations.</p>}
      {chosen && run && rulers && (
        <>
          <Explanations
            explanations={neuron.explanations}
            chosen={chosen.index}
            choose={(index) => model.choose(index)}
            compare={(index) => void model.compare(chosen.index, index)}
          />
          <Scores explanation={chosen} />
          <NeuronViews neuron={neuron} model={model} announcer={announcer}>
            <div class="toolbar">
              <Modes mode={mode} setMode={(next) => model.setMode(next)} />
              <Legend scale={chosen.scale} mode={mode} occurring={occurring(run.sequences)} />
            </div>
            {chosen.tokenCount > 0 &&
              colourlessNotes(chosen.scale).map((note) => (
                <p class="note" key={note}>
                  <Icon name="info" /> {note}
                </p>
              ))}
            <Sequences run={run} rulers={rulers} mode={mode} model={model} announcer={announcer} />
          </NeuronViews>
        </>
      )}
    </>
  );
}
