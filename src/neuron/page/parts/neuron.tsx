import * as l10n from '@vscode/l10n';
import { useLayoutEffect, useMemo } from 'preact/hooks';
import type { NeuronDocument } from '../../contract/protocol.ts';
import type { Announcer } from '../../../ui/announcer.ts';
import { colourlessNotes } from '../../../tokens/colour/legend.ts';
import { schemeOf } from '../../../tokens/colour/scheme.ts';
import type { Model, Snapshot } from '../model.ts';
import { occurring } from '../../../tokens/sequenceRun.ts';
import { AnalysisColumn } from './analysis.tsx';
import { Explanations } from './explanations.tsx';
import { Icon } from '../../../ui/icon.tsx';
import { Note } from './note.tsx';
import { Problems } from './problems.tsx';
import { Scores } from './scores.tsx';
import { Sequences } from './sequences.tsx';
import { Toolbar } from './toolbar.tsx';
import { NeuronViews } from '../relatedData/neuronViews.tsx';
import type { RefObject } from 'preact';

interface Props {
  readonly neuron: NeuronDocument;
  readonly snapshot: Snapshot;
  readonly model: Model;
  readonly announcer: Announcer;
}

export function Neuron({ neuron, snapshot, model, announcer }: Props) {
  const { chosen, run, mode, choices } = snapshot;
  const { scope, locked, calibrated } = choices;
  const scheme = useMemo(
    () => chosen && schemeOf(chosen.scale, { scope, locked, calibrated }),
    [chosen, scope, locked, calibrated],
  );
  return (
    <>
      <Problems key={neuron.uri} neuron={neuron} model={model} />
      {!chosen && <p class="empty">{l10n.t('This file has no explanations.')}</p>}
      {chosen && run && scheme && (
        <>
          <Explanations
            explanations={neuron.explanations}
            chosen={chosen.index}
            choose={(index) => model.choose(index)}
            compare={(index) => void model.compare(chosen.index, index)}
          />
          <Scores explanation={chosen} />
          <Note key={neuron.uri} note={snapshot.note} model={model} />
          <NeuronViews
            neuron={neuron}
            changes={snapshot.relatedDataChanges}
            model={model}
            announcer={announcer}
          >
            <Toolbar
              title={neuron.title}
              chosen={chosen}
              choices={choices}
              scheme={scheme}
              occurring={occurring(run.sequences)}
              model={model}
            />
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
              />
              {chosen.tokenCount > 0 && <AnalysisColumn explanation={chosen} />}
            </div>
          </NeuronViews>
        </>
      )}
    </>
  );
}

/** Keeps scroll targets and the analysis panel clear of the sticky toolbar. */
export function useScrollPadding(toolbar: RefObject<HTMLElement | null>): void {
  useLayoutEffect(() => {
    const element = toolbar.current;
    if (!element) return undefined;
    const { style } = document.documentElement;
    const update = () => {
      const stays = getComputedStyle(element).position === 'sticky';
      const height = stays ? Math.ceil(element.offsetHeight) : 0;
      style.scrollPaddingTop = stays ? `${height + 8}px` : '';
      style.setProperty('--toolbar', `${height}px`);
    };
    const observer = new ResizeObserver(update);
    observer.observe(element);
    // In a low window the toolbar is not sticky, though its size is the same.
    window.addEventListener('resize', update);
    return () => {
      observer.disconnect();
      window.removeEventListener('resize', update);
      style.scrollPaddingTop = '';
    };
  }, [toolbar]);
}
