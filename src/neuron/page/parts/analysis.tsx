import { IconButton } from '../../../ui/icon.tsx';
import type { AnalysisMessage } from '../../contract/analysisProtocol.ts';
import type { ExplanationScale, ExplanationSummary } from '../../contract/protocol.ts';
import type { Judge } from '../analysis/judge.ts';
import { useJudge } from '../analysis/useJudge.ts';
import { useSnapshot } from '../../../ui/useSnapshot.ts';
import { CalibrationCurve } from './calibrationCurve.tsx';
import { Misses } from './misses.tsx';
import { ScatterPlot } from './scatterPlot.tsx';
import { TopTokens } from './topTokens.tsx';

/** The column beside the sequences: how well simulated and actual activations agree. */
export function AnalysisColumn({ explanation }: { readonly explanation: ExplanationSummary }) {
  const judge = useJudge();
  return judge && <Column judge={judge} explanation={explanation} />;
}

interface Props {
  readonly judge: Judge;
  readonly explanation: ExplanationSummary;
}

function Column({ judge, explanation }: Props) {
  const { open, analysis, error } = useSnapshot(judge);
  return (
    <aside
      class={open ? 'analysis' : 'analysis analysis-closed'}
      aria-labelledby="analysis-heading"
    >
      <div class="analysis-head">
        <h2
          id="analysis-heading"
          class={open ? 'section-heading' : 'section-heading closed-heading'}
        >
          Analysis
        </h2>
        <IconButton
          icon={open ? 'layout-sidebar-right' : 'layout-sidebar-right-off'}
          label={open ? 'Hide Analysis' : 'Show Analysis'}
          onClick={() => judge.setOpen(!open)}
        />
      </div>
      {open && error !== null && <p class="note">There is no analysis. {error}</p>}
      {open && analysis && <Parts judge={judge} analysis={analysis} scale={explanation.scale} />}
    </aside>
  );
}

interface PartsProps {
  readonly judge: Judge;
  readonly analysis: AnalysisMessage;
  readonly scale: ExplanationScale;
}

function Parts({ judge, analysis, scale }: PartsProps) {
  const normalized = scale.simulatedUnits === 'normalized';
  return (
    <>
      <ScatterPlot judge={judge} analysis={analysis} normalized={normalized} />
      <Misses judge={judge} misses={analysis.misses} scale={scale} />
      <TopTokens tokens={analysis.topTokens} scale={scale} keeper={judge.keeper} />
      <CalibrationCurve curve={analysis.curve} calibration={scale.uncalibrated?.map ?? null} />
    </>
  );
}
