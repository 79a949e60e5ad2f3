import { useRef } from 'preact/hooks';
import type { ExplanationSummary } from '../../contract/protocol.ts';
import type { ViewChoices } from '../../contract/viewChoices.ts';
import type { Scheme } from '../../../tokens/colour/scheme.ts';
import type { Model } from '../model.ts';
import type { Occurring } from '../../../tokens/sequenceRun.ts';
import { Legend } from '../../../tokens/parts/legend.tsx';
import { Modes } from './modes.tsx';
import { ScaleChoices } from './scaleChoices.tsx';
import { useScrollPadding } from './useScrollPadding.ts';

interface Props {
  readonly title: string;
  readonly chosen: ExplanationSummary;
  readonly choices: ViewChoices;
  readonly scheme: Scheme;
  readonly occurring: Occurring;
  readonly model: Model;
}

export function Toolbar({ title, chosen, choices, scheme, occurring, model }: Props) {
  const { mode } = choices;
  const bar = useRef<HTMLDivElement>(null);
  useScrollPadding(bar);
  return (
    <div class="toolbar" ref={bar}>
      <Modes mode={mode} setMode={(next) => model.setMode(next)} />
      <ScaleChoices title={title} chosen={chosen} choices={choices} scheme={scheme} model={model} />
      <Legend
        scheme={scheme}
        mode={mode}
        occurring={occurring}
        unlock={() => model.setChoices({ scope: 'neuron' })}
      />
    </div>
  );
}
